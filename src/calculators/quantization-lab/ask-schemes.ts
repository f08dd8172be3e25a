import type { Scheme } from './schemes.ts';
import type { SchemeAnswer, SchemeRequest } from './scheme-worker.ts';

/** Asks for the comparison of schemes; a question that a later one overtakes before it is worked on gets no answer. */
export type AskSchemes = (request: SchemeRequest) => Promise<readonly Scheme[]>;

interface Question {
  readonly request: SchemeRequest;
  readonly resolve: (schemes: readonly Scheme[]) => void;
  readonly reject: (reason: Error) => void;
}

/** A worker for comparisons, started with the first question; it works on one at a time and then on the latest. */
export function schemeAsker(): AskSchemes {
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
    const own = new Worker(new URL('./scheme-worker.ts', import.meta.url), { type: 'module' });
    own.addEventListener('message', ({ data }: MessageEvent<SchemeAnswer>) => {
      if ('schemes' in data) current?.resolve(data.schemes);
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
