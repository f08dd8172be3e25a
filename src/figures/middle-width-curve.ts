import type { Factorization, Split } from '../engine/index.ts';
import { factorize } from '../engine/index.ts';

/** A middle width and what the split then costs, over the whole. */
export interface WidthPoint {
  readonly channels: number;
  readonly ratio: number;
}

const samples = 24;

/**
 * Cost of a split over its whole at middle widths from 0 to `most`: the curve on which the widest middle that does not
 * cost more stands at 1. Nothing is left of a split without a middle, hence the first point.
 * @example
 * // 1×7 and 7×1 for the 7×7 of Mixed_6b: a line through 537.6 at 1
 * middleWidthCurve(factorize(mixed6b, 'asymmetric'), 'asymmetric', 860)
 */
export function middleWidthCurve({ whole }: Factorization, split: Split, most: number): WidthPoint[] {
  const widths = Array.from({ length: samples }, (_, index) => Math.round((most * (index + 1)) / samples));
  return [
    { channels: 0, ratio: 0 },
    ...[...new Set(widths)]
      .filter((channels) => channels > 0)
      .map((channels) => ({
        channels,
        ratio: factorize(whole.spec, split, { middleChannels: channels }).weightRatio,
      })),
  ];
}
