import { at } from '../checks.ts';

/** A channel width inside a factorization, by its symbol. */
export type Width = 'C_in' | 'C_mid' | 'C_out';

/** One convolution that a split puts in place of a part of the whole. */
export interface Part {
  readonly kernel: readonly number[];
  readonly from: Width;
  readonly to: Width;
  /** One group per input channel. */
  readonly depthwise?: boolean;
}

/**
 * The convolutions of a split and how they are wired: `series`, each reading the one before; `parallel`, all reading
 * the input and added; `skip`, in series with the first one's output added to the last one's.
 */
export interface Plan {
  readonly parts: readonly Part[];
  readonly wiring: 'series' | 'parallel' | 'skip';
}

type Kernel = readonly number[];

const splits = {
  'stack-of-3': (kernel: Kernel): Plan => stack(kernel, 3),
  'stack-of-2': (kernel: Kernel): Plan => stack(kernel, 2),
  asymmetric: (kernel: Kernel): Plan => oneAxisEach(kernel, (axes) => axes.toReversed()),
  'asymmetric-reversed': (kernel: Kernel): Plan => oneAxisEach(kernel, (axes) => axes),
  'p3d-a': (kernel: Kernel): Plan => series(spatialThenTemporal(kernel)),
  'p3d-b': (kernel: Kernel): Plan => {
    const [spatial, temporal] = spatialThenTemporal(kernel);
    const parts = [spatial, temporal].map((own): Part => ({ kernel: own, from: 'C_in', to: 'C_out' }));
    return { parts, wiring: 'parallel' };
  },
  'p3d-c': (kernel: Kernel): Plan => {
    const [spatial, temporal] = spatialThenTemporal(kernel);
    const parts: Part[] = [
      { kernel: spatial, from: 'C_in', to: 'C_out' },
      { kernel: temporal, from: 'C_out', to: 'C_out' },
    ];
    return { parts, wiring: 'skip' };
  },
  '2plus1d': (kernel: Kernel): Plan => series(spatialThenTemporal(kernel)),
  'depthwise-separable': (kernel: Kernel): Plan => ({
    parts: [
      { kernel, from: 'C_in', to: 'C_in', depthwise: true },
      { kernel: kernel.map(() => 1), from: 'C_in', to: 'C_out' },
    ],
    wiring: 'series',
  }),
  'low-rank': (kernel: Kernel): Plan => series([kernel, kernel.map(() => 1)]),
} as const;

/** The ways `factorize` can split a convolution. */
export type Split = keyof typeof splits;

/**
 * The convolutions that take the place of one with `kernel`.
 * @throws RangeError naming `kernel` when the split does not apply to it.
 * @example planOf('asymmetric', [3, 3]).parts.map((part) => part.kernel) // [[1, 3], [3, 1]]
 */
export function planOf(split: Split, kernel: readonly number[]): Plan {
  return splits[split](kernel);
}

/** Convolutions one after the other, every width between them the middle one. */
function series(kernels: readonly Kernel[]): Plan {
  const parts = kernels.map((kernel, index): Part => ({
    kernel,
    from: index === 0 ? 'C_in' : 'C_mid',
    to: index === kernels.length - 1 ? 'C_out' : 'C_mid',
  }));
  return { parts, wiring: 'series' };
}

/** (k − 1)/(q − 1) kernels of q span what one of k spans; axes with kernel 1 stay as they are. */
function stack(kernel: Kernel, part: number): Plan {
  const widest = Math.max(...kernel);
  const layers = (widest - 1) / (part - 1);
  if (!Number.isInteger(layers) || layers < 2 || kernel.some((own) => own !== 1 && own !== widest)) {
    throw new RangeError(
      `kernel must be the same on every axis and 1 + ${part - 1}·L with at least 2 layers, not [${kernel.join(', ')}]`,
    );
  }
  return series(Array.from({ length: layers }, () => kernel.map((own) => (own === 1 ? 1 : part))));
}

function oneAxisEach(kernel: Kernel, order: (axes: number[]) => number[]): Plan {
  const axes = order([...kernel.keys()].filter((axis) => at(kernel, axis) > 1));
  if (axes.length < 2) {
    throw new RangeError(`kernel must be above 1 on at least two axes, not [${kernel.join(', ')}]`);
  }
  return series(axes.map((axis) => kernel.map((own, other) => (other === axis ? own : 1))));
}

function spatialThenTemporal(kernel: Kernel): readonly [spatial: Kernel, temporal: Kernel] {
  const [time = 1, height = 1, width = 1] = kernel;
  if (kernel.length !== 3 || time === 1 || height * width === 1) {
    throw new RangeError(
      `kernel must have 3 axes, above 1 in time and in the plane, not [${kernel.join(', ')}]`,
    );
  }
  return [
    [1, height, width],
    [time, 1, 1],
  ];
}
