import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standardTyped, typedFromQuery, typedToQuery } from '../../src/calculators/shared/fields.ts';
import type { FieldName } from '../../src/calculators/shufflenet-unit/state.ts';
import { fields, prefix, readShuffleNetUnit } from '../../src/calculators/shufflenet-unit/state.ts';
import { residualUnits } from '../../src/engine/index.ts';

const read = (changes: Partial<Record<FieldName, string>> = {}): ReturnType<typeof readShuffleNetUnit> =>
  readShuffleNetUnit({ ...standardTyped(fields), ...changes });

const digits = (most: number): fc.Arbitrary<string> => fc.integer({ min: 1, max: most }).map(String);
const sizes = fc.record({
  channels: digits(64),
  middleChannels: digits(64),
  groups: digits(6),
  grid: digits(300),
});

describe('readShuffleNetUnit', () => {
  it('starts with 28²·(2·240·60/3 + 9·60) = 7,949,760, against 31,046,400 and 47,980,800', () => {
    const { units } = read();
    expect(residualUnits.map((name) => units?.[name].macs)).toEqual([47_980_800, 31_046_400, 7_949_760]);
  });

  it.each<[string, Partial<Record<FieldName, string>>, FieldName, unknown]>([
    ['groups that do not divide the unit', { groups: '7' }, 'groups', { key: 'mustDivide', limit: 240 }],
    ['groups that do not divide its middle', { groups: '8' }, 'groups', { key: 'mustDivide', limit: 60 }],
    ['a grid of nothing', { grid: '0' }, 'grid', { key: 'tooSmall', limit: 1 }],
    [
      'counts past 2^53',
      { grid: '65536', channels: '65536', middleChannels: '65536', groups: '1' },
      'grid',
      { key: 'notExact' },
    ],
  ])('answers %s with an error at its field', (_, changes, field, error) => {
    const { checked, units } = read(changes);
    expect(checked[field]).toEqual({ error });
    expect(units).toBeUndefined();
  });

  it('follows the formulas of the paper', () => {
    fc.assert(
      fc.property(sizes, (typed) => {
        const { units } = readShuffleNetUnit(typed);
        fc.pre(units !== undefined);
        const [c, m, g, hw] = [
          Number(typed.channels),
          Number(typed.middleChannels),
          Number(typed.groups),
          Number(typed.grid) ** 2,
        ] as const;
        expect(units.resnet.macs).toBe(hw * (2 * c * m + 9 * m * m));
        expect(units.resnext.macs).toBe(hw * (2 * c * m + (9 * m * m) / g));
        expect(units.shufflenet.macs).toBe(hw * ((2 * c * m) / g + 9 * m));
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
        const { checked, units } = readShuffleNetUnit(
          typedFromQuery(prefix, fields, new URLSearchParams(query)),
        );
        if (units === undefined) {
          expect(Object.values(checked).some((each) => 'error' in each)).toBe(true);
        } else {
          for (const name of residualUnits) expect(Number.isSafeInteger(units[name].macs)).toBe(true);
        }
      }),
    );
  });
});
