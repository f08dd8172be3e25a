import { describe, expect, it } from 'vitest';
import { roundHalfEven } from '../../src/engine/index.ts';

describe('roundHalfEven', () => {
  it('sends ties to the even number on both sides of 0', () => {
    expect([0.5, 1.5, 2.5, -0.5, -1.5, -2.5].map((value) => roundHalfEven(value) + 0)).toEqual([
      0, 2, 2, 0, -2, -2,
    ]);
  });

  it('does not push numbers just below a half upwards', () => {
    expect(roundHalfEven(0.49999999999999994)).toBe(0);
  });
});
