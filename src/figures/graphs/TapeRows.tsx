import type { JSX } from 'preact';
import type { Recording } from '../../engine/index.ts';
import { nodeOf, operationText } from '../../engine/index.ts';
import { rowHeight } from './GraphRows.tsx';

interface Props {
  readonly recording: Recording;
  readonly left: number;
  readonly top: number;
}

/**
 * Operations of a run in the order they ran, on a line that is the tape: a full dot where one keeps something for the
 * backward pass, a ring where it keeps nothing, neither where no gradient goes.
 */
export function TapeRows({ recording, left, top }: Props): JSX.Element {
  const { steps } = recording;
  const x = left + 6;
  const y = (row: number): number => top + (row + 0.5) * rowHeight;
  return (
    <g class="tape-rows">
      <path class="tape" d={`M${x} ${y(0) - 8}V${y(steps.length - 1) + 8}`} />
      {steps.map(({ node, onTape, kept }, index) => (
        <g key={node.id}>
          {onTape && (
            <circle class={kept.length > 0 ? 'keeps' : undefined} cx={x} cy={y(index)} r="3.5">
              {kept.length > 0 && <title>{kept.map((id) => nodeOf(recording, id).name).join(', ')}</title>}
            </circle>
          )}
          <text x={x + 10} y={y(index) + 4}>
            {operationText(recording, node)}
          </text>
        </g>
      ))}
    </g>
  );
}
