import type { Task } from '../../collections/index.ts';

/** A network as the list of all of them shows it. */
export interface ListedNetwork {
  readonly id: string;
  readonly title: string;
  readonly family: string;
  readonly task: Task;
  readonly input: readonly number[];
  readonly parameters: number;
  readonly macs: number;
  readonly activations: number;
  readonly fileBytes: number;
  /** Published accuracy in percent, where there is one. */
  readonly accuracyPercent: number | undefined;
}

/** Columns the list sorts by. */
export const listKeys = [
  'family',
  'title',
  'parameters',
  'macs',
  'activations',
  'fileBytes',
  'accuracyPercent',
] as const;
export type ListKey = (typeof listKeys)[number];

/** What of the list is shown, and in which order. */
export interface ListChoice {
  readonly sort: ListKey;
  readonly descending: boolean;
  readonly task: Task | undefined;
  /** Part of a name, an id or a family, in any case. */
  readonly find: string;
}

/**
 * The networks a choice keeps, sorted; by family they stay in the order of the list. Networks without a value come last
 * in either direction.
 */
export function listed(
  networks: readonly ListedNetwork[],
  { sort, descending, task, find }: ListChoice,
): readonly ListedNetwork[] {
  const wanted = find.trim().toLowerCase();
  const kept = networks.filter(
    (network) =>
      (task ?? network.task) === network.task &&
      [network.id, network.title, network.family].some((text) => text.toLowerCase().includes(wanted)),
  );
  if (sort === 'family') return descending ? kept.toReversed() : kept;
  const sign = descending ? -1 : 1;
  return kept.toSorted((left, right) => {
    const [a, b] = [left[sort], right[sort]];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return sign * (a < b ? -1 : a > b ? 1 : 0);
  });
}
