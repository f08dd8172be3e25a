import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldName } from '../../src/calculators/factorization/fields.ts';
import { fields, prefix, splits, volumeFields } from '../../src/calculators/factorization/fields.ts';
import { readFactorization } from '../../src/calculators/factorization/state.ts';
import { standardTyped, typedFromQuery, typedToQuery } from '../../src/calculators/shared/fields.ts';
import { evaluate, factorize } from '../../src/engine/index.ts';

type Changes = Readonly<Partial<Record<FieldName, string>>>;
const changed = (standard: Record<string, string>, changes: Changes): ReturnType<typeof readFactorization> =>
  readFactorization({ ...standard, ...Object.fromEntries(Object.entries(changes)) });
const read = (changes: Changes = {}): ReturnType<typeof readFactorization> =>
  changed(standardTyped(fields), changes);
const volume = (changes: Changes): ReturnType<typeof readFactorization> =>
  changed(standardTyped(volumeFields), changes);

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

  it('starts in the volume with a 3×3×3 as P3D-A: 12 of 27 multiply-accumulates', () => {
    const { result } = readFactorization(standardTyped(volumeFields));
    expect(result?.factorization.macsRatio(result.input)).toBeCloseTo(12 / 27, 15);
    expect(result?.input).toEqual([64, 16, 56, 56]);
    // 64·27·64 / (9 + 3) / 64
    expect(result?.middle).toEqual({ channels: 64, widest: 144 });
  });

  it('gives (2+1)D the middle of R(2+1)D and asks for none', () => {
    const { choosesMiddle, result } = volume({ split: '2plus1d', outChannels: '128' });
    expect(choosesMiddle).toBe(false);
    expect(result?.middle).toEqual({ channels: 230, widest: 230 });
  });

  it.each(['p3d-b', 'p3d-c', 'depthwise-separable'])('finds no middle in %s', (split) => {
    const { choosesMiddle, result } = volume({ split, middleChannels: 'left from before' });
    expect(choosesMiddle).toBe(false);
    expect(result?.middle).toBeUndefined();
    expect(result?.factorization.macsRatio(result.input)).toBeLessThan(1);
  });

  it('takes a plane kernel on several frames as one of length 1 in time', () => {
    const { result } = read({ frames: '8' });
    expect(result?.factorization.convolutions.map(({ spec }) => spec.kernel)).toEqual([
      [1, 1, 7],
      [1, 7, 1],
    ]);
    expect(result?.factorization.macs(result.input)).toBe(8 * 82_862_080);
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
    ['space and time without time', { split: 'p3d-a' }, 'kernelTime', { key: 'tooSmall', limit: 2 }],
    [
      'time without space',
      { split: '2plus1d', kernelTime: '3', kernelHeight: '1', kernelWidth: '1' },
      'kernelHeight',
      { key: 'tooSmall', limit: 2 },
    ],
    ['branches without a centre', { split: 'p3d-b', kernelTime: '4' }, 'kernelTime', { key: 'mustBeOdd' }],
    [
      'a stack shorter in time',
      { split: 'stack-of-3', kernelTime: '3' },
      'kernelTime',
      { key: 'mustEqual', limit: 7 },
    ],
    ['a split nobody knows', { split: 'p4d' }, 'split', { key: 'notListed' }],
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
  kernelTime: fc.oneof(digits(5), fc.constant('1')),
  frames: digits(20),
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
          middleChannels: result.middle?.channels,
        });
        expect(evaluate(formulas.macs.expression, values)).toBe(again.macs(input));
        expect(evaluate(formulas.ratio.expression, values)).toBeCloseTo(again.macsRatio(input), 12);
      }),
    );
  });
});
