import type { Schedule, Step } from './storage.ts';
import { elementsTogether } from './storage.ts';

/** Index of the last step that reads each array, or of the one that makes it when none does. */
export function lastUses(steps: readonly Step[]): ReadonlyMap<number, number> {
  const last = new Map<number, number>();
  steps.forEach(({ reads, writes }, index) => {
    for (const id of reads) last.set(id, index);
    if (writes !== undefined) last.set(writes, index);
  });
  return last;
}

/**
 * Elements in memory while each step runs, for one sample, when every array is freed after its last use: what is read
 * later, the step's inputs, its output, and its intermediate products. The network's input counts until its last use.
 * @param kept Arrays that stay once computed. Default: the network's output.
 */
export function liveElements(
  schedule: Schedule,
  kept: ReadonlySet<number> = new Set([schedule.output]),
): readonly number[] {
  const last = lastUses(schedule.steps);
  const live = new Set<number>([0]);
  return schedule.steps.map(({ writes, internalElements }, index) => {
    if (writes !== undefined) live.add(writes);
    const now = elementsTogether(schedule, live) + internalElements;
    for (const id of live) if (!kept.has(id) && (last.get(id) ?? -1) <= index) live.delete(id);
    return now;
  });
}
