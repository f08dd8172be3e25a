import { at } from '../checks.ts';
import { lastUses } from './liveness.ts';
import type { Moment, Pass } from './moment.ts';
import type { Schedule, Step } from './storage.ts';
import { elementsTogether } from './storage.ts';

/** Steps `begin` to before `end`, run again together before their backward pass. */
export interface Segment {
  readonly begin: number;
  readonly end: number;
}

/**
 * What is in memory from the last segment's forward pass to the end of the backward pass, for one sample.
 *
 * Segments are taken from the last to the first; each runs forward again from the arrays kept at its border, holds
 * what its backward pass saves, then goes backward step by step. A step's backward pass needs the gradient of its
 * output and makes one for every input but the network's; gradients of an array read twice are summed in place. An array
 * is freed after the backward pass of the earliest step that saved it. The last segment's forward pass is the one before
 * the loss, so no gradient exists yet; one segment over all steps is plain training.
 */
export function backwardMoments(schedule: Schedule, segments: readonly Segment[]): readonly Moment[] {
  const releases = releaseSteps(schedule, segments);
  const held = new Set(borderArrays(schedule, segments));
  const gradients = new Set<number>();
  return segments.toReversed().flatMap((segment, index) => {
    const pass = index === 0 ? 'forward' : 'recomputation';
    const forward = runForward(schedule, segment, { held, gradients, pass });
    if (index === 0) gradients.add(schedule.output);
    return [...forward, ...runBackward(schedule, segment, { held, gradients, releases })];
  });
}

/** Arrays kept from the forward pass for the segments' sake: those read beyond the segment that made them. */
export function borderArrays({ steps }: Schedule, segments: readonly Segment[]): ReadonlySet<number> {
  const border = new Set<number>([0]);
  for (const { begin, end } of segments) {
    const own = arraysMadeIn(steps.slice(begin, end));
    for (const { reads } of steps.slice(begin, end)) {
      for (const id of reads) if (!own.has(id)) border.add(id);
    }
  }
  return border;
}

function arraysMadeIn(steps: readonly Step[]): ReadonlySet<number | undefined> {
  return new Set(steps.map(({ writes }) => writes));
}

/** Step after whose backward pass an array is gone: the earliest that saved it, or that starts a segment reading it. */
function releaseSteps({ steps }: Schedule, segments: readonly Segment[]): ReadonlyMap<number, number> {
  const release = new Map<number, number>();
  const lower = (id: number, step: number): void => {
    release.set(id, Math.min(step, release.get(id) ?? step));
  };
  for (const { begin, end } of segments) {
    const own = arraysMadeIn(steps.slice(begin, end));
    steps.slice(begin, end).forEach(({ saves, reads }, offset) => {
      for (const id of saves) lower(id, begin + offset);
      for (const id of reads) if (!own.has(id)) lower(id, begin);
    });
  }
  return release;
}

/** A segment's forward pass, which fills `held` with what it saves. */
function runForward(
  schedule: Schedule,
  { begin, end }: Segment,
  memory: { readonly held: Set<number>; readonly gradients: ReadonlySet<number>; readonly pass: Pass },
): Moment[] {
  const { held, gradients, pass } = memory;
  const steps = schedule.steps.slice(begin, end);
  const last = lastUses(steps);
  const saved = new Set([schedule.output, ...steps.flatMap(({ saves }) => saves)]);
  const passing = new Set<number>();
  const gradientElements = elementsTogether(schedule, gradients);
  let internal = 0;
  return steps.map(({ writes, internalElements }, index) => {
    internal += internalElements;
    if (writes !== undefined) (saved.has(writes) ? held : passing).add(writes);
    const live = elementsTogether(schedule, held, passing);
    for (const id of passing) if ((last.get(id) ?? -1) <= index) passing.delete(id);
    return { step: begin + index, pass, elements: live + internal + gradientElements };
  });
}

/** A segment's backward pass, which frees what it is done with. */
function runBackward(
  schedule: Schedule,
  { begin, end }: Segment,
  memory: {
    readonly held: Set<number>;
    readonly gradients: Set<number>;
    readonly releases: ReadonlyMap<number, number>;
  },
): Moment[] {
  const { held, gradients, releases } = memory;
  let internal = internalElements(schedule.steps.slice(begin, end));
  const moments: Moment[] = [];
  for (let index = end - 1; index >= begin; index--) {
    const step = at(schedule.steps, index);
    for (const id of step.reads) if (id !== 0) gradients.add(id);
    // A composite's products need their own gradients while its backward pass runs.
    const now = elementsTogether(schedule, held) + elementsTogether(schedule, gradients);
    moments.push({ step: index, pass: 'backward', elements: now + internal + step.internalElements });
    internal -= step.internalElements;
    if (step.writes !== undefined) gradients.delete(step.writes);
    for (const id of held) if ((releases.get(id) ?? schedule.steps.length) >= index) held.delete(id);
  }
  return moments;
}

function internalElements(steps: readonly Step[]): number {
  return steps.reduce((total, step) => total + step.internalElements, 0);
}
