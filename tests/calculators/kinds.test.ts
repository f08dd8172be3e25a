import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Kind, KindName } from '../../src/calculators/kinds/kinds.ts';
import { kindNames, kindsAt } from '../../src/calculators/kinds/kinds.ts';
import { noteOf, seenAt } from '../../src/calculators/kinds/seen.ts';
import { fields, prefix, readKinds } from '../../src/calculators/kinds/state.ts';
import { kindsTable } from '../../src/calculators/kinds/table.ts';
import { words } from '../../src/calculators/kinds/words.ts';
import { standardTyped, typedFromQuery, typedToQuery } from '../../src/calculators/shared/fields.ts';
import { formatterFor } from '../../src/format/index.ts';

const kindsOf = (typed: Readonly<Record<string, string>>): readonly Kind[] | undefined => {
  const { size } = readKinds(typed);
  return size && kindsAt(size);
};

const standard = kindsOf(standardTyped(fields)) ?? [];
const kind = (name: KindName, kinds: readonly Kind[] = standard): Kind => {
  const found = kinds.find((each) => each.name === name);
  if (found === undefined) throw new Error(`${name} is missing`);
  return found;
};

describe('the kinds at 64 to 128 channels, 3×3, 56×56', () => {
  it.each<[KindName, number, number, readonly number[]]>([
    ['standard', 73_728, 231_211_008, [128, 56, 56]],
    ['pointwise', 8_192, 25_690_112, [128, 56, 56]],
    ['strided', 73_728, 57_802_752, [128, 28, 28]],
    ['dilated', 73_728, 231_211_008, [128, 56, 56]],
    // Input positions are counted, so it costs what the standard one costs.
    ['transposed', 73_728, 231_211_008, [128, 112, 112]],
    ['grouped', 18_432, 57_802_752, [128, 56, 56]],
    ['groupedPointwise', 2_048, 6_422_528, [128, 56, 56]],
    ['depthwise', 576, 1_806_336, [64, 56, 56]],
    ['depthwiseSeparable', 8_768, 27_496_448, [128, 56, 56]],
    // 3·64·64 + 3·64·128
    ['asymmetric', 36_864, 115_605_504, [128, 56, 56]],
    ['volume', 221_184, 5_549_064_192, [128, 8, 56, 56]],
    // 9·64·64 + 3·64·128
    ['pseudo3d', 61_440, 1_541_406_720, [128, 8, 56, 56]],
  ])('%s: %i weights, %i multiply-accumulates', (name, weights, macs, outputShape) => {
    expect(kind(name)).toMatchObject({ weights, macs, outputShape });
  });

  it('read what their kernels and groups say', () => {
    expect(kind('dilated')).toMatchObject({ span: [5, 5], positions: 9, channels: 64 });
    expect(kind('transposed')).toMatchObject({ span: [2, 2], positions: 4, channels: 64 });
    expect(kind('grouped')).toMatchObject({ span: [3, 3], channels: 16 });
    expect(kind('depthwise')).toMatchObject({ span: [3, 3], channels: 1 });
    expect(kind('depthwiseSeparable')).toMatchObject({ span: [3, 3], positions: 9, channels: 64 });
    expect(kind('volume')).toMatchObject({ span: [3, 3, 3], positions: 27 });
  });

  it('compare 3-D with the standard one on every frame: k times, and less when split', () => {
    expect(kind('volume').macsRatio).toBe(3);
    expect(kind('pseudo3d').macsRatio).toBeCloseTo(61_440 / 73_728, 12);
  });

  it('are all seen somewhere and treated by a note', () => {
    const seen = seenAt(formatterFor('en'));
    for (const name of kindNames) {
      expect(seen[name] ?? words.en.seenElsewhere[name]).toBeTruthy();
      expect(noteOf[name]).toMatch(/^[a-z0-9-]+$/);
    }
    expect(seen.asymmetric).toBe(
      'Inception v3, Mixed_6b.branch7x7_2.conv + Mixed_6b.branch7x7_3.conv (128×17×17 → 192×17×17)',
    );
  });

  it('are copied as a table', () => {
    const [heads, first, ...others] = kindsTable(standard, words.en);
    expect(heads).toEqual(['Kind', 'Weights', 'MACs', 'Ratio', 'Output']);
    expect(first).toEqual(['Standard', 73_728, 231_211_008, 1, '128×56×56']);
    expect(others).toHaveLength(11);
  });
});

const digits = (least: number, most: number): fc.Arbitrary<string> =>
  fc.integer({ min: least, max: most }).map(String);
const sizes = fc.record({
  inChannels: digits(1, 300),
  outChannels: digits(1, 300),
  kernel: digits(3, 15),
  grid: digits(1, 300),
  stride: digits(1, 8),
  dilation: digits(1, 40),
  groups: digits(1, 6),
  frames: digits(1, 40),
});

describe('readKinds', () => {
  it.each<[string, Record<string, string>, string, unknown]>([
    ['an even kernel', { kernel: '4' }, 'kernel', { key: 'mustBeOdd' }],
    ['groups that do not divide the input', { groups: '3' }, 'groups', { key: 'mustDivide', limit: 64 }],
    [
      'groups that do not divide the output',
      { groups: '4', outChannels: '6' },
      'groups',
      { key: 'mustDivide', limit: 6 },
    ],
    [
      'counts past 2^53',
      { grid: '65536', inChannels: '65536', outChannels: '65536' },
      'grid',
      { key: 'notExact' },
    ],
  ])('answers %s with an error at its field', (_, changes, field, error) => {
    const { checked, size } = readKinds({ ...standardTyped(fields), ...changes });
    expect(checked[field]).toEqual({ error });
    expect(size).toBeUndefined();
  });

  it('comes back from the query as it was typed', () => {
    fc.assert(
      fc.property(sizes, (typed) => {
        const query = typedToQuery(prefix, fields, typed, new URLSearchParams('conv.kernel=5'));
        expect(typedFromQuery(prefix, fields, query)).toEqual(typed);
        expect(query.get('conv.kernel')).toBe('5');
      }),
    );
  });

  it('gives the kinds the engine gives at every size it takes', () => {
    fc.assert(
      fc.property(sizes, (typed) => {
        const kinds = kindsOf(typed);
        fc.pre(kinds !== undefined);
        const [grid, stride] = [Number(typed.grid), Number(typed.stride)];
        expect(kind('transposed', kinds).outputShape.slice(1)).toEqual([grid * stride, grid * stride]);
        expect(kind('strided', kinds).outputShape[1]).toBe(Math.ceil(grid / stride));
        expect(kind('dilated', kinds).outputShape[1]).toBe(grid);
        expect(kind('grouped', kinds).weights * Number(typed.groups)).toBe(kind('standard', kinds).weights);
      }),
    );
  });

  it('gives a message or finite numbers for whatever a query holds', () => {
    const text = fc.oneof(
      fc.string(),
      digits(1, 1e9),
      fc.constantFrom('-1', '1e99', 'NaN', '∞', '7.5', '７', '65536', '255'),
    );
    const hostile = fc.dictionary(
      fc.constantFrom(...Object.keys(fields).map((name) => `${prefix}.${name}`)),
      text,
    );
    fc.assert(
      fc.property(hostile, (query) => {
        const typed = typedFromQuery(prefix, fields, new URLSearchParams(query));
        const { checked } = readKinds(typed);
        const kinds = kindsOf(typed);
        if (kinds === undefined) {
          expect(Object.values(checked).some((each) => 'error' in each)).toBe(true);
          return;
        }
        for (const { weights, macs, macsRatio } of kinds) {
          expect(Number.isSafeInteger(weights) && Number.isSafeInteger(macs)).toBe(true);
          expect(macsRatio).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('draws the small case it is pictured at', () => {
    const size = { inChannels: 4, outChannels: 4, kernel: 3, grid: 5, stride: 2, dilation: 2, groups: 2 };
    expect(kindsAt({ ...size, frames: 3 }).map(({ convolutions }) => convolutions.length)).toEqual([
      1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 1, 2,
    ]);
  });
});
