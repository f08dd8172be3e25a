import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FloatFormat } from '../../../src/engine/index.ts';
import {
  bitsOf,
  floatLayouts,
  fromBits,
  limitsOf,
  nf4Values,
  roundSaturating,
  roundTo,
} from '../../../src/engine/index.ts';
import oracle from '../../oracles/number-formats.json' with { type: 'json' };

const formats: FloatFormat[] = [
  'float32',
  'tfloat32',
  'float16',
  'bfloat16',
  'float8_e5m2',
  'float8_e4m3fn',
  'float6_e3m2',
  'float6_e2m3',
  'float4_e2m1',
];

describe('roundTo', () => {
  it('rounds as PyTorch 2.6 casts, to the last bit and the sign of zero', () => {
    expect(oracle.rows.length).toBe(150);
    for (const row of oracle.rows) {
      for (const format of ['float16', 'bfloat16', 'float8_e4m3fn', 'float8_e5m2'] as const) {
        expect([row.float32, format, roundTo(format, row.float32)]).toStrictEqual([
          row.float32,
          format,
          Number(row[format]),
        ]);
      }
    }
  });

  it('is Math.fround for float32', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (value) => {
        expect(roundTo('float32', value)).toBe(Math.fround(value));
      }),
    );
  });

  it('is Math.f16round for float16 where the runtime has it', () => {
    const f16round: unknown = Reflect.get(Math, 'f16round');
    if (typeof f16round !== 'function') return;
    fc.assert(
      fc.property(fc.float({ noNaN: true }), (value) => {
        expect(roundTo('float16', value)).toBe(Reflect.apply(f16round, Math, [value]));
      }),
    );
  });

  it.each<[FloatFormat, number, number]>([
    // Ties: TF32 keeps 10 mantissa bits, so 1 + 2^-11 lies half-way between 1 and 1 + 2^-10.
    ['tfloat32', 1 + 2 ** -11, 1],
    ['tfloat32', 1 + 3 * 2 ** -11, 1 + 2 ** -9],
    ['tfloat32', 65_535.9, 65_536],
    ['float4_e2m1', 2.5, 2],
    ['float4_e2m1', 5, 4],
    ['float4_e2m1', 0.25, 0],
    ['float4_e2m1', 0.75, 1],
    ['float4_e2m1', 100, 6],
    ['float4_e2m1', -Infinity, -6],
    ['float6_e3m2', 27, 28],
    ['float6_e2m3', 7.4, 7.5],
    // 464 is half-way from 448 to the NaN code's 480 and even at 448; 61,440 half-way from 57,344 to 65,536.
    ['float8_e4m3fn', 464, 448],
    ['float8_e4m3fn', 464.01, NaN],
    ['float8_e4m3fn', Infinity, NaN],
    ['float8_e5m2', 61_439, 57_344],
    ['float8_e5m2', 61_440, Infinity],
    ['float16', 65_519.99, 65_504],
    ['float16', NaN, NaN],
  ])('%s takes %d to %d', (format, value, rounded) => {
    expect(roundTo(format, value)).toBe(rounded);
  });

  it('clamps integers and rounds their ties to even', () => {
    expect([2.5, 3.5, -2.5, 127.5, 1e9, -128.6].map((value) => roundTo('int8', value))).toEqual([
      2, 4, -2, 127, 127, -128,
    ]);
    expect([7.6, -9, 0.5].map((value) => roundTo('int4', value))).toEqual([7, -8, 0]);
  });

  it("takes the nearest of NF4's values", () => {
    expect(roundTo('nf4', 0.3)).toBe(0.33791524171829224);
    expect(roundTo('nf4', 0.03)).toBe(0);
    expect(roundTo('nf4', -0.05)).toBe(-0.09105003625154495);
    expect([roundTo('nf4', 5), roundTo('nf4', -5)]).toEqual([1, -1]);
  });

  it('gives back every number the format has, and never a number farther away than another', () => {
    for (const format of formats.filter((own) => limitsOf(own).valueBits <= 8)) {
      const codes = Array.from({ length: 2 ** limitsOf(format).valueBits }, (_, code) => code);
      const numbers = codes.map((code) => fromBits(format, code)).filter(Number.isFinite);
      for (const number of numbers) expect(roundTo(format, number)).toBe(number);
      fc.assert(
        fc.property(
          fc.double({ min: -limitsOf(format).largest, max: limitsOf(format).largest, noNaN: true }),
          (value) => {
            const distance = Math.abs(roundTo(format, value) - value);
            expect(distance).toBe(Math.min(...numbers.map((number) => Math.abs(number - value))));
          },
        ),
      );
    }
  });

  it('refuses NaN where the format has none', () => {
    expect(() => roundTo('float4_e2m1', NaN)).toThrow(RangeError);
    expect(() => roundTo('int8', NaN)).toThrow('value must be a number to be rounded to int8, not NaN');
  });
});

describe('roundSaturating', () => {
  it('clamps where a cast would give NaN or infinity', () => {
    expect(roundSaturating('float8_e4m3fn', 1000)).toBe(448);
    expect(roundSaturating('float8_e5m2', -Infinity)).toBe(-57_344);
  });
});

describe('limitsOf', () => {
  // IEEE 754 and the formats' own tables; arXiv 2209.05433 table 1; OCP MX v1.0 §5.3.
  it.each<[FloatFormat, number, number, number, number]>([
    ['float32', 3.4028234663852886e38, 2 ** -126, 2 ** -149, 2 ** -23],
    ['tfloat32', 3.4011621342146535e38, 2 ** -126, 2 ** -136, 2 ** -10],
    ['float16', 65_504, 2 ** -14, 2 ** -24, 2 ** -10],
    ['bfloat16', 3.3895313892515355e38, 2 ** -126, 2 ** -133, 2 ** -7],
    ['float8_e5m2', 57_344, 2 ** -14, 2 ** -16, 0.25],
    ['float8_e4m3fn', 448, 2 ** -6, 2 ** -9, 0.125],
    ['float6_e3m2', 28, 0.25, 0.0625, 0.25],
    ['float6_e2m3', 7.5, 1, 0.125, 0.125],
    ['float4_e2m1', 6, 1, 0.5, 0.5],
  ])('%s: largest %d, smallest normal %d, subnormal %d, epsilon %d', (format, ...expected) => {
    const { largest, smallestNormal, smallestSubnormal, epsilon } = limitsOf(format);
    expect([largest, smallestNormal, smallestSubnormal, epsilon]).toEqual(expected);
  });

  it('covers every format', () => {
    expect(formats.toSorted()).toEqual(Object.keys(floatLayouts).toSorted());
  });
});

describe('valueBits', () => {
  it('are the bits stored, but for TF32 with 19 of 32', () => {
    for (const format of formats) {
      expect([format, limitsOf(format).valueBits]).toEqual([
        format,
        format === 'tfloat32' ? 19 : bitsOf(format),
      ]);
    }
    expect(bitsOf('tfloat32')).toBe(32);
  });
});

describe('nf4Values', () => {
  /** Φ, by Simpson's rule from 0. */
  const normalDistribution = (z: number): number => {
    const steps = 2000;
    const density = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
    const inner = Array.from({ length: steps + 1 }, (_, i) => {
      const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
      return weight * density((z * i) / steps);
    });
    return 0.5 + ((z / steps) * inner.reduce((total, term) => total + term, 0)) / 3;
  };

  it('are evenly spaced quantiles of a normal distribution on either side of 0', () => {
    // bitsandbytes create_normal_map: outermost quantile 0.9677083, 9 levels above (0 included) and 8 below.
    const outermost = 0.9677083;
    let [low, high] = [1, 3];
    for (let i = 0; i < 60; i += 1) {
      const middle = (low + high) / 2;
      if (normalDistribution(middle) < outermost) low = middle;
      else high = middle;
    }
    nf4Values.forEach((value, index) => {
      const steps = index < 7 ? 7 : 8;
      const quantile = 0.5 + ((outermost - 0.5) * (index - 7)) / steps;
      expect(normalDistribution(value * low)).toBeCloseTo(quantile, 5);
    });
  });
});
