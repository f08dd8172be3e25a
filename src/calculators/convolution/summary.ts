import { at, evaluate } from '../../engine/index.ts';
import type { Formatter } from '../../format/index.ts';
import type { AnswerRow } from '../shared/AnswerRows.tsx';
import type { Quantity } from '../shared/ArithmeticSteps.tsx';
import type { Table } from '../shared/csv.ts';
import type { Layer } from './layer.ts';
import { totalsOf } from './layer.ts';
import { reachLines } from './lines.ts';
import type { Words } from './words.ts';

/** One result of the layer. */
export interface SummaryRow extends AnswerRow {
  /** Bare value and unit, for copying. */
  readonly value: string | number;
  readonly unit: string;
}

/** Everything the layer costs, the parts of a separable one together. */
export function summaryOf(layer: Layer, words: Words, show: Formatter): readonly SummaryRow[] {
  const totals = totalsOf(layer);
  const { rows, units } = words;
  const shape = show.shape(totals.outputShape);
  const count = (
    name: string,
    value: number,
    unit: string,
    quantity: Quantity,
    text = `${show.integer(value)}\u00a0${unit}`,
  ): SummaryRow => ({ name, value, unit, quantity, text });
  return [
    { name: rows.outputShape, text: shape, value: shape, unit: '', quantity: 'activations' },
    count(rows.parameters, totals.parameters, units.parameters, 'parameters'),
    count(rows.macs, totals.macs, units.macs, 'macs'),
    count(rows.flops[layer.convention], totals.flops, units.flops, 'macs'),
    count(
      rows.movedBytes,
      totals.movedBytes,
      units.bytes,
      'bytes',
      `${show.megabytes(totals.movedBytes, 3)} = ${show.mebibytes(totals.movedBytes, 3)}`,
    ),
    {
      name: rows.intensity,
      text: `${show.decimal(totals.intensity, 1)}\u00a0${units.intensity}`,
      value: totals.intensity,
      unit: units.intensity,
    },
    ...reachRows(layer, words, show),
  ];
}

/** What the kernel spans, or the receptive field and the jump, each axis's number in its place. */
function reachRows(layer: Layer, words: Words, show: Formatter): readonly SummaryRow[] {
  const groups = reachLines(layer, words);
  const ofAxis = (result: string): number[] =>
    layer.before.sizes.map((_, axis) => {
      const { lines } = at(
        groups.filter(({ axes }) => axes.includes(axis)),
        0,
      );
      const line = lines.find(({ formula }) => formula.result === result);
      return line === undefined ? 0 : evaluate(line.formula.expression, line.values);
    });
  const row = (name: string, result: string): SummaryRow => {
    const text = show.shape(ofAxis(result));
    return { name, text, value: text, unit: words.units.positions };
  };
  if (layer.kind === 'transposed') return [row(words.rows.reach, 'k_eff')];
  return [row(words.rows.receptiveField, 'r'), row(words.rows.jump, 'j')];
}

/** The summary as rows to copy. */
export function summaryTable(rows: readonly SummaryRow[], words: Words): Table {
  return [words.columns, ...rows.map(({ name, value, unit }) => [name, value, unit])];
}
