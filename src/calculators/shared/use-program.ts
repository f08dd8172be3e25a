import { useEffect, useRef, useState } from 'preact/hooks';
import type { Keyed, OnDemand } from './use-on-demand.ts';

/**
 * The value for `key`, worked out by a program that the page fetches when something else than its standard case is first
 * asked for: later values are there at once. A RangeError of the program is the reason why there is no value.
 */
export function useProgram<Program, Value>(
  key: string | undefined,
  standard: Keyed<Value>,
  fetchProgram: () => Promise<Program>,
  work: (program: Program, key: string) => Value,
): OnDemand<Value> {
  const [program, setProgram] = useState<{ readonly loaded: Program }>();
  const [unfetched, setUnfetched] = useState<OnDemand<Value>['failed']>();
  const known = useRef<OnDemand<Value>>({ latest: standard });
  const { latest, failed } = known.current;
  if (key === standard.key) known.current = { latest: standard };
  else if (key !== undefined && key !== latest.key && key !== failed?.key && program !== undefined) {
    known.current = workedOut(key, latest, () => work(program.loaded, key));
  }
  const mustFetch = key !== undefined && key !== standard.key && program === undefined;
  useEffect(() => {
    if (!mustFetch) return;
    fetchProgram().then(
      (loaded) => {
        setProgram({ loaded });
      },
      (reason: unknown) => {
        setUnfetched({ key, reason });
      },
    );
  }, [key, mustFetch]);
  return mustFetch && unfetched !== undefined ? { ...known.current, failed: unfetched } : known.current;
}

function workedOut<Value>(key: string, latest: Keyed<Value>, work: () => Value): OnDemand<Value> {
  try {
    return { latest: { key, value: work() } };
  } catch (reason) {
    if (reason instanceof RangeError) return { latest, failed: { key, reason } };
    throw reason;
  }
}
