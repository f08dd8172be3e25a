import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber, typedOf } from '../../src/calculators/number-formats/read-number.ts';
import type { Outcome } from '../../src/calculators/number-formats/roundings.ts';
import { comparedFormats, roundings } from '../../src/calculators/number-formats/roundings.ts';
import {
  fields,
  prefix,
  readNumberFormats,
  withBitTurned,
} from '../../src/calculators/number-formats/state.ts';
import { standardTyped, typedFromQuery, typedToQuery } from '../../src/calculators/shared/fields.ts';
import { fromBits, limitsOf, roundTo } from '../../src/engine/index.ts';

type Typed = Record<string, string>;

const standard = standardTyped(fields);
const formats = fields.format.choices;

const anyTyped = fc.record({
  format: fc.oneof(fc.constantFrom(...formats), fc.string({ maxLength: 40 })),
  value: fc.oneof(
    fc.double().map(String),
    fc.nat().map((code) => `0x${code.toString(16)}`),
    fc.constantFrom('inf', '-inf', 'nan', '-0', '1e999', '−1.5', '１.５', '1,000', '0b101', '0x', 'toString'),
    fc.string({ maxLength: 40 }),
  ),
});

const numberIn = (change: Typed) => {
  const { number } = readNumberFormats({ ...standard, ...change });
  if (number === undefined) throw new Error('the state holds no number');
  return number;
};

describe('readNumberFormats', () => {
  it('starts from 0.1 in float16: 0x2e66, which is 0.0999755859375', () => {
    const { fields: own, neighbours } = numberIn({});
    expect(own).toEqual({
      kind: 'normal',
      value: 0.0999755859375,
      sign: 0,
      exponentField: 11,
      mantissaField: 614,
      code: 0x2e66,
    });
    expect(neighbours).toEqual({ below: 0.09991455078125, above: 0.10003662109375 });
  });

  it.each([
    ['nan', 'nan', 0x7fff],
    ['the code of a NaN as it is typed', '0x7e01', 0x7e01],
    ['minus infinity', '-Inf', 0xfc00],
    ['an overflow', '70000', 0x7c00],
    ['the largest', '65,504', 0x7bff],
    ['the smallest subnormal', '5.960464477539063e-8', 1],
    ['a true minus sign', '−1.5', 0xbe00],
    ['minus zero', '-0', 0x8000],
    ['full-width digits', '１.５', 0x3e00],
    ['binary', '0b0011110000000000', 0x3c00],
  ])('reads %s in float16', (_, value, code) => {
    expect(numberIn({ value }).fields.code).toBe(code);
  });

  it.each([
    ['value', { value: '' }, { key: 'empty' }],
    ['value', { value: 'one' }, { key: 'notWhole' }],
    ['value', { value: '1e999' }, { key: 'notWhole' }],
    ['value', { value: '0x10000' }, { key: 'tooLarge', limit: 0xffff }],
    ['value', { format: 'float4_e2m1', value: 'nan' }, { key: 'notWhole' }],
    ['format', { format: 'float17' }, { key: 'notListed' }],
  ])('names what is wrong at %s for %o', (field, change, error) => {
    const { checked, number } = readNumberFormats({ ...standard, ...change });
    expect(number).toBeUndefined();
    expect(checked[field]).toEqual({ error });
  });

  it('never throws, and rounds what it takes as the engine does', () => {
    fc.assert(
      fc.property(anyTyped, (typed) => {
        const { checked, number } = readNumberFormats(typed);
        if (number === undefined) {
          expect(Object.values(checked).some((field) => 'error' in field)).toBe(true);
        } else {
          expect(number.fields.value).toBe(roundTo(number.format, number.value));
          expect(fromBits(number.format, number.fields.code)).toBe(number.fields.value);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('turning a bit over', () => {
  it('and back again gives the same code in every format, NaN included', () => {
    fc.assert(
      fc.property(fc.constantFrom(...formats), fc.nat(), fc.nat(31), (format, any, place) => {
        const { valueBits } = limitsOf(format);
        const code = any % 2 ** valueBits;
        const bit = place % valueBits;
        const turned = withBitTurned(code, bit);
        expect(readNumber(format, typedOf(format, turned))).toMatchObject({ code: turned });
        expect(withBitTurned(turned, bit)).toBe(code);
      }),
    );
  });
});

describe('roundings', () => {
  const outcomes = (value: number): Record<string, Outcome> =>
    Object.fromEntries(roundings(value).map((row) => [row.format, row.outcome]));

  it('has 1 exact in every format', () => {
    expect(new Set(Object.values(outcomes(1)))).toEqual(new Set(['exact']));
  });

  it('overflows 70,000 in float16 but not in bfloat16, and clamps it where there is no infinity', () => {
    expect(outcomes(70_000)).toMatchObject({
      float32: 'exact',
      float16: 'overflow',
      bfloat16: 'rounded',
      float8_e4m3fn: 'overflow',
      float6_e3m2: 'saturated',
      int8: 'saturated',
      nf4: 'saturated',
    });
  });

  it('tells subnormal numbers and underflow apart', () => {
    expect(outcomes(2 ** -20)).toMatchObject({
      float16: 'subnormal',
      bfloat16: 'exact',
      float8_e5m2: 'underflow',
    });
  });

  it('lets int8 reach −128 but not 128', () => {
    expect([outcomes(-128).int8, outcomes(128).int8, outcomes(-129).int8]).toEqual([
      'exact',
      'saturated',
      'saturated',
    ]);
  });

  it('never holds a relative error that is not a number, and stores what the engine rounds to', () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        for (const [index, row] of roundings(value).entries()) {
          expect(row.format).toBe(comparedFormats[index]);
          if (row.stored !== undefined) expect(row.stored).toBe(roundTo(row.format, value));
          if (row.relativeError !== undefined) expect(Number.isFinite(row.relativeError)).toBe(true);
        }
      }),
    );
  });
});

describe('the address', () => {
  it('brings back whatever was typed, and stays empty for the standard case', () => {
    fc.assert(
      fc.property(anyTyped, (typed) => {
        const query = typedToQuery(prefix, fields, typed, new URLSearchParams('size.format=int8'));
        expect(query.get('size.format')).toBe('int8');
        expect(typedFromQuery(prefix, fields, new URLSearchParams(query.toString()))).toEqual(typed);
      }),
    );
    expect(typedToQuery(prefix, fields, standard, new URLSearchParams()).toString()).toBe('');
  });
});
