import type { Shape } from '../checks.ts';
import { at, product, wholeNumber } from '../checks.ts';
import type { Bindings, Formula } from '../formula/index.ts';
import { axisSymbols, power, quotient, sum, times } from '../formula/index.ts';
import type { Row } from '../network/index.ts';
import { inSeries, summarize } from '../network/index.ts';
import type { Convolution, ConvolutionOptions } from '../ops/index.ts';
import { convolution } from '../ops/index.ts';

/** A convolution, and the depthwise and pointwise one that stand in for it; none has a bias. */
export interface DepthwiseSeparable {
  readonly whole: Convolution;
  /** One kernel for each of `depthMultiplier` outputs of each input channel; has the stride and the padding. */
  readonly depthwise: Convolution;
  /** 1×1 that mixes the channels. */
  readonly pointwise: Convolution;
  /** Weights of both parts. */
  readonly parameters: number;
  /** Cost of both parts over the cost of the whole, in weights and in multiply-accumulates. */
  readonly ratio: number;
  /** Multiply-accumulates of both parts for one sample. */
  macs(input: Shape): number;
  /** Each convolution as a row of a network of its own, for what it costs and moves. */
  rows(input: Shape): Readonly<Record<'whole' | 'depthwise' | 'pointwise', Row>>;
  readonly formulas: DepthwiseSeparableFormulas;
  /** Values of the symbols in `formulas` for this input. */
  bindings(input: Shape): Bindings;
}

/** Costs of both parts together. */
export interface DepthwiseSeparableFormulas {
  readonly parameters: Formula;
  readonly macs: Formula;
  /** Over the cost of the whole. */
  readonly ratio: Formula;
}

/** What a depthwise separable convolution is made from. */
export type DepthwiseSeparableOptions = Pick<
  ConvolutionOptions,
  'inChannels' | 'outChannels' | 'kernel' | 'stride' | 'padding' | 'dilation'
> & {
  /** Outputs of the depthwise part for each input channel. Default 1. */
  readonly depthMultiplier?: number | undefined;
};

/**
 * A depthwise separable convolution beside the convolution of the same shape: one kernel per channel, then 1×1.
 *
 * Unlike a spatial split it keeps its ratio under stride, padding and dilation: both parts, like the whole, run at the
 * output positions. `factorize(…, 'depthwise-separable')` is the case of multiplier 1.
 * Source: Howard et al. 2017 (arXiv 1704.04861), §3.1; the multiplier as in Keras' `SeparableConv2D`.
 * @throws RangeError when a size or the multiplier is below 1.
 * @example depthwiseSeparable({ inChannels: 64, outChannels: 128, kernel: [3, 3] }).parameters // 8_768
 */
export function depthwiseSeparable(options: DepthwiseSeparableOptions): DepthwiseSeparable {
  const { depthMultiplier = 1, ...layer } = options;
  const whole = convolution({ ...layer, bias: false });
  const { inChannels, outChannels, kernel } = whole.spec;
  const middle = wholeNumber('depthMultiplier', depthMultiplier, 1) * inChannels;
  const depthwise = convolution({ ...layer, outChannels: middle, groups: inChannels, bias: false });
  const pointwise = convolution({
    inChannels: middle,
    outChannels,
    kernel: kernel.map(() => 1),
    bias: false,
  });
  const between = (input: Shape): Shape => depthwise.outputShape(input);
  return {
    whole,
    depthwise,
    pointwise,
    parameters: depthwise.parameters + pointwise.parameters,
    ratio: depthMultiplier * (1 / outChannels + 1 / product(kernel)),
    macs: (input) => depthwise.macs(input) + pointwise.macs(between(input)),
    rows: (input) => ({
      whole: rowOf(whole, input),
      depthwise: rowOf(depthwise, input),
      pointwise: rowOf(pointwise, between(input)),
    }),
    formulas: formulasFor(kernel.length, depthMultiplier),
    bindings: (input) => ({ ...whole.bindings(input), m: depthMultiplier }),
  };
}

/** P = m·C_in(∏k + C_out), M = P times the output positions, R = m(1/C_out + 1/∏k); a multiplier of 1 is left out. */
function formulasFor(axes: number, depthMultiplier: number): DepthwiseSeparableFormulas {
  const { kernel, output } = axisSymbols(axes);
  const multiplier = depthMultiplier === 1 ? [] : (['m'] as const);
  const weights = [...multiplier, 'C_in', sum(times(...kernel), 'C_out')] as const;
  return {
    parameters: { result: 'P', expression: times(...weights) },
    macs: { result: 'M', expression: times(...weights, ...output) },
    ratio: {
      result: 'R',
      expression: times(...multiplier, sum(quotient(1, 'C_out'), quotient(1, times(...kernel)))),
    },
  };
}

function rowOf(own: Convolution, input: Shape): Row {
  return at(summarize(inSeries(input, [own])).rows, 0);
}

/**
 * Cost of a depthwise separable layer thinned by α and run at ρ times the height and width, over the *standard*
 * convolution of full width and size: αρ²/C_out + α²ρ²/(k_h·k_w).
 *
 * The resolution enters both terms squared, for each has both spatial axes. Source: worked out from the cost in Howard
 * et al. 2017 (arXiv 1704.04861), eq. 7.
 * @example evaluate(multipliersRatioFormula.expression, { alpha: 0.5, rho: 0.5, C_out: 64, k_h: 3, k_w: 3 }) // 0.0089
 */
export const multipliersRatioFormula: Formula = {
  result: 'R',
  expression: sum(
    quotient(times('alpha', power('rho', 2)), 'C_out'),
    quotient(times(power('alpha', 2), power('rho', 2)), times('k_h', 'k_w')),
  ),
};
