import { useEffect, useRef, useState } from 'preact/hooks';
import type { Keyed } from '../shared/use-on-demand.ts';
import type { Sides } from './sides.ts';
import type { Pair } from './state.ts';
import { pairKey } from './state.ts';

/** A pair with both its numbers taken apart. */
export type TakenApart = Sides & { readonly pair: Pair };

interface SidesShown {
  /** The pair asked for, or the last one there was. */
  readonly latest: TakenApart;
  /** Whether the pair asked for is still on its way. */
  readonly awaited: boolean;
  /** Whether the program that counts could not be had. */
  readonly failed: boolean;
}

/**
 * The two sides of a pair. Those of the standard case are in the page; for others the program that counts is fetched once,
 * and from then on a pair is answered at once.
 */
export function useSides(pair: Pair | undefined, standard: Keyed<TakenApart>): SidesShown {
  const [sidesOf, setSidesOf] = useState<(pair: Pair) => Sides>();
  const [failedKey, setFailedKey] = useState<string>();
  const latest = useRef(standard);
  const key = pair === undefined ? undefined : pairKey(pair);
  if (key === standard.key) latest.current = standard;
  else if (pair !== undefined && key !== undefined && key !== latest.current.key && sidesOf !== undefined) {
    latest.current = { key, value: { ...sidesOf(pair), pair } };
  }
  const missing = key !== undefined && key !== latest.current.key;
  useEffect(() => {
    if (!missing) return;
    import('./sides.ts').then(
      (program) => {
        setSidesOf(() => program.sidesOf);
      },
      () => {
        setFailedKey(key);
      },
    );
  }, [missing, key]);
  const failed = missing && key === failedKey;
  return { latest: latest.current.value, awaited: missing && !failed, failed };
}
