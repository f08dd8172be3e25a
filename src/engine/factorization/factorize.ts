import type { Shape } from '../checks.ts';
import { product } from '../checks.ts';
import type { Dtype } from '../dtype.ts';
import type { Bindings } from '../formula/index.ts';
import type { Network, Traffic } from '../network/index.ts';
import { networkBytesMoved, summarize } from '../network/index.ts';
import type { Convolution, ConvolutionOptions } from '../ops/index.ts';
import { elementsOf } from '../ops/index.ts';
import type { FactorizationFormulas } from './formulas.ts';
import { factorizationFormulas } from './formulas.ts';
import { checkedWhole, middleWidth } from './middle-width.ts';
import { convolutionsOf } from './parts.ts';
import type { Split } from './splits.ts';
import { planOf } from './splits.ts';
import { reachedPositionsOf, receptiveFieldOf, wire, wireOne } from './wiring.ts';

/** One convolution split into several, with what that saves and what it adds. */
export interface Factorization {
  /** The convolution that is split. */
  readonly whole: Convolution;
  readonly convolutions: readonly Convolution[];
  /** Trained elements of all parts, biases among them. */
  readonly parameters: number;
  /** Weights of the parts over weights of the whole, biases left out. */
  readonly weightRatio: number;
  /** The parts wired up for an input. Norms and activations, which the whole may also have, are left out. */
  network(input: Shape): Network;
  /** Multiply-accumulates of all parts for one sample. */
  macs(input: Shape): number;
  /** `macs` over the whole's; equal to `weightRatio` at stride 1 with padding that keeps the size. */
  macsRatio(input: Shape): number;
  /** Elements written between the parts for one sample, beyond the output the whole writes too. */
  extraActivationElements(input: Shape): number;
  /**
   * Least bytes the whole and its parts read and write for `batch` samples, default 1, each operator run by itself: the
   * parts also write what lies between them and read it back.
   */
  movedBytes(
    input: Shape,
    options: { readonly batch?: number | undefined; readonly dtype: Dtype },
  ): { readonly whole: number; readonly parts: number };
  /** Operators beyond the one convolution: further convolutions and the additions that join branches. */
  readonly extraLaunches: number;
  /** How the parts stand to each other: one after the other, side by side and added, or in series with a skip. */
  readonly wiring: 'series' | 'parallel' | 'skip';
  /** Positions per axis from the first to the last one that an output value depends on. */
  readonly receptiveField: readonly number[];
  /** Input positions that an output value depends on; P3D-B's cross reaches fewer than its bounding box has. */
  readonly reachedPositions: number;
  /** True when an output value depends on exactly the positions it depended on before. */
  readonly keepsReceptiveField: boolean;
  readonly formulas: FactorizationFormulas;
  /** Values of the symbols in `formulas` for this input. */
  bindings(input: Shape): Bindings;
}

/**
 * Splits one convolution into several smaller ones that reach as far:
 * - `stack-of-3`, `stack-of-2`: k×k as a series of 3×3 or 2×2 (5×5 as two 3×3, 7×7 as three);
 * - `asymmetric`: n×m as 1×m then n×1; `asymmetric-reversed` the other order. With a narrow middle this is the
 *   low-rank scheme of Jaderberg et al. 2014;
 * - `p3d-a`, `p3d-b`, `p3d-c`: 1×k×k and k×1×1 in series, in parallel and added, or in series with the spatial one's
 *   output added;
 * - `2plus1d`: as `p3d-a`, the middle as wide as the weights of the whole allow, as in R(2+1)D;
 * - `depthwise-separable`: one kernel per input channel, then 1×1;
 * - `low-rank`: the whole kernel into few channels, then 1×1; as a linear map, a weight matrix of rank C_mid.
 *
 * A factorization is a different function, not the same one computed faster: only kernels of that rank are equal.
 *
 * The stride of an axis stands in the last part that covers it. With strides, or padding that does not keep the size,
 * earlier parts run on more positions than the whole, so `macsRatio` lies above `weightRatio`.
 *
 * Source: Szegedy et al. 2016 (arXiv 1512.00567), §3.1 and §3.2; Jaderberg et al. 2014 (arXiv 1405.3866); Qiu et al.
 * 2017 (arXiv 1711.10305), fig. 2; Tran et al. 2018 (arXiv 1711.11248), §3.5; Howard et al. 2017 (arXiv 1704.04861); Zhang
 * et al. 2016 (arXiv 1505.06798).
 * @param options `middleChannels`: width between the parts, default `outChannels` (`2plus1d`: the matching width).
 * @throws RangeError for a transposed or grouped convolution, a kernel the split does not apply to, a middle width where
 * the split has none, and a stride or padding at which added branches do not meet.
 * @example
 * // A 7×7 of Inception v3's Mixed_6b as 1×7 and 7×1
 * factorize({ inChannels: 128, outChannels: 192, kernel: [7, 7], padding: 'same', bias: false }, 'asymmetric', {
 *   middleChannels: 128,
 * }).macs([128, 17, 17]) // 82_862_080
 */
export function factorize(
  spec: ConvolutionOptions,
  split: Split,
  options: { readonly middleChannels?: number | undefined } = {},
): Factorization {
  const whole = checkedWhole(spec);
  const plan = planOf(split, whole.spec.kernel);
  const middle = middleWidth(plan, split, whole.spec, options.middleChannels);
  const convolutions = convolutionsOf(plan, whole.spec, {
    C_in: whole.spec.inChannels,
    C_mid: middle ?? whole.spec.outChannels,
    C_out: whole.spec.outChannels,
  });
  const network = (input: Shape): Network => wire(plan, convolutions, input);
  const macs = (input: Shape): number => summarize(network(input)).macs;
  const receptiveField = receptiveFieldOf(plan, convolutions);
  const reachedPositions = reachedPositionsOf(plan);
  return {
    whole,
    convolutions,
    parameters: convolutions.reduce((total, own) => total + own.parameters, 0),
    weightRatio: convolutions.reduce((total, own) => total + weightsOf(own), 0) / weightsOf(whole),
    network,
    macs,
    macsRatio: (input) => macs(input) / whole.macs(input),
    extraActivationElements: (input) => {
      const { outputElements, outputShape } = summarize(network(input));
      return outputElements - product(outputShape);
    },
    movedBytes: (input, traffic) => ({
      whole: totalBytes(networkBytesMoved(wireOne(whole, input), traffic)),
      parts: totalBytes(networkBytesMoved(network(input), traffic)),
    }),
    wiring: plan.wiring,
    extraLaunches: convolutions.length - 1 + (plan.wiring === 'series' ? 0 : 1),
    receptiveField,
    reachedPositions,
    keepsReceptiveField: reachedPositions === product(whole.spec.kernel),
    formulas: factorizationFormulas(plan, whole.spec.kernel),
    bindings: (input) => ({ ...whole.bindings(input), ...(middle === undefined ? {} : { C_mid: middle }) }),
  };
}

function totalBytes({ readBytes, writtenBytes }: Traffic): number {
  return readBytes + writtenBytes;
}

function weightsOf({ tensors }: Convolution): number {
  return elementsOf(tensors.filter((tensor) => tensor.name === 'weight'));
}
