import { describe, expect, it } from 'vitest';
import {
  chooseScale,
  dequantize,
  groupBitsPerWeight,
  leastErrorRange,
  percentileRange,
  quantizationError,
  quantize,
  quantizeParts,
  scaleForRange,
} from '../../../src/engine/index.ts';

const int8 = { bits: 8, signed: true, symmetric: true };
/** Two channels of very different size, as depthwise convolutions have them. */
const uneven = [0.01, -0.02, 0.015, -0.005, 0.02, 100, -80, 55, 20, 99];

describe('quantizeParts', () => {
  it('is chooseScale, quantize and dequantize for a whole tensor', () => {
    const map = chooseScale(uneven, int8);
    const whole = quantizeParts(uneven, [2, 5], 'tensor', int8);
    expect(whole.maps).toEqual([map]);
    expect(whole.codes).toEqual(quantize(uneven, map));
    expect(whole.restored).toEqual(dequantize(quantize(uneven, map), map));
  });

  it('loses a small channel beside a large one unless each has its own scale', () => {
    const small = uneven.slice(0, 5);
    const together = quantizeParts(uneven, [2, 5], 'tensor', int8);
    const apart = quantizeParts(uneven, [2, 5], 'channel', int8);
    expect([...together.codes.slice(0, 5)].map(Math.abs)).toEqual([0, 0, 0, 0, 0]);
    expect(quantizationError(small, apart.restored.slice(0, 5)).sqnrDecibels).toBeGreaterThan(40);
    expect(apart.maps.map((map) => map.scale)).toEqual([
      Math.fround(Math.fround(0.02) / 127.5),
      Math.fround(100 / 127.5),
    ]);
  });

  it('starts groups anew in every channel and shortens the last', () => {
    const groups = quantizeParts(uneven, [2, 5], { groupElements: 2 }, int8);
    expect(groups.maps).toHaveLength(6);
    expect(groups.maps[2]?.scale).toBe(chooseScale([0.02], int8).scale);
    expect(groups.codes).toHaveLength(10);
  });

  it('lays the codes of each part over the range it is asked to', () => {
    const narrow = quantizeParts(uneven, [2, 5], 'channel', int8, () => ({ least: -1, greatest: 1 }));
    expect(narrow.maps.map((map) => map.scale)).toEqual([Math.fround(2 / 255), Math.fround(2 / 255)]);
    expect(narrow.restored[5]).toBeCloseTo(127 * (2 / 255), 6);
  });

  it('refuses a shape that does not hold the values', () => {
    expect(() => quantizeParts(uneven, [3, 5], 'channel', int8)).toThrow('shape must hold 10 values, not 15');
    expect(() => quantizeParts(uneven, [2, 5], { groupElements: 0 }, int8)).toThrow('groupElements');
  });
});

describe('groupBitsPerWeight', () => {
  it("adds a group's scale and zero point to its codes", () => {
    // AWQ and GPTQ files at group 128: 16-bit scale and 4-bit zero point for 128 codes.
    expect(groupBitsPerWeight({ bits: 4, groupElements: 128, scaleBits: 16, zeroPointBits: 4 })).toBe(
      4.15625,
    );
    // NF4 with a float32 scale for 64 weights (arXiv 2305.14314, §3: 0.5 bits more for each weight).
    expect(groupBitsPerWeight({ bits: 4, groupElements: 64, scaleBits: 32, zeroPointBits: 0 })).toBe(4.5);
  });
});

describe('quantizationError', () => {
  it('is 20 dB for errors of a tenth', () => {
    const error = quantizationError([1, -1], [0.9, -1.1]);
    expect(error.sqnrDecibels).toBeCloseTo(20, 10);
    expect(error.meanSquaredError).toBeCloseTo(0.01, 12);
    expect(error.largestError).toBeCloseTo(0.1, 12);
  });

  it('has no ratio without noise or without signal', () => {
    expect(quantizationError([1, 2], [1, 2]).sqnrDecibels).toBeUndefined();
    expect(quantizationError([0], [1]).sqnrDecibels).toBeUndefined();
  });

  it('falls by about 6 dB with each bit', () => {
    const values = Array.from({ length: 4001 }, (_, index) => Math.sin(index * 0.7) * 3);
    const decibels = (bits: number): number => {
      const map = chooseScale(values, { bits, signed: true, symmetric: false });
      return quantizationError(values, dequantize(quantize(values, map), map)).sqnrDecibels ?? NaN;
    };
    for (const bits of [5, 6, 7]) expect(decibels(bits + 1) - decibels(bits)).toBeCloseTo(6, 0);
  });

  it('refuses lists of different length', () => {
    expect(() => quantizationError([1, 2], [1])).toThrow(RangeError);
  });
});

describe('percentileRange', () => {
  it('cuts off half of the rest at each end and interpolates', () => {
    expect(percentileRange([100, 3, 0, 2, 1], 50)).toEqual({ least: 1, greatest: 3 });
    const { least, greatest } = percentileRange([0, 10], 90);
    expect(least).toBeCloseTo(0.5, 10);
    expect(greatest).toBeCloseTo(9.5, 10);
  });

  it('is the full range at 100 %', () => {
    expect(percentileRange(uneven, 100)).toEqual({ least: -80, greatest: 100 });
  });

  it('refuses 0 %', () => {
    expect(() => percentileRange(uneven, 0)).toThrow('percent must be above 0 and at most 100, not 0');
  });
});

describe('leastErrorRange', () => {
  const rule = { bits: 4, signed: true, symmetric: true };
  const error = (values: number[], range: { least: number; greatest: number }): number => {
    const map = scaleForRange(range, rule);
    return quantizationError(values, dequantize(quantize(values, map), map)).meanSquaredError;
  };

  it('clips a lone outlier when that makes the others finer', () => {
    const values = [...Array.from({ length: 500 }, (_, index) => Math.sin(index)), 4];
    const range = leastErrorRange(values, rule);
    expect(range.greatest).toBeLessThan(4);
    expect(error(values, range)).toBeLessThan(error(values, { least: -1, greatest: 4 }));
  });

  it('keeps values that fit their codes exactly', () => {
    const asymmetric = { ...rule, symmetric: false };
    expect(leastErrorRange([-8, -7, 0, 7], asymmetric)).toEqual({ least: -8, greatest: 7 });
  });
});
