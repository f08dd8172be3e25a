import type { BuildOptions } from '../../architectures/index.ts';
import { architectureNamed } from '../../architectures/index.ts';
import type { Network, Row } from '../../network/index.ts';
import { summarize } from '../../network/index.ts';
import type { LeftOut, PathStep, Reading, SetupStep } from './reading.ts';
import { versionOneOf } from './variants.ts';

/** The part of a reading that says what is counted, not how. */
export type Setup = Pick<
  Reading,
  'input' | 'classes' | 'widthMultiplier' | 'strideInFirst' | 'withoutAuxiliaryHead' | 'leftOut'
>;

/** What a reading counts. */
export interface CountedRows {
  readonly rows: readonly Row[];
  /** From the standard case's multiply-accumulates to those of the rows. */
  readonly steps: readonly PathStep<SetupStep | 'macs'>[];
}

/**
 * The rows a reading counts, and the steps that lead there from the architecture's standard case.
 * @throws RangeError when there is no such architecture, or it cannot be built or run so.
 */
export function countedRows(name: string, reading: Setup): CountedRows {
  let built = name;
  const standard = architectureNamed(name).build();
  // A head that does not run costs nothing, but may not fit a smaller input.
  const hasIdleHead = standard.nodes.some(({ role }) => role === 'idle');
  let options: BuildOptions = hasIdleHead ? { auxiliaryHeads: false } : {};
  let rows = rowsOf(standard);
  const steps: PathStep<SetupStep | 'macs'>[] = [{ name: 'macs', amount: macsOf(rows) }];
  const change = (step: SetupStep, next: readonly Row[]): void => {
    const amount = macsOf(next) - macsOf(rows);
    if (amount !== 0) steps.push({ name: step, amount });
    rows = next;
  };
  const rebuild = (step: SetupStep, more: BuildOptions): void => {
    options = { ...options, ...more };
    change(step, rowsOf(architectureNamed(built).build(options)));
  };
  if (reading.strideInFirst === true) {
    built = versionOneOf(name);
    rebuild('stridePlace', {});
  }
  const { widthMultiplier, input, classes } = reading;
  if (widthMultiplier !== undefined) rebuild('width', { widthMultiplier });
  if (input !== undefined) rebuild('inputSize', { input });
  if (classes !== undefined) rebuild('classes', { classes });
  if (reading.withoutAuxiliaryHead === true) rebuild('auxiliaryHead', { auxiliaryHeads: false });
  for (const part of reading.leftOut ?? [])
    change(
      part,
      rows.filter((row) => !isPart[part](row)),
    );
  return { rows, steps };
}

/** Which rows a part consists of. */
export const isPart: Readonly<Record<LeftOut, (row: Row) => boolean>> = {
  projections: ({ path }) => path.includes('.downsample.'),
  classifier: ({ kind }) => kind === 'linear',
};

const rowsOf = (network: Network): readonly Row[] => summarize(network).rows;

const macsOf = (rows: readonly Row[]): number => rows.reduce((total, { macs }) => total + macs, 0);
