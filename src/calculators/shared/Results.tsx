import type { ComponentChildren, JSX } from 'preact';
import { useRef } from 'preact/hooks';

interface Props {
  /** Said while a field is in error and there is no result. */
  readonly waiting: string;
  /** Whether the result shown is still of an earlier state. */
  readonly busy?: boolean | undefined;
  /** Whether the result has a sentence of its own that is read out when it changes. */
  readonly quiet?: boolean;
  /** The result; undefined while there is none. */
  readonly children: ComponentChildren;
}

/**
 * Where a calculator's result stands. While there is none, the last one keeps its room unseen, so that nothing on the
 * page moves because a field is in error.
 */
export function Results({ waiting, busy, quiet = false, children }: Props): JSX.Element {
  const last = useRef(children);
  const isWaiting = children === undefined;
  if (!isWaiting) last.current = children;
  return (
    <div class="results" aria-live={quiet ? undefined : 'polite'} aria-busy={busy}>
      {isWaiting && <p class="waiting">{waiting}</p>}
      <div class={isWaiting ? 'unseen' : undefined}>{last.current}</div>
    </div>
  );
}
