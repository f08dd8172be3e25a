import type { ReconcileStep, WayStep } from '../../engine/index.ts';
import { wayBetween } from '../../engine/index.ts';
import type { Table } from '../shared/csv.ts';
import type { Sides } from './sides.ts';

/** A step of the way with the number it leads to. */
export interface WayRow extends WayStep {
  readonly reached: number;
}

/** The way between two numbers, from the first to the second. */
export interface Way {
  readonly start: number;
  readonly rows: readonly WayRow[];
  /** What nothing explains in the one number and in the other; 0 where all is explained. */
  readonly gaps: readonly [number, number];
}

/** The steps from one side to the other, each with the number it leads to; the last is the other side's. */
export function wayOf({ from, to }: Sides): Way {
  const start = from.steps.reduce((total, { amount }) => total + amount, 0);
  let reached = start;
  const rows = wayBetween(from.steps, to.steps).map((step) => {
    reached += step.amount;
    return { ...step, reached };
  });
  return { start, rows, gaps: [gapIn(from.steps), gapIn(to.steps)] };
}

const gapIn = (steps: readonly ReconcileStep[]): number =>
  steps.find(({ name }) => name === 'open')?.amount ?? 0;

/** The way for a spreadsheet. */
export function wayTable(
  { start, rows }: Way,
  columns: readonly string[],
  nameOf: (row: WayStep) => string,
  startName: string,
): Table {
  return [columns, [startName, '', start], ...rows.map((row) => [nameOf(row), row.amount, row.reached])];
}
