import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldName } from '../../src/calculators/grouped/state.ts';
import { fields, prefix, readGrouped } from '../../src/calculators/grouped/state.ts';
import { standardTyped, typedFromQuery, typedToQuery } from '../../src/calculators/shared/fields.ts';
import { convolution, evaluate } from '../../src/engine/index.ts';

const read = (changes: Partial<Record<FieldName, string>> = {}): ReturnType<typeof readGrouped> =>
  readGrouped({ ...standardTyped(fields), ...changes });

const digits = (most: number): fc.Arbitrary<string> => fc.integer({ min: 1, max: most }).map(String);
const sizes = fc.record({
  inChannels: digits(64),
  outChannels: digits(64),
  kernel: digits(11),
  groups: digits(8),
  bias: fc.constantFrom('yes', 'no'),
  grid: digits(300),
});

describe('readGrouped', () => {
  it.each([
    [{}, 2_432],
    [{ groups: '1' }, 73_856],
    [{ outChannels: '64', groups: '64' }, 640],
    [{ inChannels: '32', outChannels: '64', groups: '32' }, 640],
    [{ inChannels: '256', outChannels: '256', kernel: '5', groups: '2' }, 819_456],
    [{ bias: 'no' }, 2_304],
  ])('counts the parameters of %o: %i', (changes, parameters) => {
    expect(read(changes).result?.grouped.parameters).toBe(parameters);
  });

  it.each<[string, Partial<Record<FieldName, string>>, FieldName, unknown]>([
    ['groups that do not divide the input', { groups: '3' }, 'groups', { key: 'mustDivide', limit: 64 }],
    [
      'groups that do not divide the output',
      { groups: '64', outChannels: '96' },
      'groups',
      { key: 'mustDivide', limit: 96 },
    ],
    ['no groups', { groups: '0' }, 'groups', { key: 'tooSmall', limit: 1 }],
    ['a bias nobody knows', { bias: 'maybe' }, 'bias', { key: 'notListed' }],
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

  it('shows steps that work out to what the engine counts', () => {
    fc.assert(
      fc.property(sizes, (typed) => {
        const { result } = readGrouped(typed);
        fc.pre(result !== undefined);
        const { grouped, dense, input } = result;
        const kernel = [Number(typed.kernel), Number(typed.kernel)];
        const again = convolution({
          inChannels: Number(typed.inChannels),
          outChannels: Number(typed.outChannels),
          groups: Number(typed.groups),
          bias: typed.bias === 'yes',
          kernel,
          padding: 'same',
        });
        const values = grouped.bindings(input);
        const { parameters, macs } = grouped.formulas;
        expect(parameters && evaluate(parameters.expression, values)).toBe(again.parameters);
        expect(macs && evaluate(macs.expression, values)).toBe(again.macs(input));
        expect(dense.macs(input)).toBe(again.macs(input) * Number(typed.groups));
      }),
    );
  });
});

describe('the state in the address', () => {
  it('comes back from the query as it was typed', () => {
    fc.assert(
      fc.property(sizes, (typed) => {
        const query = typedToQuery(prefix, fields, typed, new URLSearchParams());
        expect(typedFromQuery(prefix, fields, query)).toEqual(typed);
      }),
    );
  });

  it('gives a message or exact counts for whatever a query holds', () => {
    const text = fc.oneof(fc.string(), digits(1e9), fc.constantFrom('-1', '1e99', 'NaN', '∞', '7.5', '７'));
    const hostile = fc.dictionary(
      fc.constantFrom(...Object.keys(fields).map((name) => `${prefix}.${name}`)),
      text,
    );
    fc.assert(
      fc.property(hostile, (query) => {
        const { checked, result } = readGrouped(typedFromQuery(prefix, fields, new URLSearchParams(query)));
        if (result === undefined) {
          expect(Object.values(checked).some((each) => 'error' in each)).toBe(true);
        } else {
          expect(Number.isSafeInteger(result.grouped.macs(result.input))).toBe(true);
        }
      }),
    );
  });
});
