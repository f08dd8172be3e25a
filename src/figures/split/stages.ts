import type { Factorization } from '../../engine/index.ts';
import { at, product } from '../../engine/index.ts';

/** The positions of one map that a single output value depends on. */
export interface Stage {
  readonly rows: number;
  readonly columns: number;
  /** Kernel that reads this map, `[height, width]`; absent for the output. */
  readonly window?: readonly [height: number, width: number];
}

/** A convolution, or several in series, seen from one output value back to the input. */
export interface Series {
  readonly kernels: readonly (readonly number[])[];
  /** The input first, the output's one position last. */
  readonly stages: readonly Stage[];
  /** Weights for each pair of channels that each kernel has, in order. */
  readonly weights: readonly number[];
}

/** The unsplit convolution as a series of one. */
export function wholeSeries({ whole }: Factorization): Series {
  return seriesOf([whole.spec.kernel], whole.spec.kernel);
}

/**
 * The parts of a two-dimensional split in series. Each kernel shrinks what is needed of the next map by its size less
 * one, so the last stage is a single position.
 * @example splitSeries(factorize({ inChannels: 1, outChannels: 1, kernel: [5, 5] }, 'stack-of-3')).stages // 5×5, 3×3, 1×1
 */
export function splitSeries({ convolutions, receptiveField }: Factorization): Series {
  return seriesOf(
    convolutions.map(({ spec }) => spec.kernel),
    receptiveField,
  );
}

function seriesOf(kernels: readonly (readonly number[])[], receptiveField: readonly number[]): Series {
  const stages: Stage[] = [];
  let [rows, columns] = [at(receptiveField, 0), at(receptiveField, 1)];
  for (const kernel of kernels) {
    const [height, width] = [at(kernel, 0), at(kernel, 1)];
    stages.push({ rows, columns, window: [height, width] });
    rows -= height - 1;
    columns -= width - 1;
  }
  return {
    kernels,
    stages: [...stages, { rows, columns }],
    weights: kernels.map((kernel) => product(kernel)),
  };
}
