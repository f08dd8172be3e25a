import type { ElementwiseOperations } from './operator.ts';

/**
 * Operations of all parts together, kind by kind.
 * @example sumOfOperations({ additions: 2 }, { additions: 1, divisions: 1 }) // { additions: 3, divisions: 1 }
 */
export function sumOfOperations(...parts: readonly ElementwiseOperations[]): ElementwiseOperations {
  const totals = new Map<string, number>();
  for (const part of parts) {
    for (const [kind, count] of Object.entries(part)) totals.set(kind, (totals.get(kind) ?? 0) + count);
  }
  return Object.fromEntries(totals);
}

/**
 * Operations of `count` repetitions.
 * @example repeatedOperations({ additions: 2 }, 10) // { additions: 20 }
 */
export function repeatedOperations(each: ElementwiseOperations, count: number): ElementwiseOperations {
  return Object.fromEntries(Object.entries(each).map(([kind, own]) => [kind, own * count]));
}

/** Operations of every kind in one number, for conventions that do not weigh them. */
export function totalOperations(operations: ElementwiseOperations): number {
  return Object.values(operations).reduce((total, count) => total + count, 0);
}
