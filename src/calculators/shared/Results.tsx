import type { ComponentChildren, JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { Later, usePainted } from './Later.tsx';

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
 * Where a calculator's result stands. While there is none, the last one keeps its room under a cover, so that nothing on
 * the page moves because a field is in error; a frame later nobody can reach or hear it either, which would have to be
 * told to all of it before the error could be painted.
 */
export function Results({ waiting, busy, answer, children }: Props): JSX.Element {
  const isWaiting = answer === undefined;
  const isOutOfReach = usePainted(isWaiting);
  const last = useRef({ answer, children });
  if (!isWaiting) last.current = { answer, children };
  return (
    <div class="results" aria-busy={busy}>
      {isWaiting && <p class="waiting">{waiting}</p>}
      <div class="answer" aria-live="polite">
        <div inert={isOutOfReach}>{last.current.answer}</div>
      </div>
      {last.current.children !== undefined && (
        <div inert={isOutOfReach}>
          <Later>{last.current.children}</Later>
        </div>
      )}
    </div>
  );
}
