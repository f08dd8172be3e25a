import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseScale, codesOf, dequantize, quantize, scaleForRange } from '../../../src/engine/index.ts';
import oracle from '../../oracles/quantization.json' with { type: 'json' };

const float = fc.float({ min: -1000, max: 1000, noNaN: true, noDefaultInfinity: true });
const rules = fc.record({
  bits: fc.integer({ min: 2, max: 12 }),
  signed: fc.boolean(),
  symmetric: fc.boolean(),
});

describe('chooseScale, quantize and dequantize', () => {
  it('are equal to PyTorch 2.6 MinMaxObserver and quantize_per_tensor to the last bit', () => {
    expect(oracle.rows.length).toBe(60);
    for (const row of oracle.rows) {
      const rule = { bits: 8, signed: row.dtype === 'int8', symmetric: row.symmetric };
      const map = chooseScale(row.values, rule);
      const codes = quantize(row.values, map);
      expect([map.scale, map.zeroPoint, [...codes]]).toEqual([row.scale, row.zeroPoint, row.quantized]);
      expect([...dequantize(codes, map)]).toEqual(row.dequantized);
    }
  });

  it('err by at most half a step inside the range the codes cover', () => {
    fc.assert(
      fc.property(fc.array(float, { minLength: 1, maxLength: 40 }), rules, (values, rule) => {
        const map = chooseScale(values, rule);
        const { lowest, highest } = codesOf(rule);
        const restored = dequantize(quantize(values, map), map);
        // float32 products of up to 2^bits steps are off by 2^-23 of themselves at most.
        const bound = map.scale * (0.5 + 2 ** (rule.bits - 22));
        values.forEach((value, index) => {
          const inside =
            value >= (lowest - map.zeroPoint) * map.scale && value <= (highest - map.zeroPoint) * map.scale;
          if (inside) expect(Math.abs((restored[index] ?? NaN) - value)).toBeLessThanOrEqual(bound);
        });
      }),
    );
  });

  it('restore zero exactly, whatever the range', () => {
    fc.assert(
      fc.property(fc.array(float, { minLength: 1 }), rules, (values, rule) => {
        const map = chooseScale(values, rule);
        expect(dequantize(quantize([0], map), map)[0]).toBe(0);
      }),
    );
  });

  it('give the same codes for restored values', () => {
    fc.assert(
      fc.property(fc.array(float, { minLength: 1 }), rules, (values, rule) => {
        const map = chooseScale(values, rule);
        const codes = quantize(values, map);
        expect(quantize(dequantize(codes, map), map)).toEqual(codes);
      }),
    );
  });
});

describe('scaleForRange', () => {
  it('widens a range on one side of 0 to 0', () => {
    const rule = { bits: 8, signed: false, symmetric: false };
    expect(scaleForRange({ least: 3, greatest: 5.1 }, rule)).toEqual(
      scaleForRange({ least: 0, greatest: 5.1 }, rule),
    );
  });

  it('keeps a scale of 2^-23 when all values are 0', () => {
    expect(chooseScale([0, 0], { bits: 8, signed: true, symmetric: true }).scale).toBe(2 ** -23);
  });

  it('lays 4-bit codes over −1 to 3 with zero at code 4', () => {
    const map = scaleForRange({ least: -1, greatest: 3 }, { bits: 4, signed: false, symmetric: false });
    expect(map.scale).toBe(Math.fround(4 / 15));
    expect(map.zeroPoint).toBe(4);
    expect([...quantize([-5, -1, 0, 3, 9], map)]).toEqual([0, 0, 4, 15, 15]);
  });

  it('puts the zero of symmetric unsigned 4-bit codes at 8', () => {
    expect(scaleForRange({ least: -2, greatest: 1 }, { bits: 4, signed: false, symmetric: true })).toEqual({
      scale: Math.fround(2 / 7.5),
      zeroPoint: 8,
      bits: 4,
      signed: false,
    });
  });
});

describe('affine quantizer: refusals', () => {
  const rule = { bits: 8, signed: true, symmetric: false };
  it.each<[string, () => unknown]>([
    ['values must not be empty', () => chooseScale([], rule)],
    ['values must be finite float32, not NaN', () => chooseScale([1, NaN], rule)],
    ['values must be finite float32, not 1e+39', () => chooseScale([1e39], rule)],
    [
      'range must be finite and in order, not -3.0000000054977558e+38',
      () => chooseScale([-3e38, 3e38], rule),
    ],
    ['range must be finite and in order, not 2 to 1', () => scaleForRange({ least: 2, greatest: 1 }, rule)],
    ['range must be finite and in order, not NaN', () => scaleForRange({ least: NaN, greatest: 1 }, rule)],
    ['bits must be a whole number of at least 2, not 1', () => chooseScale([1], { ...rule, bits: 1 })],
    ['bits must be at most 16, not 32', () => chooseScale([1], { ...rule, bits: 32 })],
    [
      'scale must be positive and finite, not 0',
      () => quantize([1], { scale: 0, zeroPoint: 0, bits: 8, signed: true }),
    ],
    ['values must be numbers', () => quantize([NaN], { scale: 1, zeroPoint: 0, bits: 8, signed: true })],
  ])('says "%s"', (message, act) => {
    expect(act).toThrow(RangeError);
    expect(act).toThrow(message);
  });
});
