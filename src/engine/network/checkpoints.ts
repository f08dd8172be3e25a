import type { Segment } from './backward.ts';
import { lastUses } from './liveness.ts';
import type { Schedule } from './storage.ts';

/**
 * The segments gradient checkpointing runs twice: about √n of them for n steps, cut where a single array passes from
 * one side to the other (between residual blocks, not inside), so that each border keeps one array.
 *
 * Source: Chen et al. 2016 (arXiv 1604.06174), section 4.1.
 * @example checkpointSegments(scheduleOf(resnet50, [3, 224, 224])).length // 13
 */
export function checkpointSegments(schedule: Schedule): readonly Segment[] {
  const steps = schedule.steps.length;
  const length = Math.ceil(Math.sqrt(steps));
  const cuts = singleArrayCuts(schedule);
  const segments: Segment[] = [];
  let begin = 0;
  for (const cut of [...cuts, steps]) {
    if (cut !== steps && cut < length * (segments.length + 1)) continue;
    if (cut > begin) segments.push({ begin, end: cut });
    begin = cut;
  }
  return segments;
}

/** Steps before which exactly one array is still to be read. */
function singleArrayCuts(schedule: Schedule): number[] {
  const last = lastUses(schedule.steps);
  const live = new Set<number>([0]);
  return schedule.steps.flatMap(({ writes }, index) => {
    if (writes !== undefined) live.add(writes);
    for (const id of live) if ((last.get(id) ?? -1) <= index) live.delete(id);
    return live.size === 1 && index + 1 < schedule.steps.length ? [index + 1] : [];
  });
}
