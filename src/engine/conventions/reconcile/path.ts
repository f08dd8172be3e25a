import type { StepName } from '../tool.ts';
import type { Rounding } from './printed.ts';
import type { PathStep, ScaleStep, SetupStep } from './reading.ts';

/** Every step a printed number may consist of; `open` is what nothing explains. */
export type ReconcileStepName = SetupStep | StepName | ScaleStep | Rounding | 'open';

export type ReconcileStep = PathStep<ReconcileStepName>;

/** One step of the way from one number to another. */
export interface WayStep extends ReconcileStep {
  /** Whether it takes back something of the first number that is no count: its rounding, or what is open in it. */
  readonly undone: boolean;
}

const notCounts: ReadonlySet<ReconcileStepName> = new Set(['rounded', 'cutOff', 'open']);

/**
 * The way from one number to another, both given as their parts: first the rounding of one is taken back, then comes
 * what they do not share, then the rounding of the other. The amounts sum to the difference.
 * @example
 * wayBetween([{ name: 'macs', amount: 8 }, { name: 'bias', amount: 1 }], [{ name: 'macs', amount: 8 }])
 * // [{ name: 'bias', amount: -1, undone: false }]
 */
export function wayBetween(from: readonly ReconcileStep[], to: readonly ReconcileStep[]): readonly WayStep[] {
  const isCount = ({ name }: ReconcileStep): boolean => !notCounts.has(name);
  const amountIn = (steps: readonly ReconcileStep[], name: ReconcileStepName): number =>
    steps.filter((step) => step.name === name).reduce((total, { amount }) => total + amount, 0);
  const names = new Set([...from, ...to].filter(isCount).map(({ name }) => name));
  const undone = from.filter((step) => !isCount(step));
  const changes = [...names].map((name) => ({ name, amount: amountIn(to, name) - amountIn(from, name) }));
  return [
    ...undone.map(({ name, amount }) => ({ name, amount: -amount, undone: true })),
    ...changes.map((step) => ({ ...step, undone: false })),
    ...to.filter((step) => !isCount(step)).map((step) => ({ ...step, undone: false })),
  ].filter(({ amount }) => amount !== 0);
}
