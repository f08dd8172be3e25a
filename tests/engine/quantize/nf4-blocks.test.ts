import { describe, expect, it } from 'vitest';
import { nf4Values, quantizationError, quantizeNf4 } from '../../../src/engine/index.ts';

describe('quantizeNf4', () => {
  it('divides by the largest magnitude of the block', () => {
    // 0.1 / 2 = 0.05 lies nearer to 0.0796 than to 0.
    expect([...quantizeNf4([2, -2, 0.1])]).toEqual([2, -2, Math.fround(2 * nf4Values[8])]);
  });

  it('starts a new scale every 64 values, and shortens the last block', () => {
    const values = [...Array<number>(64).fill(100), 0.5, -1, 0.25];
    const restored = quantizeNf4(values);
    expect([...restored.slice(0, 64)]).toEqual(values.slice(0, 64));
    expect([...restored.slice(64)]).toEqual([Math.fround(nf4Values[12]), -1, Math.fround(nf4Values[10])]);
    expect(quantizationError(values, quantizeNf4(values, 67)).largestError).toBe(1);
  });

  it('keeps a block of zeros', () => {
    expect([...quantizeNf4([0, 0])]).toEqual([0, 0]);
  });

  it('refuses no values, values that are not finite, and blocks of nothing', () => {
    expect(() => quantizeNf4([])).toThrow('values');
    expect(() => quantizeNf4([NaN])).toThrow('finite');
    expect(() => quantizeNf4([1], 0)).toThrow('blockElements');
  });
});
