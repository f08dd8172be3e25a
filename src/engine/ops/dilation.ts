import { at, product, wholeNumber, wholeNumbers } from '../checks.ts';
import type { Formula } from '../formula/index.ts';
import { difference, sum, times } from '../formula/index.ts';

/**
 * k_eff = d(k − 1) + 1: positions a dilated kernel spans, as `effectiveKernel` counts them; k + (k − 1)(d − 1) is the
 * same number.
 *
 * Source: Dumoulin and Visin 2016, section 5.1.
 * @example evaluate(effectiveKernelFormula.expression, { k: 3, d: 2 }) // 5
 */
export const effectiveKernelFormula: Formula = {
  result: 'k_eff',
  expression: sum(times('d', difference('k', 1)), 1),
};

/**
 * r = 1 + (k − 1)·d_sum: receptive field of equal kernels in series at stride 1, d_sum being their dilations added up.
 * @example evaluate(stackReceptiveFieldFormula.expression, { k: 3, d_sum: 1 + 2 + 5 }) // 17
 */
export const stackReceptiveFieldFormula: Formula = {
  result: 'r',
  expression: sum(1, times(difference('k', 1), 'd_sum')),
};

/** Convolutions of one kernel in series at stride 1, seen on one axis. */
export interface DilatedStack {
  readonly kernel: number;
  /** One for each layer, in any order: what is reached does not depend on it. */
  readonly dilations: readonly number[];
}

/** Which input positions one output value of a stack depends on, on one axis. */
export interface StackReach {
  /** Positions from the first one reached to the last. */
  readonly receptiveField: number;
  /** For each of them the ways through the layers that lead to it: 0 for a position that no way reaches. */
  readonly paths: readonly number[];
  /** Positions that at least one way reaches. */
  readonly reachedPositions: number;
  /** Longest run of positions that none reaches; 0 when there is no hole. */
  readonly widestHole: number;
}

/** More positions than this are not listed one by one. */
const mostPositions = 1_000_000;

/**
 * What a stack of dilated convolutions reaches. A layer of dilation d moves by 0, d, … (k − 1)d, so the ways add up as
 * the coefficients of a product of polynomials; positions with no way are the holes called gridding. A square kernel
 * reaches the product set of its two axes, so its share of positions is the square of the share here.
 *
 * Source: the definition; gridding after Wang et al. 2018, section 3.2.
 * @throws RangeError for sizes below 1, no layer, more than 10^6 positions, or more ways than a double counts exactly.
 * @example stackReach({ kernel: 3, dilations: [2, 2, 2] }).reachedPositions // 7 of 13
 */
export function stackReach({ kernel, dilations }: DilatedStack): StackReach {
  wholeNumber('kernel', kernel, 1);
  wholeNumber('dilations.length', dilations.length, 1);
  wholeNumbers('dilations', dilations, 1);
  product(dilations.map(() => kernel));
  const receptiveField = 1 + (kernel - 1) * dilations.reduce((total, dilation) => total + dilation, 0);
  if (receptiveField > mostPositions) {
    throw new RangeError(`the stack must span at most ${mostPositions} positions, not ${receptiveField}`);
  }
  const paths = dilations.reduce((before, dilation) => afterLayer(before, kernel, dilation), [1]);
  return {
    receptiveField,
    paths,
    reachedPositions: paths.filter((ways) => ways > 0).length,
    widestHole: longestRunOfZeros(paths),
  };
}

/** Ways to each position once a layer more has been passed. */
function afterLayer(before: readonly number[], kernel: number, dilation: number): number[] {
  const after = Array.from({ length: before.length + dilation * (kernel - 1) }, () => 0);
  before.forEach((ways, position) => {
    for (let tap = 0; tap < kernel; tap++) {
      const reached = position + tap * dilation;
      after[reached] = at(after, reached) + ways;
    }
  });
  return after;
}

function longestRunOfZeros(values: readonly number[]): number {
  let [run, longest] = [0, 0];
  for (const value of values) {
    run = value === 0 ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
