import type { JSX } from 'preact';
import { at } from '../../engine/index.ts';

/** Side of a position, and how far the next position in time lies to the right and up, in pixels. */
const cell = 10;
const timeRight = 5;
const timeUp = 4;

interface Props {
  /** Positions in time, height and width. */
  readonly kernel: readonly number[];
  /** Middle of the box. */
  readonly x: number;
  readonly y: number;
}

/** A kernel as a box of positions: height and width in front, time going back. */
export function KernelBox({ kernel, x, y }: Props): JSX.Element {
  const [time, height, width] = [at(kernel, 0), at(kernel, 1), at(kernel, 2)];
  const [right, down] = [width * cell, height * cell];
  const [backRight, backUp] = [time * timeRight, time * timeUp];
  const left = x - (right + backRight) / 2;
  const top = y - (down + backUp) / 2 + backUp;
  const steps = (count: number): number[] => Array.from({ length: count + 1 }, (_, index) => index);
  const front = [
    ...steps(height).map((row) => `M${left} ${top + row * cell}h${right}l${backRight} ${-backUp}`),
    ...steps(width).map(
      (column) => `M${left + column * cell} ${top + down}v${-down}l${backRight} ${-backUp}`,
    ),
  ];
  const back = steps(time)
    .slice(1)
    .map((step) => `M${left + step * timeRight} ${top - step * timeUp}h${right}v${down}`);
  const outline = `M${left} ${top}l${backRight} ${-backUp}h${right}v${down}l${-backRight} ${backUp}h${-right}z`;
  return (
    <g class="box">
      <path class="body" d={outline} />
      <path class="tint" d={outline} />
      <path class="edges" d={[...front, ...back].join('')} />
    </g>
  );
}

/** Distance from the middle of a box down to its lower edge. */
export function halfHeight(kernel: readonly number[]): number {
  return (at(kernel, 1) * cell + at(kernel, 0) * timeUp) / 2;
}
