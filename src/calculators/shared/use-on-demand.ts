import { useEffect, useState } from 'preact/hooks';

/** A value, and what it was worked out for. */
export interface Keyed<Value> {
  readonly key: string;
  readonly value: Value;
}

/** The value for a key, or the last one there was while it is on its way. */
export interface OnDemand<Value> {
  readonly latest: Keyed<Value>;
  /** The key whose value could not be had, and why. */
  readonly failed?: { readonly key: string; readonly reason: unknown };
}

/** Whether the value for `key` is still on its way. */
export function isAwaited<Value>(key: string | undefined, { latest, failed }: OnDemand<Value>): boolean {
  return key !== undefined && key !== latest.key && key !== failed?.key;
}

/**
 * The value for `key`, fetched by `load` when it is not the standard case the page was built with. Answers that come too
 * late are dropped; without a key nothing is fetched.
 */
export function useOnDemand<Value>(
  key: string | undefined,
  standard: Keyed<Value>,
  load: (key: string) => Promise<Value>,
): OnDemand<Value> {
  const [state, setState] = useState<OnDemand<Value>>({ latest: standard });
  useEffect(() => {
    if (key === undefined) return undefined;
    if (key === standard.key) {
      setState({ latest: standard });
      return undefined;
    }
    let wanted = true;
    load(key).then(
      (value) => {
        if (wanted) setState({ latest: { key, value } });
      },
      (reason: unknown) => {
        if (wanted) setState(({ latest }) => ({ latest, failed: { key, reason } }));
      },
    );
    return () => {
      wanted = false;
    };
  }, [key]);
  return state;
}
