import type { JSX } from 'preact';
import type { Formatter } from '../../format/index.ts';
import { isInside, outputPositions, paddedPositions, positionsRead, positionsUnread } from './walk.ts';
import type { Walk } from './walk.ts';
import type { WalkWords } from './words.ts';

interface Props {
  readonly walk: Walk;
  /** The output whose inputs are marked, rows first, as one number. */
  readonly chosen: number;
  readonly words: WalkWords;
  readonly show: Formatter;
  /** Called with an output that is pointed at or reached by the keyboard. */
  readonly onChoose: (output: number) => void;
}

const cell = 24;
const gap = 2 * cell;
const top = 22;

/** The padded input on the left with the positions that one output reads, the output on the right. */
export function ConvolutionWalk({ walk, chosen, words, show, onChoose }: Props): JSX.Element {
  const padded = paddedPositions(walk);
  const outputs = outputPositions(walk);
  const [row, column] = [Math.floor(chosen / outputs), chosen % outputs];
  const [rows, columns] = [positionsRead(walk, row), positionsRead(walk, column)];
  const unread = positionsUnread(walk);
  const left = padded.length * cell + gap;
  const shape = (positions: number): string => show.shape([positions, positions]);
  const height = Math.max(padded.length, outputs) * cell;
  return (
    <svg
      class="figure-walk"
      viewBox={`-1 0 ${left + Math.max(outputs * cell, 4 * cell) + 2} ${top + height + 2}`}
      role="group"
      aria-label={words.title(shape(walk.input), shape(outputs))}
    >
      <g aria-hidden="true">
        <text x="0" y="14" class="q-activations">
          {words.input(shape(walk.input))}
        </text>
        <text x={left} y="14" class="q-activations">
          {words.output(shape(outputs))}
        </text>
        {padded.map((y, i) =>
          padded.map((x, j) => {
            const inside = isInside(walk, y) && isInside(walk, x);
            const read = rows.includes(y) && columns.includes(x);
            const never = unread.includes(y) || unread.includes(x);
            return (
              <g
                key={`${y},${x}`}
                class={classes(inside ? 'inside' : 'padding', read && 'read', never && 'unread')}
              >
                <rect x={j * cell + 1} y={top + i * cell + 1} width={cell - 2} height={cell - 2} />
                {!inside && read && (
                  <text x={(j + 0.5) * cell} y={top + (i + 0.5) * cell + 4.5}>
                    0
                  </text>
                )}
              </g>
            );
          }),
        )}
      </g>
      <g role="radiogroup" aria-label={words.output(shape(outputs))} class="outputs">
        {Array.from({ length: outputs * outputs }, (_, output) => {
          const [y, x] = [Math.floor(output / outputs), output % outputs];
          const isChosen = output === chosen;
          return (
            <rect
              key={output}
              class={classes('output', isChosen && 'chosen')}
              x={left + x * cell + 1}
              y={top + y * cell + 1}
              width={cell - 2}
              height={cell - 2}
              role="radio"
              aria-checked={isChosen}
              aria-label={words.outputAt(String(y), String(x))}
              tabIndex={isChosen ? 0 : -1}
              onPointerEnter={() => {
                onChoose(output);
              }}
              onClick={() => {
                onChoose(output);
              }}
              onFocus={() => {
                onChoose(output);
              }}
              onKeyDown={(event) => {
                const next = neighbour(event.key, output, outputs);
                if (next === undefined) return;
                event.preventDefault();
                focusChild(event.currentTarget, next);
              }}
            />
          );
        })}
      </g>
    </svg>
  );
}

const classes = (...names: (string | false)[]): string => names.filter((name) => name !== false).join(' ');

/** The output that an arrow key, Home or End leads to. */
function neighbour(key: string, output: number, outputs: number): number | undefined {
  const column = output % outputs;
  switch (key) {
    case 'ArrowLeft':
      return column > 0 ? output - 1 : undefined;
    case 'ArrowRight':
      return column < outputs - 1 ? output + 1 : undefined;
    case 'ArrowUp':
      return output >= outputs ? output - outputs : undefined;
    case 'ArrowDown':
      return output < outputs * (outputs - 1) ? output + outputs : undefined;
    case 'Home':
      return 0;
    case 'End':
      return outputs * outputs - 1;
    default:
      return undefined;
  }
}

function focusChild(from: SVGElement, index: number): void {
  const child = from.parentElement?.children.item(index);
  if (child instanceof SVGElement) child.focus();
}
