import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MxFormat } from '../../../src/engine/index.ts';
import { microscale, mxBitsPerWeight } from '../../../src/engine/index.ts';

describe('mxBitsPerWeight', () => {
  it.each<[MxFormat, number]>([
    ['mxfp8_e5m2', 8.25],
    ['mxfp8_e4m3', 8.25],
    ['mxfp6_e3m2', 6.25],
    ['mxfp6_e2m3', 6.25],
    ['mxfp4', 4.25],
    ['mxint8', 8.25],
  ])('%s takes %d bits, an eighth of 2 of them the scale', (format, bits) => {
    expect(mxBitsPerWeight(format)).toBe(bits);
  });
});

describe('microscale', () => {
  it('puts the largest value into the topmost binade of the elements', () => {
    // max 7: ⌊log₂ 7⌋ = 2 is E2M1's largest exponent, so the scale is 1, and 7 clamps to 6.
    expect(microscale([1, 0.3, -7], 'mxfp4')).toEqual({
      scaleExponents: [0],
      restored: Float32Array.of(1, 0.5, -6),
    });
    // E4M3's largest exponent is 8: the scale is 2^(2 − 8), and 7 = 448/64 is exact.
    expect(microscale([7], 'mxfp8_e4m3')).toEqual({ scaleExponents: [-6], restored: Float32Array.of(7) });
  });

  it('clamps instead of overflowing to NaN', () => {
    // 7.75/2^-6 = 496, beyond E4M3's 448.
    expect(microscale([7.75], 'mxfp8_e4m3').restored).toEqual(Float32Array.of(7));
  });

  it('keeps MXINT8 in steps of 2^-6 of the scale', () => {
    expect(microscale([1, 0.51, 1.999, -1.999], 'mxint8')).toEqual({
      scaleExponents: [0],
      restored: Float32Array.of(1, 33 / 64, 127 / 64, -127 / 64),
    });
  });

  it('takes a new scale after 32 values', () => {
    const values = [...Array.from({ length: 32 }, () => 1), 0.25];
    expect(microscale(values, 'mxfp4').scaleExponents).toEqual([-2, -4]);
  });

  it('gives a block of zeros the smallest scale', () => {
    expect(microscale([0, 0], 'mxfp6_e2m3')).toEqual({
      scaleExponents: [-127],
      restored: new Float32Array(2),
    });
  });

  it('commutes with powers of two', () => {
    const values = fc.array(fc.float({ min: -8, max: 8, noNaN: true }), { minLength: 1, maxLength: 70 });
    const formats = fc.constantFrom<MxFormat>('mxfp8_e5m2', 'mxfp8_e4m3', 'mxfp6_e3m2', 'mxfp4', 'mxint8');
    fc.assert(
      fc.property(values, formats, (own, format) => {
        const normal = own.map((value) => (Math.abs(value) < 1e-3 ? 0 : value));
        const doubled = microscale(
          normal.map((value) => 2 * value),
          format,
        );
        expect(doubled.restored).toEqual(microscale(normal, format).restored.map((value) => 2 * value));
      }),
    );
  });

  it('refuses values that are not finite', () => {
    expect(() => microscale([Infinity], 'mxfp4')).toThrow(RangeError);
    expect(() => microscale([], 'mxfp4')).toThrow(RangeError);
  });
});
