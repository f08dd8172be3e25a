import type { Checked } from '../shared/fields.ts';
import type { OnDemand } from '../shared/use-on-demand.ts';
import { networkInputs, profileKey } from './networks.ts';
import type { MemoryProfile } from './profile.ts';
import type { MemoryRun } from './state.ts';
import { countsExactly } from './state.ts';

/** Why a run that reads well has no result of its own. */
export interface Refusal {
  /** The field at fault; absent when the networks could not be loaded. */
  readonly checked?: Readonly<Record<string, Checked>>;
}

/** What keeps a run from a result, once its profile is there or has failed; undefined when nothing does. */
export function refusalOf(run: MemoryRun, { latest, failed }: OnDemand<MemoryProfile>): Refusal | undefined {
  const key = profileKey(run);
  if (failed?.key === key) {
    if (!(failed.reason instanceof RangeError)) return {};
    const { kind } = networkInputs[run.network];
    const field = kind === 'fixed' ? 'network' : kind;
    return { checked: { [field]: { error: { key: 'cannotRun' } } } };
  }
  if (latest.key !== key || countsExactly(run, latest.value.modes[run.mode].peakElements)) return undefined;
  return { checked: { batch: { error: { key: 'notExact' } } } };
}
