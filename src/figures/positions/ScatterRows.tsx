import type { JSX } from 'preact';
import type { Window } from '../../engine/index.ts';
import { scatterOverlap, transposedOutputSize } from '../../engine/index.ts';
import type { PositionWords } from './words.ts';

interface Props {
  readonly inputSize: number;
  readonly window: Pick<Window, 'kernel' | 'stride' | 'dilation'>;
  /** Positions cropped from each end. */
  readonly padding: number;
  readonly outputPadding: number;
  readonly words: PositionWords['scatter'];
}

const width = 340;
const left = 62;
const rowHeight = 26;
const boxHeight = 19;

/**
 * A transposed convolution on one axis: a row for each input value, spread over its kernel where it lands in the
 * output; below, how many products each output position sums, and which positions are cropped.
 */
export function ScatterRows({ inputSize, window, padding, outputPadding, words }: Props): JSX.Element {
  const { kernel, stride, dilation } = window;
  // Output padding first takes back what is cropped at the end; only what is left of it lies beyond the last kernel.
  const beyond = Math.max(0, outputPadding - padding);
  const counts = scatterOverlap(inputSize, window, 'valid', beyond);
  const kept = transposedOutputSize(inputSize, window, [padding], outputPadding, 0);
  const cell = (width - left) / counts.length;
  const isKept = (position: number): boolean => position >= padding && position < padding + kept;
  const foot = inputSize * rowHeight + 8;
  const inputs = Array.from({ length: inputSize }, (_, index) => index);
  const taps = Array.from({ length: kernel }, (_, tap) => tap);
  return (
    <svg
      class="figure-scatter"
      viewBox={`0 0 ${width + 1} ${foot + 64}`}
      role="img"
      aria-label={words.sentence(
        String(inputSize),
        String(kernel),
        String(stride),
        counts.join(', '),
        String(kept),
      )}
    >
      {inputs.map((input) => (
        <g key={input}>
          <text class="row-label q-activations" x="0" y={input * rowHeight + 15}>
            x
            <tspan class="index" dy="3">
              {input + 1}
            </tspan>
          </text>
          {taps.map((tap) => (
            <g key={tap} class="q-parameters">
              <rect
                class="tap"
                x={left + (input * stride + tap * dilation) * cell + 1}
                y={input * rowHeight + 1}
                width={cell - 2}
                height={boxHeight}
              />
              <text
                class="center"
                x={left + (input * stride + tap * dilation + 0.5) * cell}
                y={input * rowHeight + 15}
              >
                w
                <tspan class="index" dy="3">
                  {tap + 1}
                </tspan>
              </text>
            </g>
          ))}
        </g>
      ))}
      <path class="rule" d={`M0 ${foot - 4}H${width}`} />
      <text class="row-label q-macs" x="0" y={foot + 15}>
        {words.products}
      </text>
      {counts.map((count, position) => (
        <text key={position} class="center q-macs" x={left + (position + 0.5) * cell} y={foot + 15}>
          {count}
        </text>
      ))}
      {counts.map((_, position) =>
        isKept(position) ? (
          <text key={position} class="center q-activations" x={left + (position + 0.5) * cell} y={foot + 39}>
            y
            <tspan class="index" dy="3">
              {position - padding + 1}
            </tspan>
          </text>
        ) : (
          <g key={position} class="crop">
            <path d={`M${left + position * cell + 3} ${foot + 28}l${cell - 6} 12m0 -12l${6 - cell} 12`} />
          </g>
        ),
      )}
      {kept < counts.length && (
        <text class="crop-label" x={left + 2} y={foot + 58}>
          × {words.cropped}
        </text>
      )}
    </svg>
  );
}
