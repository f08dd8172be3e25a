import type { Comparison } from './comparison.ts';
import type { ComparisonAnswer, ComparisonRequest } from './comparison-worker.ts';

/** Asks for a comparison; a question that a later one overtakes before it is worked on gets no answer. */
export type AskComparison = (request: ComparisonRequest) => Promise<Comparison>;

interface Question {
  readonly request: ComparisonRequest;
  readonly resolve: (comparison: Comparison) => void;
  readonly reject: (reason: Error) => void;
}

/** A worker for comparisons, started with the first question; it works on one at a time and then on the latest. */
export function comparisonAsker(): AskComparison {
  let worker: Worker | undefined;
  let current: Question | undefined;
  let next: Question | undefined;
  const work = (): void => {
    current = next;
    next = undefined;
    if (current === undefined) return;
    worker ??= started();
    worker.postMessage(current.request);
  };
  const started = (): Worker => {
    const own = new Worker(new URL('./comparison-worker.ts', import.meta.url), { type: 'module' });
    own.addEventListener('message', ({ data }: MessageEvent<ComparisonAnswer>) => {
      if ('comparison' in data) current?.resolve(data.comparison);
      else current?.reject(new Error(data.failed));
      work();
    });
    own.addEventListener('error', ({ message }) => {
      worker = undefined;
      current?.reject(new Error(message));
      work();
    });
    return own;
  };
  return (request) =>
    new Promise((resolve, reject) => {
      next = { request, resolve, reject };
      if (current === undefined) work();
    });
}
