import { at } from '../checks.ts';

/** Rows of numbers, all of one length. */
export type Matrix = readonly (readonly number[])[];

/** A column, a row, both of length 1, and what their product is multiplied by. */
export interface SingularPair {
  readonly value: number;
  readonly column: readonly number[];
  readonly row: readonly number[];
}

/** More than enough: Jacobi rotations converge quadratically, in about six sweeps for kernels. */
const mostSweeps = 60;

/**
 * The singular value decomposition of a small matrix, largest value first: `matrix` is the sum of value·column·row.
 *
 * One-sided Jacobi: turns pairs of the matrix's columns until all are at right angles. Their lengths are then the
 * singular values, and the same turns applied to the identity give the rows.
 */
export function singularPairs(matrix: Matrix): readonly SingularPair[] {
  const count = at(matrix, 0).length;
  const columns = Array.from({ length: count }, (_, j) => matrix.map((entries) => at(entries, j)));
  const turns = columns.map((_, j) => columns.map((_, i) => (i === j ? 1 : 0)));
  let [sweeps, turned] = [0, true];
  while (turned && sweeps < mostSweeps) {
    turned = turnAllPairs(columns, turns);
    sweeps += 1;
  }
  return columns
    .map((column, j) => {
      const value = Math.hypot(...column);
      return { value, column: column.map((entry) => (value === 0 ? 0 : entry / value)), row: at(turns, j) };
    })
    .toSorted((a, b) => b.value - a.value);
}

/** One sweep over all pairs of columns; true when any was not at right angles yet. */
function turnAllPairs(columns: number[][], turns: number[][]): boolean {
  let turned = false;
  for (let left = 0; left < columns.length; left++) {
    for (let right = left + 1; right < columns.length; right++) {
      const rotation = rotationFor(at(columns, left), at(columns, right));
      if (rotation === undefined) continue;
      turned = true;
      rotate(columns, left, right, rotation);
      rotate(turns, left, right, rotation);
    }
  }
  return turned;
}

type Rotation = readonly [cosine: number, sine: number];

/** The turn that brings two columns to right angles; undefined when they are. */
function rotationFor(left: readonly number[], right: readonly number[]): Rotation | undefined {
  const between = dot(left, right);
  const [leftSquare, rightSquare] = [dot(left, left), dot(right, right)];
  if (Math.abs(between) <= 1e-15 * Math.sqrt(leftSquare * rightSquare)) return undefined;
  const half = (rightSquare - leftSquare) / (2 * between);
  const tangent = (half >= 0 ? 1 : -1) / (Math.abs(half) + Math.hypot(1, half));
  const cosine = 1 / Math.hypot(1, tangent);
  return [cosine, cosine * tangent];
}

function rotate(vectors: number[][], left: number, right: number, [cosine, sine]: Rotation): void {
  const [a, b] = [at(vectors, left), at(vectors, right)];
  vectors[left] = a.map((entry, i) => cosine * entry - sine * at(b, i));
  vectors[right] = a.map((entry, i) => sine * entry + cosine * at(b, i));
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((total, entry, i) => total + entry * at(right, i), 0);
}
