import { useEffect, useRef, useState } from 'preact/hooks';
import type { BuiltRun } from './built-curves.ts';
import { reportsOf } from './built-curves.ts';
import type { ArmReport, Settings } from './experiment.ts';
import type { RunMessage, RunRequest } from './worker.ts';

/** Where a run in the reader's browser stands. */
export interface RunState {
  readonly status: 'built' | 'running' | 'stopped' | 'done' | 'failed';
  /** What the reports were made with. */
  readonly settings: Settings;
  readonly reports: readonly ArmReport[];
}

/** A run that starts when asked, in a worker, and can be stopped; before that, the run the page was built with. */
export interface TrainingRunner {
  readonly state: RunState;
  readonly start: (settings: Settings) => void;
  readonly stop: () => void;
  /** Back to the run the page was built with. */
  readonly reset: () => void;
}

/** Curves are drawn again after this many milliseconds of new reports. */
const drawEvery = 100;

/** The runner of one calculator; `built` is what it shows until the reader starts a run. */
export function useRun(built: BuiltRun, dataAddress: string): TrainingRunner {
  const shownAtFirst = (): RunState => ({
    status: 'built',
    settings: built.settings,
    reports: reportsOf(built),
  });
  const [state, setState] = useState<RunState>(shownAtFirst);
  const worker = useRef<Worker | undefined>(undefined);
  const end = (): void => {
    worker.current?.terminate();
    worker.current = undefined;
  };
  useEffect(() => end, []);
  const start = (settings: Settings): void => {
    end();
    const reports: ArmReport[] = [];
    let drawn = performance.now();
    const draw = (status: RunState['status']): void => {
      drawn = performance.now();
      setState({ status, settings, reports: [...reports] });
    };
    const own = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.current = own;
    own.addEventListener('message', ({ data }: MessageEvent<RunMessage>) => {
      if (worker.current !== own) return;
      if (data.kind === 'epoch') {
        reports.push(data.report);
        if (performance.now() - drawn > drawEvery) draw('running');
      } else {
        end();
        draw(data.kind);
      }
    });
    own.addEventListener('error', () => {
      if (worker.current !== own) return;
      end();
      draw('failed');
    });
    const request: RunRequest = { settings, dataAddress: new URL(dataAddress, location.href).href };
    own.postMessage(request);
    draw('running');
  };
  return {
    state,
    start,
    stop: () => {
      end();
      setState((current) => ({ ...current, status: 'stopped' }));
    },
    reset: () => {
      end();
      setState(shownAtFirst());
    },
  };
}
