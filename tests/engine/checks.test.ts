import { describe, expect, it } from 'vitest';
import { at, packedBytes, product, shapeOfRank, wholeNumber, wholeNumbers } from '../../src/engine/index.ts';

describe('wholeNumber', () => {
  it.each([NaN, Infinity, -1, 0.5, 2 ** 53])('refuses %d by name', (value) => {
    expect(() => wholeNumber('stride', value)).toThrow(
      `stride must be a whole number of at least 0, not ${String(value)}`,
    );
  });

  it('names the entry of a list', () => {
    expect(() => wholeNumbers('kernel', [3, 0], 1)).toThrow(
      'kernel[1] must be a whole number of at least 1, not 0',
    );
  });
});

describe('shapeOfRank, at and product', () => {
  it('refuse other ranks, places outside, and products a double cannot hold', () => {
    expect(() => shapeOfRank('input', [3, 224], 3)).toThrow('input must have 3 axes, not 2 ([3, 224])');
    expect(() => at([1, 2], 2)).toThrow('index 2 is outside of 0..1');
    expect(() => product([2 ** 30, 2 ** 30])).toThrow('cannot be counted exactly');
    expect(product([])).toBe(1);
  });
});

describe('packedBytes', () => {
  it('fills up the last byte', () => {
    expect([packedBytes(3, 4), packedBytes(4, 4), packedBytes(1, 32)]).toEqual([2, 2, 4]);
  });
});
