import { wholeNumber } from '../checks.ts';
import type { ElementwiseOperations } from '../ops/index.ts';
import { sumOfOperations } from '../ops/index.ts';
import type { Row } from './summary.ts';

/** Rows that belong together and what they cost. */
export interface RowGroup {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly parameters: number;
  readonly buffers: number;
  readonly macs: number;
  readonly outputElements: number;
}

/**
 * Rows grouped by a name of each, in order of first appearance, with their totals.
 * @example groupRows(rows, (row) => row.kind).find(({ name }) => name === 'convolution')?.macs // 4_087_136_256 for ResNet-50
 */
export function groupRows(rows: readonly Row[], nameOf: (row: Row) => string): readonly RowGroup[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = nameOf(row);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [row]);
    else group.push(row);
  }
  return [...groups].map(([name, members]) => ({
    name,
    rows: members,
    parameters: total(members, 'parameters'),
    buffers: total(members, 'buffers'),
    macs: total(members, 'macs'),
    outputElements: total(members, 'outputElements'),
  }));
}

function total(rows: readonly Row[], field: 'parameters' | 'buffers' | 'macs' | 'outputElements'): number {
  return rows.reduce((running, row) => running + row[field], 0);
}

/** Rows grouped by kind of operator. */
export function byKind(rows: readonly Row[]): readonly RowGroup[] {
  return groupRows(rows, (row) => row.kind);
}

/**
 * Rows grouped by the first `depth` parts of their module path: `layer1`, or at depth 2 `layer1.0`.
 * @throws RangeError when `depth` is below 1.
 * @example byPathPrefix(rows, 1).map(({ name }) => name) // ['conv1', 'bn1', …, 'layer1', …, 'fc'] for ResNet-50
 */
export function byPathPrefix(rows: readonly Row[], depth: number): readonly RowGroup[] {
  wholeNumber('depth', depth, 1);
  return groupRows(rows, (row) => row.path.split('.').slice(0, depth).join('.'));
}

/**
 * Rows grouped by the spatial size of what they compute, `112×112`: the stages of a convolutional network, whatever its
 * modules are called. Rows whose output is not `[channels, ...spatial]` are grouped as `none`.
 */
export function byStage(rows: readonly Row[]): readonly RowGroup[] {
  return groupRows(rows, ({ outputShape }) => outputShape.slice(1).join('×') || 'none');
}

/**
 * Elementwise work of all rows that run, kind by kind, for one sample.
 * @example elementwiseTotals(summarize(resnet50).rows).squareRoots // undefined: batch norms are folded to scale and shift
 */
export function elementwiseTotals(rows: readonly Row[]): ElementwiseOperations {
  return sumOfOperations(
    ...rows
      .filter((row) => row.node.role === 'run')
      .map((row) => row.node.operator.elementwise(...row.inputShapes)),
  );
}
