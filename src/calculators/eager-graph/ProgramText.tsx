import type { JSX } from 'preact';
import type { Statement } from '../../engine/index.ts';
import { branchingProgram, programLines } from '../../engine/index.ts';

/** The lines of the program; a statement is found in them again. */
export const lines = programLines(branchingProgram);

/**
 * Number of the line a statement begins at, from 1.
 * @example lineOf(branchingProgram.body[0]) // 2
 */
export function lineOf(statement: Statement): number {
  return lines.findIndex((line) => line.statement === statement) + 1;
}

interface Props {
  /** Statement that has just been run. */
  readonly current: Statement | undefined;
}

/** The program as Python, each line with its number, the one that has just been run marked. */
export function ProgramText({ current }: Props): JSX.Element {
  return (
    <pre class="program">
      {lines.map(({ text, statement }, index) => {
        const now = statement !== undefined && statement === current;
        return (
          <code key={text} class={now ? 'line now' : 'line'} aria-current={now ? 'step' : undefined}>
            <span class="line-number">{index + 1}</span>
            {`${text}\n`}
          </code>
        );
      })}
    </pre>
  );
}
