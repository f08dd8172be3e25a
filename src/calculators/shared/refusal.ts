import type { Checked } from './fields.ts';
import type { SizedNetwork } from './sized-networks.ts';
import { networkInputs, networkKey } from './sized-networks.ts';
import type { OnDemand } from './use-on-demand.ts';

/** Why a run that reads well has no result of its own. */
export interface Refusal {
  /** The field at fault; absent when the networks could not be loaded. */
  readonly checked?: Readonly<Record<string, Checked>>;
}

/**
 * What keeps a run of a network from a result, once what it needs is there or has failed; undefined when nothing does.
 * @param countsExactly Whether the run's counts, with the latest value, are numbers that a double holds.
 */
export function refusalOf<Value>(
  run: SizedNetwork,
  { latest, failed }: OnDemand<Value>,
  countsExactly: (value: Value) => boolean,
): Refusal | undefined {
  const key = networkKey(run);
  if (failed?.key === key) {
    if (!(failed.reason instanceof RangeError)) return {};
    const { kind } = networkInputs[run.network];
    return { checked: { [kind === 'fixed' ? 'network' : kind]: { error: { key: 'cannotRun' } } } };
  }
  return countsExactly(latest.value) ? undefined : { checked: { batch: { error: { key: 'notExact' } } } };
}
