import fc from 'fast-check';
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { BlocksAnswer } from '../../src/calculators/blocks/BlocksAnswer.tsx';
import { BlockShapes } from '../../src/calculators/blocks/BlockShapes.tsx';
import { fields, prefix, readBlocks } from '../../src/calculators/blocks/state.ts';
import { blockTable } from '../../src/calculators/blocks/table.ts';
import { words } from '../../src/calculators/blocks/words.ts';
import { toCsv } from '../../src/calculators/shared/csv.ts';
import { standardTyped, typedFromQuery, typedToQuery } from '../../src/calculators/shared/fields.ts';
import { residualBlock } from '../../src/engine/index.ts';
import { blockWords } from '../../src/figures/index.ts';
import { locales } from '../../src/i18n/index.ts';

const read = (changes: Record<string, string> = {}): ReturnType<typeof readBlocks> =>
  readBlocks({ ...standardTyped(fields), ...changes });

/** The first block of ResNet-50's second stage. */
const layer2 = { outChannels: '512', middleChannels: '128', stride: '2', resnextWidth: '256' };

/** The text of the result, tags left out. */
function textOf(changes: Record<string, string>, locale: 'en' | 'zh' = 'en'): string {
  const { blocks } = read(changes);
  if (blocks === undefined) throw new Error('the fields describe no blocks');
  return render(
    h('div', {}, h(BlocksAnswer, { blocks, locale }), h(BlockShapes, { blocks, locale })),
  ).replaceAll(/<[^>]+>/g, ' ');
}

describe('readBlocks', () => {
  it('starts with 256 channels: 1,179,648 weights as two 3×3, 69,632 as a bottleneck', () => {
    expect(read().blocks?.map(({ name, block }) => [name, block?.weights])).toEqual([
      ['basic', 1_179_648],
      ['bottleneck-v1', 69_632],
      ['bottleneck-v1.5', 69_632],
      ['resnext', 70_144],
      ['p3d', 81_920],
      ['shufflenet', 8_768],
      ['inverted-residual', 800_256],
    ]);
  });

  it('gives the inverted residual of MobileNetV2 at 24 channels its 8,208 weights', () => {
    const { blocks } = read({ inChannels: '24', outChannels: '24', middleChannels: '8' });
    expect(blocks?.at(-1)?.block?.weights).toBe(8_208);
  });

  it.each([
    ['33 groups for ResNeXt', { resnextGroups: '33' }, 'resnextGroups', { key: 'mustDivide', limit: 128 }],
    ['3 groups for ShuffleNet', { shuffleGroups: '3' }, 'shuffleGroups', { key: 'mustDivide', limit: 256 }],
    ['a stride of 3', { stride: '3' }, 'stride', { key: 'notListed' }],
    ['a million channels', { inChannels: '1000000' }, 'inChannels', { key: 'tooLarge', limit: 8192 }],
    ['a grid of 10^6', { grid: '1e6' }, 'grid', { key: 'tooLarge', limit: 1024 }],
    ['no expansion', { expansion: '' }, 'expansion', { key: 'empty' }],
  ])('answers %s with an error at its field', (_, changes, field, error) => {
    const { checked, blocks } = read(changes);
    expect(checked[field]).toEqual({ error });
    expect(blocks).toBeUndefined();
  });

  it('leaves only the ShuffleNet row empty where its unit cannot have the sizes', () => {
    for (const changes of [
      { outChannels: '128' },
      { stride: '2' },
      { outChannels: '100', shuffleGroups: '7' },
    ]) {
      const { blocks } = read(changes);
      expect(blocks?.filter(({ block }) => block === undefined).map(({ name }) => name)).toEqual([
        'shufflenet',
      ]);
    }
  });

  it('counts the largest sizes exactly', () => {
    const most = Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [name, 'most' in field ? String(field.most) : '1']),
    );
    const { blocks } = read(most);
    expect(blocks?.every(({ block }) => Number.isSafeInteger(block?.macs))).toBe(true);
  });
});

const width = fc.integer({ min: 1, max: 64 }).map((each) => String(4 * each));
const states = fc.record({
  inChannels: width,
  outChannels: width,
  middleChannels: width,
  stride: fc.constantFrom('1', '2'),
  grid: fc.integer({ min: 1, max: 60 }).map(String),
  resnextWidth: width,
  resnextGroups: fc.constantFrom('1', '2', '4'),
  shuffleGroups: fc.constantFrom('1', '2', '4'),
  expansion: fc.integer({ min: 1, max: 16 }).map(String),
});

describe('the state in the address', () => {
  it('comes back from the query as it was typed', () => {
    fc.assert(
      fc.property(states, (typed) => {
        const query = typedToQuery(prefix, fields, typed, new URLSearchParams('conv.kernel=5'));
        expect(typedFromQuery(prefix, fields, query)).toEqual(typed);
        expect(query.get('conv.kernel')).toBe('5');
      }),
    );
  });

  it('gives a message or whole results for whatever a query holds', () => {
    const text = fc.oneof(
      fc.string(),
      fc.integer().map(String),
      fc.constantFrom('1e99', 'NaN', '２', '-1', '0.5'),
    );
    const names = Object.keys(fields).map((name) => `${prefix}.${name}`);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), text), (query) => {
        const { checked, blocks } = readBlocks(typedFromQuery(prefix, fields, new URLSearchParams(query)));
        if (blocks === undefined) {
          expect(Object.values(checked).some((each) => 'error' in each)).toBe(true);
        } else {
          expect(blocks.every(({ block }) => block === undefined || block.macs > 0)).toBe(true);
        }
      }),
    );
  });
});

describe('what is shown', () => {
  it('is what the engine counts', () => {
    fc.assert(
      fc.property(states, (typed) => {
        const { blocks = [] } = readBlocks(typed);
        const [, ...rows] = blockTable(blocks, words.en, blockWords.en);
        expect(rows.length).toBe(7);
        rows.forEach((row, index) => {
          const compared = blocks[index];
          if (compared?.block === undefined) return;
          const own = residualBlock(compared.name, compared.sizes, [Number(typed.grid), Number(typed.grid)]);
          expect(row.slice(1)).toEqual([own.weights, own.macs, own.activationElements]);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('copies as CSV', () => {
    const { blocks = [] } = read();
    expect(
      toCsv(blockTable(blocks, words.en, blockWords.en))
        .split('\r\n')
        .slice(0, 3),
    ).toEqual([
      'Block,Weights,MACs,Activations',
      'Basic block,1179648,3699376128,1605632',
      'Bottleneck v1,69632,218365952,1204224',
    ]);
  });

  it('tells v1 from v1.5 with stride 2 only', () => {
    expect(textOf({})).toContain('With stride 1, v1 and v1.5 are the same.');
    // ResNet-50 layer2.0 at 56×56: 295,436,288 MACs with the stride in the first 1×1, 372,506,624 in the 3×3.
    expect(textOf(layer2)).toContain('changes the multiply-adds by +26.1%');
    expect(textOf(layer2, 'zh')).toContain('乘加次数变化 +26.1%');
  });

  it('says why there is no ShuffleNet unit', () => {
    expect(textOf({ outChannels: '128' })).toContain('needs equal channels in and out');
    expect(textOf({ stride: '2' })).toContain('needs more channels out than in');
  });

  it.each(locales)('has no missing number in any case (%s)', (locale) => {
    fc.assert(
      fc.property(states, (typed) => {
        expect(textOf(typed, locale)).not.toMatch(/NaN|undefined|Infinity/);
      }),
      { numRuns: 20 },
    );
  });
});
