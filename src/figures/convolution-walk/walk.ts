import { slidingPositions } from '../../engine/index.ts';

/** A square convolution with the same numbers on both axes, as the figure draws it. */
export interface Walk {
  readonly input: number;
  readonly kernel: number;
  readonly stride: number;
  readonly padding: number;
  readonly dilation: number;
}

/** Output positions on each axis. Throws as `slidingPositions` does when the kernel does not fit. */
export function outputPositions({ input, kernel, stride, padding, dilation }: Walk): number {
  return slidingPositions(input, { kernel, stride, dilation, begin: padding, end: padding });
}

/**
 * Input positions on one axis that the output at `position` reads, counted from 0: below 0 and from `input` on they are
 * padding.
 * @example positionsRead({ input: 5, kernel: 3, stride: 2, padding: 1, dilation: 1 }, 0) // [-1, 0, 1]
 */
export function positionsRead(
  { kernel, stride, padding, dilation }: Walk,
  position: number,
): readonly number[] {
  return Array.from({ length: kernel }, (_, tap) => position * stride - padding + tap * dilation);
}

/** Input positions on one axis, padding included, that no output reads: past the last window, or between its taps. */
export function positionsUnread(walk: Walk): readonly number[] {
  const outputs = Array.from({ length: outputPositions(walk) }, (_, position) => position);
  const read = new Set(outputs.flatMap((position) => positionsRead(walk, position)));
  return paddedPositions(walk).filter((position) => !read.has(position));
}

/** All positions of the padded input on one axis, from −padding. */
export function paddedPositions({ input, padding }: Walk): readonly number[] {
  return Array.from({ length: input + 2 * padding }, (_, index) => index - padding);
}

/** Whether a position lies in the input and not in its padding. */
export const isInside = ({ input }: Walk, position: number): boolean => position >= 0 && position < input;
