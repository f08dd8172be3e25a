import { useEffect, useRef, useState } from 'preact/hooks';
import type { ModelFileErrorCode } from '../../model-files/index.ts';
import type { FileMessage, ReadFile, SampleCost } from './worker.ts';

/** Why there is nothing of a file: what the reader found, or that it took too long, was ended, or broke. */
export type Refusal =
  | { readonly code: ModelFileErrorCode; readonly offset: number; readonly detail: string }
  | { readonly code: 'time' | 'failed' };

/** A file that was read. */
export interface KnownFile {
  readonly name: string;
  readonly model: ReadFile;
  readonly cost: SampleCost | undefined;
}

/** Where the file chosen last stands, and the last one that was read, which stays until another is. */
export interface FileState {
  readonly attempt?:
    | { readonly status: 'reading'; readonly name: string; readonly share: number }
    | { readonly status: 'done' | 'cancelled'; readonly name: string }
    | { readonly status: 'refused'; readonly name: string; readonly refusal: Refusal }
    | undefined;
  readonly read?: KnownFile | undefined;
}

export interface FileReading {
  readonly state: FileState;
  readonly start: (file: File) => void;
  readonly cancel: () => void;
}

/** A file that is not read after this many milliseconds is given up. */
const longestMilliseconds = 20_000;

/**
 * Reads files in a worker. It is there before a file is chosen, so that from then on nothing at all is requested; one
 * that was ended gives way to a new one at once.
 */
export function useModelFile(): FileReading {
  const [state, setState] = useState<FileState>({});
  const worker = useRef<Worker | undefined>(undefined);
  const stop = useRef<() => void>(() => undefined);
  const renew = (): Worker => {
    worker.current?.terminate();
    const own = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.current = own;
    return own;
  };
  useEffect(() => {
    renew();
    return () => {
      stop.current();
      worker.current?.terminate();
    };
  }, []);
  const start = (file: File): void => {
    const isBusy = state.attempt?.status === 'reading';
    stop.current();
    const own = isBusy ? renew() : (worker.current ?? renew());
    const { name } = file;
    const settle = (attempt: FileState['attempt'], read?: KnownFile): void => {
      stop.current();
      setState((before) => ({ attempt, read: read ?? before.read }));
    };
    const refuse = (refusal: Refusal): void => {
      settle({ status: 'refused', name, refusal });
    };
    const listen = ({ data }: MessageEvent<FileMessage>): void => {
      if (data.kind === 'done')
        settle({ status: 'done', name }, { name, model: data.model, cost: data.cost });
      else if (data.kind === 'refused') refuse(data);
      else if (data.kind === 'failed') refuse({ code: 'failed' });
      else {
        const share = data.position / data.size;
        setState((before) => ({ ...before, attempt: { status: 'reading', name, share } }));
      }
    };
    const breakDown = (): void => {
      refuse({ code: 'failed' });
      renew();
    };
    const timer = setTimeout(() => {
      refuse({ code: 'time' });
      renew();
    }, longestMilliseconds);
    stop.current = () => {
      clearTimeout(timer);
      own.removeEventListener('message', listen);
      own.removeEventListener('error', breakDown);
    };
    own.addEventListener('message', listen);
    own.addEventListener('error', breakDown);
    setState((before) => ({ ...before, attempt: { status: 'reading', name, share: 0 } }));
    own.postMessage(file);
  };
  return {
    state,
    start,
    cancel: () => {
      stop.current();
      renew();
      setState((before) => ({
        ...before,
        attempt: before.attempt && { status: 'cancelled', name: before.attempt.name },
      }));
    },
  };
}
