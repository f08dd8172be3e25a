import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layersOf } from '../../src/catalogue/account.ts';
import type { TableChoice } from '../../src/catalogue/layer-table.ts';
import { allModules, linesOf, matching, openAtFirst, sortKeys } from '../../src/catalogue/layer-table.ts';
import { csvRows, nextSort, readTable } from '../../src/catalogue/table-state.ts';

const standard = readTable({});
const layers = layersOf('resnet50');
const networks = ['resnet50', 'mobilenet_v2', 'vit_b_16', 'inception_v3', 'mvit_v2_s', 'gpt2'].map((id) =>
  layersOf(id),
);

const anyLayers = fc.constantFrom(...networks);
const anyChoice = fc.record({
  view: fc.constantFrom('modules' as const, 'layers' as const),
  sort: fc.constantFrom(...sortKeys),
  descending: fc.boolean(),
  find: fc.constantFrom('', 'conv', '.0.', 'NORM', 'nowhere'),
  kind: fc.constantFrom(undefined, 'convolution', 'linear'),
  technique: fc.constantFrom(undefined, 'depthwise', 'bottleneck'),
}) satisfies fc.Arbitrary<TableChoice>;

describe('the table of layers', () => {
  it('shows ResNet-50 at first as its top-level modules, the four layers closed', () => {
    const lines = linesOf(layers, standard, openAtFirst(layers));
    expect(lines.map(({ label }) => label)).toEqual([
      'conv1',
      'bn1',
      'relu',
      'maxpool',
      'layer1',
      'layer2',
      'layer3',
      'layer4',
      'avgpool',
      'flatten',
      'fc',
    ]);
    expect(lines.filter(({ layer }) => layer === undefined).map(({ layerCount }) => layerCount)).toEqual([
      32, 42, 62, 32,
    ]);
  });

  it('opens the wrapper around MobileNetV2’s stages at first', () => {
    const mobile = layersOf('mobilenet_v2');
    expect([...openAtFirst(mobile)]).toEqual(['features']);
  });

  it('names a module that holds one thing with it', () => {
    const mobile = layersOf('mobilenet_v2');
    const lines = linesOf(mobile, { ...standard, technique: 'depthwise' }, new Set());
    expect(lines.map(({ label }) => label).slice(0, 3)).toEqual(['features', '1.conv.0.0', '2.conv.1.0']);
  });

  it('has every layer once when all modules are open, and when they are listed singly', () => {
    fc.assert(
      fc.property(anyLayers, anyChoice, (own, choice) => {
        const unfiltered = { ...choice, find: '', kind: undefined, technique: undefined };
        const paths = linesOf(own, unfiltered, allModules(own)).flatMap(({ layer }) => layer?.path ?? []);
        expect(paths.toSorted()).toEqual(own.map(({ path }) => path).toSorted());
      }),
    );
  });

  it('shows exactly what matches, whatever is open', () => {
    fc.assert(
      fc.property(anyLayers, anyChoice, (own, choice) => {
        fc.pre(choice.find !== '' || choice.kind !== undefined || choice.technique !== undefined);
        const shown = linesOf(own, choice, new Set()).flatMap(({ layer }) => layer ?? []);
        expect(new Set(shown)).toEqual(new Set(matching(own, choice)));
      }),
    );
  });

  it('counts in a module what it shows of it', () => {
    fc.assert(
      fc.property(anyLayers, anyChoice, (own, choice) => {
        const kept = matching(own, choice);
        const top = linesOf(own, { ...choice, view: 'modules' }, new Set()).filter(
          ({ depth }) => depth === 0,
        );
        for (const field of ['parameters', 'macs', 'activations'] as const) {
          const expected = kept.reduce((sum, layer) => sum + layer[field], 0);
          expect(top.reduce((sum, { cost }) => sum + cost[field], 0)).toBe(expected);
        }
      }),
    );
  });

  it('sorts single layers by a column, and the other way round', () => {
    fc.assert(
      fc.property(anyLayers, fc.constantFrom('parameters', 'macs', 'intensity'), (own, sort) => {
        const single = { ...standard, view: 'layers' as const, sort };
        const values = (descending: boolean): number[] =>
          linesOf(own, { ...single, descending }, new Set()).map(({ cost }) => cost[sort]);
        expect(values(false)).toEqual(values(false).toSorted((left, right) => left - right));
        expect(values(true)).toEqual(values(false).toReversed());
      }),
    );
  });
});

describe('the address of the table', () => {
  it('reads what it does not know as the standard', () => {
    expect(readTable({ sort: 'beauty', view: 'upside-down', direction: 'sideways' })).toEqual(standard);
  });

  it('sorts a number from the largest, then from the smallest, then as the layers run', () => {
    const first = nextSort(standard, 'macs');
    const second = nextSort({ sort: 'macs', descending: true }, 'macs');
    const third = nextSort({ sort: 'macs', descending: false }, 'macs');
    expect([first, second, third]).toEqual([
      { sort: 'macs', direction: 'down' },
      { sort: 'macs', direction: 'up' },
      { sort: 'order', direction: 'up' },
    ]);
  });
});

describe('the table as CSV', () => {
  it('has a row for each matching layer under one head', () => {
    const rows = csvRows(layers, readTable({ kind: 'linear' }));
    expect(rows).toHaveLength(2);
    expect(rows[1]).toEqual(['fc', 'linear', '1000', 2_049_000, 2_048_000, 1000, expect.closeTo(0.499, 3)]);
  });
});
