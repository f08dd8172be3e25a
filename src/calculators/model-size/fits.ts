import { bitsPerByte, bytesPerGigabyte, evaluate } from '../../engine/index.ts';
import type { Table } from '../shared/csv.ts';
import { bitsPerWeight, bytesIn, linesFor, trainingLine } from './lines.ts';
import type { StoredModel } from './state.ts';
import type { Words } from './words.ts';

/** Sizes of devices' memory that are common, in GB of 10^9 bytes. */
export const memoryGigabytes = [8, 16, 24, 80] as const;

/** What one size of memory holds, as shares of it. */
export interface Fit {
  readonly gigabytes: number;
  /** Share that the weights take; above 1 they do not fit. */
  readonly weightShare: number;
  /** Share that weights, gradients and optimizer state take. */
  readonly trainingShare: number;
  /** As many parameters have room in this format. */
  readonly mostParameters: number;
}

/** What each common size of memory holds of a model, its weights alone and in training. */
export function fitsOf(model: StoredModel, own: Words): readonly Fit[] {
  const weightBytes = bytesIn(linesFor(model, own));
  const { formula, values } = trainingLine(model, own.bytes);
  const trainingBytes = evaluate(formula.expression, values);
  return memoryGigabytes.map((gigabytes) => {
    const bytes = gigabytes * bytesPerGigabyte;
    return {
      gigabytes,
      weightShare: weightBytes / bytes,
      trainingShare: trainingBytes / bytes,
      mostParameters: Math.floor((bitsPerByte * bytes) / bitsPerWeight(model)),
    };
  });
}

/** The same for a spreadsheet. */
export function fitsTable(fits: readonly Fit[], { table }: Words): Table {
  return [
    [`${table.memory} (GB)`, table.weights, table.training, table.most],
    ...fits.map(({ gigabytes, weightShare, trainingShare, mostParameters }) => [
      gigabytes,
      weightShare,
      trainingShare,
      mostParameters,
    ]),
  ];
}
