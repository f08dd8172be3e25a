import { at } from '../checks.ts';
import type { Matrix } from './singular-pairs.ts';
import { singularPairs } from './singular-pairs.ts';

/** A kernel as a column times a row, as far as it is one. */
export interface SeparatedKernel {
  /** Its singular values, largest first. */
  readonly singularValues: readonly number[];
  /** Singular values that are not zero: the column–row pairs whose sum is the kernel. */
  readonly rank: number;
  /** The best single pair, scaled so that the column's first entry that is not zero is 1. */
  readonly column: readonly number[];
  readonly row: readonly number[];
  /** Kernel less column times row; zeros when the rank is 1. */
  readonly rest: Matrix;
  /** Root of the squares that the pair misses over the root of all squares; 0 when the rank is 1. */
  readonly relativeError: number;
}

/** What rounding leaves of a zero, against the largest entry of the kernel. */
const roundingError = 1e-12;

/**
 * The singular value decomposition of a kernel, read as a separation: a k×k kernel is a k×1 followed by a 1×k exactly
 * when its rank is 1. Otherwise the first singular pair is the nearest such kernel in the sum of squares.
 *
 * Source: Eckart and Young 1936 for the nearest one; Jaderberg et al. 2014 (arXiv 1405.3866), §2, for kernels.
 * @throws RangeError when rows differ in length, an entry is not finite, or all are zero.
 * @example separateKernel([[1, 0, -1], [2, 0, -2], [1, 0, -1]]) // rank 1: column 1, 2, 1 and row 1, 0, −1
 */
export function separateKernel(kernel: Matrix): SeparatedKernel {
  const largestEntry = checkedLargestEntry(kernel);
  // Entries of at most 1, so that no square overflows or vanishes.
  const pairs = singularPairs(kernel.map((entries) => entries.map((entry) => entry / largestEntry)));
  const cleared = (value: number): number => (Math.abs(value) > roundingError ? value : 0);
  const { value, column, row } = at(pairs, 0);
  const first = column.find((entry) => cleared(entry) !== 0) ?? 1;
  const scaledColumn = column.map((entry) => cleared(entry / first));
  const unitRow = row.map((entry) => cleared(entry * value * first));
  const singular = pairs.map((pair) => cleared(pair.value));
  return {
    singularValues: singular.map((each) => each * largestEntry),
    rank: singular.filter((each) => each > 0).length,
    column: scaledColumn,
    row: unitRow.map((entry) => entry * largestEntry),
    rest: kernel.map((entries, i) =>
      entries.map(
        (entry, j) => cleared(entry / largestEntry - at(scaledColumn, i) * at(unitRow, j)) * largestEntry,
      ),
    ),
    relativeError: Math.hypot(...singular.slice(1)) / Math.hypot(...singular),
  };
}

function checkedLargestEntry(kernel: Matrix): number {
  const columns = at(kernel, 0, 'kernel row').length;
  kernel.forEach((entries, row) => {
    if (entries.length === 0 || entries.length !== columns) {
      throw new RangeError(`kernel[${row}] must have ${Math.max(columns, 1)} entries, not ${entries.length}`);
    }
    entries.forEach((entry, column) => {
      if (!Number.isFinite(entry)) {
        throw new RangeError(`kernel[${row}][${column}] must be finite, not ${entry}`);
      }
    });
  });
  const largest = Math.max(...kernel.flat().map(Math.abs));
  if (largest === 0) throw new RangeError('kernel must not be all zeros');
  return largest;
}
