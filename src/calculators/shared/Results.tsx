import type { ComponentChildren, JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { Later } from './Later.tsx';

interface Props {
  /** Said while a field is in error and there is no result. */
  readonly waiting: string;
  /** Whether the result shown is still of an earlier state. */
  readonly busy?: boolean | undefined;
  /** What the reader asked for, in a sentence or a table: painted first and read out when it changes; undefined while
   * there is none. */
  readonly answer: ComponentChildren;
  /** How the answer comes about and what else there is to see; follows once the answer is painted. */
  readonly children?: (() => JSX.Element) | undefined;
}

/**
 * Where a calculator's result stands. While there is none, the last one keeps its room unseen, so that nothing on the
 * page moves because a field is in error.
 */
export function Results({ waiting, busy, answer, children }: Props): JSX.Element {
  const isWaiting = answer === undefined;
  const last = useRef({ answer, children });
  if (!isWaiting) last.current = { answer, children };
  return (
    <div class="results" aria-busy={busy}>
      {isWaiting && <p class="waiting">{waiting}</p>}
      <div class={isWaiting ? 'unseen' : undefined}>
        <div class="answer" aria-live="polite">
          {last.current.answer}
        </div>
        {last.current.children !== undefined && <Later>{last.current.children}</Later>}
      </div>
    </div>
  );
}
