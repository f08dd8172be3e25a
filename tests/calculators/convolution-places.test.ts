import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldName } from '../../src/calculators/convolution/fields.ts';
import { fields, kinds } from '../../src/calculators/convolution/fields.ts';
import {
  countLines,
  outputSizeLines,
  placesOf,
  reachLines,
  trafficLines,
} from '../../src/calculators/convolution/lines.ts';
import { readConvolution } from '../../src/calculators/convolution/state.ts';
import { words } from '../../src/calculators/convolution/words.ts';
import { standardTyped } from '../../src/calculators/shared/fields.ts';
import { symbolsOf } from '../../src/engine/index.ts';

type Typed = Partial<Record<FieldName, string>>;

/** Every value put into the formulas that are shown, by symbol; axes one after the other. */
function shownValues(typed: Typed): Map<string, number[]> {
  const { layer } = readConvolution({ ...standardTyped(fields), ...typed });
  if (layer === undefined) return new Map();
  const lines = [
    ...layer.parts.flatMap((part) => [
      ...countLines(part, layer, words.en),
      ...trafficLines(part, layer, words.en),
    ]),
    ...layer.parts
      .slice(0, 1)
      .flatMap((part) => outputSizeLines(part, words.en).flatMap((axis) => axis.lines)),
    ...reachLines(layer, words.en).flatMap((axis) => axis.lines),
  ];
  const values = new Map<string, number[]>();
  for (const { formula, values: bindings } of lines) {
    for (const symbol of symbolsOf(formula.expression)) {
      values.set(symbol, [...(values.get(symbol) ?? []), bindings[symbol] ?? NaN]);
    }
  }
  return values;
}

describe('placesOf', () => {
  it('has every symbol whose value changes with the field', () => {
    const changes = fc.constantFrom<readonly [FieldName, string]>(
      ['inChannels', '96'],
      ['outChannels', '96'],
      ['input', '30'],
      ['kernel', '5'],
      ['stride', '3'],
      ['dilation', '2'],
      ['padding', '3'],
      ['batch', '7'],
      ['dtype', 'float16'],
      ['fieldBefore', '9'],
      ['jumpBefore', '4'],
    );
    const layers = fc.record({ kind: fc.constantFrom(...kinds), axes: fc.constantFrom('1', '2', '3') });
    fc.assert(
      fc.property(layers, changes, (typed, [name, value]) => {
        const [before, after] = [shownValues(typed), shownValues({ ...typed, [name]: value })];
        const changed = [...after].filter(([symbol, all]) => before.get(symbol)?.join() !== all.join());
        // B is a result, worked out on the line above the one it enters.
        expect([...placesOf(name, Number(typed.axes), typed.kind), 'B']).toEqual(
          expect.arrayContaining(changed.map(([symbol]) => symbol)),
        );
      }),
    );
  });
});
