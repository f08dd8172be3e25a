import { describe, expect, it } from 'vitest';
import { knownCounts } from '../../src/calculators/reconciler/known-counts.ts';
import { networkNames, toolNames } from '../../src/calculators/reconciler/numbers.ts';
import { sidesOf } from '../../src/calculators/reconciler/sides.ts';
import type { Pair } from '../../src/calculators/reconciler/state.ts';
import { fields, pairKey, readReconciler } from '../../src/calculators/reconciler/state.ts';
import { wayOf, wayTable } from '../../src/calculators/reconciler/table.ts';
import { standardTyped } from '../../src/calculators/shared/fields.ts';
import { architectureNamed, canCount, printedCount } from '../../src/engine/index.ts';

type Typed = Record<string, string>;

const known = knownCounts('en');
const standard = standardTyped(fields);

function pairOf(change: Typed): Pair {
  const { pair } = readReconciler({ ...standard, ...change }, known);
  if (pair === undefined) throw new Error('the state describes no pair');
  return pair;
}

const wayFrom = (change: Typed): ReturnType<typeof wayOf> => wayOf(sidesOf(pairOf(change)));
const names = (change: Typed): string[] => wayFrom(change).rows.map(({ name }) => name);

describe('readReconciler', () => {
  it('starts from torchvision’s and calflops’ counts of ResNet-50', () => {
    const { start, rows } = wayFrom({});
    expect(start).toBe(4_089_184_256);
    expect(rows.map(({ name, amount }) => [name, amount])).toEqual([
      ['doubling', 4_089_184_256],
      ['normalization', 22_227_968],
      ['activations', 9_608_704],
      ['pooling', 903_168],
    ]);
    expect(rows.at(-1)?.reached).toBe(8_211_108_352);
  });

  it('offers the counts in print of the network, and no other’s', () => {
    expect(readReconciler({ ...standard, to: 'he2016:3.8' }, known).pair).toBeDefined();
    const elsewhere = readReconciler({ ...standard, network: 'alexnet', to: 'he2016:3.8' }, known);
    expect(elsewhere.checked.to).toEqual({ error: { key: 'notListed' } });
    expect(elsewhere.pair).toBeUndefined();
  });

  it('takes a number of the reader’s own with its digits: 4.10 is not 4.1', () => {
    const own = pairOf({ to: 'own', giga: '４.10' });
    expect(own.to).toEqual({ kind: 'own', printed: { digits: '4.10', scale: 1e9 } });
    expect(pairKey(own)).not.toBe(pairKey(pairOf({ to: 'own', giga: '4.1' })));
  });

  it.each(['4.1e0', '+4.1', '4.', '4.0000000001'])('says that %s is no number with digits', (giga) => {
    const { checked, pair } = readReconciler({ ...standard, to: 'own', giga }, known);
    expect(checked.giga).toEqual({ error: { key: 'notWhole' } });
    expect(pair).toBeUndefined();
  });

  it('has rules of every tool for every network, and counts in print for each', () => {
    for (const name of networkNames) {
      const network = architectureNamed(name).build();
      expect(toolNames.filter((tool) => !canCount(tool, network))).toEqual([]);
      expect(known[name]?.length).toBeGreaterThan(0);
    }
  });
});

describe('the way', () => {
  it('from the paper’s 3.8 to calflops’ 8.21 takes the digits cut off back first', () => {
    expect(names({ from: 'he2016:3.8', to: 'calflops:8.21' })).toEqual([
      ...['cutOff', 'stridePlace', 'doubling', 'normalization', 'activations', 'pooling', 'rounded'],
    ]);
  });

  it('ends at the printed digits for every count in print of ViT-B/16', () => {
    for (const { id, printed } of known.vit_b_16 ?? []) {
      const { rows } = wayFrom({ network: 'vit_b_16', to: id });
      expect(rows.at(-1)?.reached).toBe(printedCount(printed));
    }
  });

  it('to a number of the reader’s own says that the reading was found', () => {
    const sides = sidesOf(pairOf({ to: 'own', giga: '3.86' }));
    expect(sides.to.found).toBe(true);
    expect(wayOf(sides).rows.map(({ name }) => name)).toEqual(['stridePlace', 'rounded']);
  });

  it('to what nothing explains leaves the gap open: 3.1 G of ResNet-50', () => {
    const { gaps, rows } = wayFrom({ to: 'own', giga: '3.1000' });
    expect(gaps).toEqual([0, 3_100_000_000 - 4_089_184_256]);
    expect(rows.at(-1)?.name).toBe('open');
  });

  it('is a table whose amounts lead from the first line to the last', () => {
    const way = wayFrom({ to: 'thop' });
    const [head, first, ...rows] = wayTable(
      way,
      ['step', 'amount', 'leads to'],
      ({ name }) => name,
      'torchvision',
    );
    expect(head).toEqual(['step', 'amount', 'leads to']);
    expect(first).toEqual(['torchvision', '', 4_089_184_256]);
    expect(rows).toEqual([
      ['normalization', 44_455_936, 4_133_640_192],
      ['pooling', 102_400, 4_133_742_592],
    ]);
  });
});
