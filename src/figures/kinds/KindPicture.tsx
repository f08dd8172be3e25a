import type { JSX } from 'preact';
import type { Convolution } from '../../engine/index.ts';
import { at, effectiveKernel } from '../../engine/index.ts';
import { KernelBox } from '../space-time/KernelBox.tsx';

/** Side of a position, and the size of the picture of one convolution, in pixels. */
const cell = 6;
const cells = 5;
const side = cell * cells;
const partWidth = 70;
const height = 36;

interface Props {
  /** Small convolutions in series, of a few channels each. */
  readonly convolutions: readonly Convolution[];
}

/**
 * A kind of convolution at a glance: which positions a kernel covers and which channels it connects. Decoration beside
 * the words that say the same.
 */
export function KindPicture({ convolutions }: Props): JSX.Element {
  const width = partWidth * convolutions.length - 8;
  return (
    <svg
      class="figure-kind"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
    >
      {convolutions.map((own, index) => (
        <g key={index} transform={`translate(${index * partWidth + 1} 3)`}>
          {own.spec.kernel.length === 3 ? (
            <g transform={`translate(${side / 2} ${side / 2}) scale(0.62)`}>
              <KernelBox kernel={own.spec.kernel} x={0} y={0} />
            </g>
          ) : (
            <Positions convolution={own} />
          )}
          <Channels convolution={own} />
        </g>
      ))}
    </svg>
  );
}

/** The positions under a kernel, and the place it takes next when it strides. */
function Positions({ convolution }: { readonly convolution: Convolution }): JSX.Element {
  const { kernel, dilation, stride, transposed } = convolution.spec;
  const [rows, columns] = [at(kernel, 0), at(kernel, 1)];
  const [stepDown, stepRight] = [at(dilation, 0), at(dilation, 1)];
  const strides = at(stride, 0) > 1;
  const top = strides ? 0 : (cells - effectiveKernel(rows, stepDown)) / 2;
  const left = strides ? 0 : (cells - effectiveKernel(columns, stepRight)) / 2;
  const lines = Array.from(
    { length: cells + 1 },
    (_, index) => `M0 ${index * cell}h${side}M${index * cell} 0v${side}`,
  );
  const covered = Array.from({ length: rows * columns }, (_, index) => ({
    x: (left + stepRight * (index % columns)) * cell,
    y: (top + stepDown * Math.floor(index / columns)) * cell,
  }));
  return (
    <>
      {covered.map(({ x, y }) => (
        <rect
          key={`${x} ${y}`}
          class={transposed ? 'value' : 'weight'}
          x={x}
          y={y}
          width={cell}
          height={cell}
        />
      ))}
      <path class="grid" d={lines.join('')} />
      {strides && (
        <rect
          class={transposed ? 'next value-line' : 'next'}
          x={at(stride, 1) * cell}
          y="0"
          width={columns * cell}
          height={rows * cell}
        />
      )}
    </>
  );
}

/** Which input channels each output channel reads. */
function Channels({ convolution }: { readonly convolution: Convolution }): JSX.Element {
  const { inChannels, outChannels, groups } = convolution.spec;
  const [inputs, outputs] = [inChannels / groups, outChannels / groups];
  const y = (channel: number, of: number): number => ((channel + 0.5) * side) / of;
  const [from, to] = [side + 10, side + 26];
  const wires = Array.from({ length: groups * inputs * outputs }, (_, index) => {
    const input = Math.floor(index / outputs);
    const output = Math.floor(input / inputs) * outputs + (index % outputs);
    return `M${from} ${y(input, inChannels)}L${to} ${y(output, outChannels)}`;
  });
  return (
    <>
      <path class="wire" d={wires.join('')} />
      {Array.from({ length: inChannels }, (_, channel) => (
        <circle key={channel} class="value" cx={from} cy={y(channel, inChannels)} r="2" />
      ))}
      {Array.from({ length: outChannels }, (_, channel) => (
        <circle key={channel} class="value" cx={to} cy={y(channel, outChannels)} r="2" />
      ))}
    </>
  );
}
