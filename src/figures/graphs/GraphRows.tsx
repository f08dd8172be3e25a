import type { JSX } from 'preact';
import { at } from '../../engine/index.ts';
import type { GraphLayout } from './rows.ts';

interface Props {
  readonly layout: GraphLayout;
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

/** Height of a row, and how far a kernel's frame stays off its borders. */
export const rowHeight = 20;
const inset = 1.5;
/** Room left of the frames for what flows between them. */
const gutter = 22;

/** Operations from top to bottom, framed as the kernels they run in, with what flows from one kernel to another. */
export function GraphRows({ layout, left, top, width }: Props): JSX.Element {
  const { rows, kernels, flows } = layout;
  const x = left + gutter;
  const y = (row: number): number => top + row * rowHeight;
  return (
    <g class="graph-rows">
      {kernels.map(({ first, last }) => (
        <rect
          key={first}
          class={last > first ? 'kernel fused' : 'kernel'}
          x={x}
          y={y(first) + inset}
          width={width - gutter - 1}
          height={(last - first + 1) * rowHeight - 2 * inset}
          rx="3"
        />
      ))}
      {flows.map(({ from, to }) => {
        const [start, end] = [y(at(kernels, from).last) + 14, y(at(kernels, to).first) + 7];
        const bulge = Math.min(gutter - 4, Math.round(6 + (end - start) / 12));
        return (
          <path
            key={`${from}-${to}`}
            class="flow"
            d={`M${x} ${start}C${x - bulge} ${start} ${x - bulge} ${end} ${x - 1} ${end}m-4 -2.5l4 2.5l-4 2.5`}
          />
        );
      })}
      {rows.map(({ id, text, state }, index) => (
        <text key={id} class={state} x={x + 5} y={y(index) + 14}>
          {text}
        </text>
      ))}
    </g>
  );
}
