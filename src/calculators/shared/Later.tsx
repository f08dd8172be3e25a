import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';

interface Props {
  readonly children: () => JSX.Element;
}

/**
 * What may follow the answer by a frame: after a change it keeps what it showed until the answer is painted, and is gone
 * through only then. Built into the page and hydrated at once.
 */
export function Later({ children }: Props): JSX.Element {
  const shown = usePainted(children);
  return useMemo(shown, [shown]);
}

/** A value as it was when the page was last painted: what is made of it follows by a frame. */
export function usePainted<Value>(value: Value): Value {
  const [painted, setPainted] = useState(() => value);
  // Effects run once the frame is painted.
  useEffect(() => {
    setPainted(() => value);
  }, [value]);
  return painted;
}
