import type { Shape } from '../checks.ts';
import { at } from '../checks.ts';
import { backwardMoments, borderArrays } from './backward.ts';
import { checkpointSegments } from './checkpoints.ts';
import { liveElements } from './liveness.ts';
import type { Moment } from './moment.ts';
import type { Network } from './network.ts';
import type { Schedule } from './storage.ts';
import { scheduleOf } from './storage.ts';

/** Whether a forward pass is run alone, with a backward pass, or with one that computes activations again. */
export type MemoryMode = 'inference' | 'training' | 'checkpointing';

/** What is in memory from the first step to the last, and the steps. */
export interface MemoryTimeline {
  /** Module paths of the schedule's steps, in the order they run. */
  readonly paths: readonly string[];
  readonly moments: readonly Moment[];
}

/**
 * Activation values in memory at every step of a run, for one sample; what `peakActivationBytes` is the most of.
 *
 * With checkpointing the first forward pass keeps the arrays at the borders of segments and frees the others after their
 * last use; from the last segment on, each runs forward again before it goes backward.
 * @throws RangeError when the network cannot run on that input.
 * @example memoryTimeline(threeSteps, { mode: 'inference' }).moments.map(({ elements }) => elements) // [48, 64, 48]
 */
export function memoryTimeline(
  network: Network,
  options: { readonly input?: Shape | undefined; readonly mode: MemoryMode },
): MemoryTimeline {
  const schedule = scheduleOf(network, options.input ?? network.input);
  return {
    paths: schedule.steps.map(({ path }) => path),
    moments: momentsOf(schedule, options.mode),
  };
}

function momentsOf(schedule: Schedule, mode: MemoryMode): readonly Moment[] {
  const { steps } = schedule;
  if (steps.length === 0) return [];
  const forward = (kept?: ReadonlySet<number>): Moment[] =>
    liveElements(schedule, kept).map((elements, step) => ({ step, pass: 'forward', elements }));
  switch (mode) {
    case 'inference':
      return forward();
    case 'training':
      return backwardMoments(schedule, [{ begin: 0, end: steps.length }]);
    case 'checkpointing': {
      const segments = checkpointSegments(schedule);
      const first = forward(borderArrays(schedule, segments));
      return [
        ...first.slice(0, at(segments, segments.length - 1).begin),
        ...backwardMoments(schedule, segments),
      ];
    }
  }
}
