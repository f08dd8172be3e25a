import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldName } from '../../src/calculators/separable/state.ts';
import { fields, prefix, readSeparable } from '../../src/calculators/separable/state.ts';
import { trafficTable } from '../../src/calculators/separable/traffic-table.ts';
import { standardTyped, typedFromQuery, typedToQuery } from '../../src/calculators/shared/fields.ts';
import { depthwiseSeparable, evaluate } from '../../src/engine/index.ts';

const read = (changes: Partial<Record<FieldName, string>> = {}): ReturnType<typeof readSeparable> =>
  readSeparable({ ...standardTyped(fields), ...changes });

const digits = (most: number): fc.Arbitrary<string> => fc.integer({ min: 1, max: most }).map(String);
const sizes = fc.record({
  kernel: digits(11),
  inChannels: digits(2048),
  outChannels: digits(2048),
  depthMultiplier: digits(8),
  grid: digits(300),
});

describe('readSeparable', () => {
  it('starts at 64 channels and 56×56: 115,605,504 dense, 14,651,392 separable, 131.9, 2.2 and 15.8 FLOPs a byte', () => {
    const { result } = read();
    expect(result?.layer.whole.macs(result.input)).toBe(115_605_504);
    expect(result?.layer.macs(result.input)).toBe(14_651_392);
    const rows = result === undefined ? [] : trafficTable(result);
    expect(rows.map(({ flopsPerByte }) => flopsPerByte.toFixed(1))).toEqual(['131.9', '2.2', '15.8']);
    expect(rows.map(({ bytes }) => bytes)).toEqual([1_753_088, 1_607_936, 1_622_016]);
  });

  it.each<[string, Partial<Record<FieldName, string>>, FieldName, unknown]>([
    ['no kernel', { kernel: '' }, 'kernel', { key: 'empty' }],
    ['half a channel', { inChannels: '64.5' }, 'inChannels', { key: 'notWhole' }],
    ['multiplier 0', { depthMultiplier: '0' }, 'depthMultiplier', { key: 'tooSmall', limit: 1 }],
    [
      'counts past 2^53',
      { grid: '65536', inChannels: '65536', outChannels: '65536' },
      'grid',
      { key: 'notExact' },
    ],
    [
      'bits past 2^53',
      { grid: '65536', inChannels: '65536', outChannels: '1', kernel: '1' },
      'grid',
      { key: 'notExact' },
    ],
  ])('answers %s with an error at its field', (_, changes, field, error) => {
    const { checked, result } = read(changes);
    expect(checked[field]).toEqual({ error });
    expect(result).toBeUndefined();
  });

  it('shows steps that work out to what the engine counts', () => {
    fc.assert(
      fc.property(sizes, (typed) => {
        const { result } = readSeparable(typed);
        fc.pre(result !== undefined);
        const { layer, input } = result;
        const kernel = [Number(typed.kernel), Number(typed.kernel)];
        const again = depthwiseSeparable({
          inChannels: Number(typed.inChannels),
          outChannels: Number(typed.outChannels),
          depthMultiplier: Number(typed.depthMultiplier),
          kernel,
          padding: 'same',
        });
        const values = layer.bindings(input);
        expect(evaluate(layer.formulas.macs.expression, values)).toBe(again.macs(input));
        expect(evaluate(layer.formulas.ratio.expression, values)).toBeCloseTo(
          again.macs(input) / again.whole.macs(input),
          12,
        );
        for (const { weights, macs } of trafficTable(result).slice(1)) {
          expect(macs).toBe(weights * Number(typed.grid) ** 2);
        }
      }),
    );
  });
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

  it('gives a message or finite results for whatever a query holds', () => {
    const text = fc.oneof(fc.string(), digits(1e9), fc.constantFrom('-1', '1e99', 'NaN', '∞', '7.5', '７'));
    const hostile = fc.dictionary(
      fc.constantFrom(...Object.keys(fields).map((name) => `${prefix}.${name}`)),
      text,
    );
    fc.assert(
      fc.property(hostile, (query) => {
        const { checked, result } = readSeparable(typedFromQuery(prefix, fields, new URLSearchParams(query)));
        if (result === undefined) {
          expect(Object.values(checked).some((each) => 'error' in each)).toBe(true);
        } else {
          for (const row of trafficTable(result)) {
            expect(Number.isSafeInteger(row.macs) && Number.isSafeInteger(row.bytes)).toBe(true);
            expect(row.flopsPerByte).toBeGreaterThan(0);
          }
        }
      }),
    );
  });

  it('answers the largest sizes of every field without throwing', () => {
    const largest = Object.fromEntries(
      Object.entries(fields).map(([name, { most }]) => [name, String(most)]),
    );
    for (const name of Object.keys(fields)) {
      expect(() => readSeparable({ ...standardTyped(fields), [name]: largest[name] ?? '' })).not.toThrow();
    }
    expect(readSeparable(largest).checked.grid).toEqual({ error: { key: 'notExact' } });
  });
});
