import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldName } from '../../src/calculators/factorization/state.ts';
import { fields, prefix, readFactorization, splits } from '../../src/calculators/factorization/state.ts';
import { standardTyped, typedFromQuery, typedToQuery } from '../../src/calculators/shared/fields.ts';
import { evaluate, factorize } from '../../src/engine/index.ts';

const read = (changes: Partial<Record<FieldName, string>> = {}): ReturnType<typeof readFactorization> =>
  readFactorization({ ...standardTyped(fields), ...changes });

describe('readFactorization', () => {
  it('starts with the 7×7 of Mixed_6b: 82,862,080 multiply-accumulates in place of 348,020,736', () => {
    const { result } = read();
    expect(result?.factorization.macs(result.input)).toBe(82_862_080);
    expect(result?.factorization.whole.macs(result.input)).toBe(348_020_736);
  });

  it('splits a 5×5 into two 3×3 and a 3×3 into two 2×2', () => {
    const stack = read({ split: 'stack-of-3', kernelHeight: '5', kernelWidth: '5' }).result;
    expect(stack?.factorization.convolutions.map(({ spec }) => spec.kernel)).toEqual([
      [3, 3],
      [3, 3],
    ]);
    const smaller = read({ split: 'stack-of-2', kernelHeight: '3', kernelWidth: '3' }).result;
    expect(smaller?.factorization.convolutions.map(({ spec }) => spec.kernel)).toEqual([
      [2, 2],
      [2, 2],
    ]);
  });

  it('costs more from a middle of 538 on, the first above the widest that does not', () => {
    const ratio = (middleChannels: string): number | undefined => {
      const { result } = read({ middleChannels });
      return result?.factorization.macsRatio(result.input);
    };
    expect(ratio('537')).toBeLessThan(1);
    expect(ratio('538')).toBeGreaterThan(1);
  });

  it.each<[string, Partial<Record<FieldName, string>>, FieldName, unknown]>([
    [
      'an even stack of 3×3',
      { split: 'stack-of-3', kernelHeight: '6' },
      'kernelHeight',
      { key: 'mustBeOdd' },
    ],
    [
      'a 3×3 as a stack of 3×3',
      { split: 'stack-of-3', kernelHeight: '3' },
      'kernelHeight',
      { key: 'tooSmall', limit: 5 },
    ],
    [
      'an oblong stack',
      { split: 'stack-of-2', kernelHeight: '5' },
      'kernelWidth',
      { key: 'mustEqual', limit: 5 },
    ],
    ['a kernel of one row', { kernelHeight: '1' }, 'kernelHeight', { key: 'tooSmall', limit: 2 }],
    ['a split nobody knows', { split: 'p3d-a' }, 'split', { key: 'notListed' }],
    [
      'counts past 2^53',
      { grid: '65536', inChannels: '65536', outChannels: '65536' },
      'grid',
      { key: 'notExact' },
    ],
  ])('answers %s with an error at its field', (_, changes, field, error) => {
    const { checked, result } = read(changes);
    expect(checked[field]).toEqual({ error });
    expect(result).toBeUndefined();
  });
});

const digits = (most: number): fc.Arbitrary<string> => fc.integer({ min: 1, max: most }).map(String);
const sizes = fc.record({
  split: fc.constantFrom(...splits),
  kernelHeight: digits(12),
  kernelWidth: digits(12),
  inChannels: digits(2048),
  middleChannels: digits(2048),
  outChannels: digits(2048),
  grid: digits(300),
});

describe('the state in the address', () => {
  it('comes back from the query as it was typed', () => {
    fc.assert(
      fc.property(sizes, (typed) => {
        const query = typedToQuery(prefix, fields, typed, new URLSearchParams('conv.kernel=5'));
        expect(typedFromQuery(prefix, fields, query)).toEqual(typed);
        expect(query.get('conv.kernel')).toBe('5');
      }),
    );
  });

  it('gives a message or a finite result for whatever a query holds', () => {
    const text = fc.oneof(fc.string(), digits(1e9), fc.constantFrom('-1', '1e99', 'NaN', '∞', '7.5', '７'));
    const hostile = fc.dictionary(
      fc.constantFrom(...Object.keys(fields).map((name) => `${prefix}.${name}`)),
      text,
    );
    fc.assert(
      fc.property(hostile, (query) => {
        const { checked, result } = readFactorization(
          typedFromQuery(prefix, fields, new URLSearchParams(query)),
        );
        if (result === undefined) {
          expect(Object.values(checked).some((each) => 'error' in each)).toBe(true);
        } else {
          expect(Number.isSafeInteger(result.factorization.macs(result.input))).toBe(true);
          expect(result.factorization.macsRatio(result.input)).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe('the steps shown', () => {
  it('work out to what the engine counts', () => {
    fc.assert(
      fc.property(sizes, (typed) => {
        const { result } = readFactorization(typed);
        fc.pre(result !== undefined);
        const { factorization, input } = result;
        const { formulas, whole } = factorization;
        const values = factorization.bindings(input);
        const again = factorize({ ...whole.spec }, typed.split, {
          middleChannels: Number(typed.middleChannels),
        });
        expect(evaluate(formulas.macs.expression, values)).toBe(again.macs(input));
        expect(evaluate(formulas.ratio.expression, values)).toBeCloseTo(again.macsRatio(input), 12);
      }),
    );
  });
});
