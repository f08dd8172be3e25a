import { z } from 'astro/zod';

/** What a trace of the browser holds of each event; times in microseconds, `tdur` processor time of the event's thread. */
const traceSchema = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      ts: z.number(),
      dur: z.number().optional(),
      tdur: z.number().optional(),
    }),
  ),
});

/** What the main thread works on because of an input, in milliseconds of processor time. */
export interface Painted {
  /** The mark of the input. */
  readonly mark: string;
  /** Until the picture that shows the answer is painted and handed over. */
  readonly answerMilliseconds: number;
  /** Until the next input. */
  readonly allMilliseconds: number;
}

/** What a page marks once the picture that shows the answer is painted. */
export const answeredMark = 'answered';

export const traceCategories = ['toplevel', 'devtools.timeline', 'blink.user_timing'];

/** Every input of a trace whose mark starts with `marked`; throws a ZodError when it is no trace. */
export function paintedIn(trace: Buffer, marked: string): Painted[] {
  const { traceEvents } = traceSchema.parse(JSON.parse(trace.toString()));
  const isMark = ({ name }: { readonly name: string }): boolean => name.startsWith(marked);
  const first = traceEvents.find(isMark);
  if (first === undefined) return [];
  const events = traceEvents
    .filter(({ pid, tid }) => pid === first.pid && tid === first.tid)
    .sort((left, right) => left.ts - right.ts);
  const tasks = events.filter(({ name }) => name === 'ThreadControllerImpl::RunTask');
  const paints = events.filter(({ name }) => name === 'Paint');
  const answers = events.filter(({ name }) => name === answeredMark);
  const inputs = events.filter(isMark);
  // The task an input falls into is its own; the one the next falls into is the next one's.
  const between = (from: number, to: number): number =>
    tasks.reduce(
      (total, { ts, dur = 0, tdur = 0 }) => (ts + dur > from && ts + dur < to ? total + tdur : total),
      0,
    ) / 1000;
  return inputs.map(({ name, ts: input }, index) => {
    const end = inputs[index + 1]?.ts ?? Infinity;
    const answered = answers.find(({ ts }) => ts > input)?.ts ?? end;
    const paint = paints.findLast(({ ts }) => ts > input && ts < answered)?.ts ?? end;
    const task = tasks.find(({ ts, dur = 0 }) => ts <= paint && ts + dur >= paint);
    return {
      mark: name,
      answerMilliseconds: between(input, task === undefined ? end : task.ts + (task.dur ?? 0) + 1),
      allMilliseconds: between(input, end),
    };
  });
}
