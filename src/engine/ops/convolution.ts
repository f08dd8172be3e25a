import type { Shape } from '../checks.ts';
import { at, product, shapeOfRank, wholeNumber } from '../checks.ts';
import type { Padding, Window } from './axes.ts';
import { checkedPadding, perAxis, resolvePadding, slidingPositions } from './axes.ts';
import { convolutionBindings, convolutionFormulas } from './convolution-formulas.ts';
import type { AxisWindow, Operator, Tensor } from './operator.ts';
import { defineOperator, onlyInput, parameter } from './operator.ts';
import { transposedOutputSize } from './transposed.ts';

/** What a convolution layer is made from; per-axis lists have one entry per spatial axis (1, 2 or 3 of them). */
export interface ConvolutionOptions {
  readonly inChannels: number;
  readonly outChannels: number;
  readonly kernel: readonly number[];
  /** Default 1 on every axis. */
  readonly stride?: readonly number[] | undefined;
  /** Default none. For a transposed convolution the padding crops the output. */
  readonly padding?: Padding | undefined;
  /** Default 1 on every axis; 1 means contiguous, as in PyTorch, TensorFlow, Keras and Caffe. */
  readonly dilation?: readonly number[] | undefined;
  /** Number of groups (not channels per group). Default 1. */
  readonly groups?: number | undefined;
  /** Default true, as in PyTorch. */
  readonly bias?: boolean | undefined;
  readonly transposed?: boolean | undefined;
  /** Extra output positions at the end of each axis, transposed only. Default 0. */
  readonly outputPadding?: readonly number[] | undefined;
}

/** A convolution's options with every default filled in. */
export interface ConvolutionSpec {
  readonly inChannels: number;
  readonly outChannels: number;
  readonly kernel: readonly number[];
  readonly stride: readonly number[];
  readonly padding: Padding;
  readonly dilation: readonly number[];
  readonly groups: number;
  readonly bias: boolean;
  readonly transposed: boolean;
  readonly outputPadding: readonly number[];
}

export type Convolution = Operator<'convolution' | 'transposedConvolution', ConvolutionSpec>;

/**
 * A convolution or transposed convolution in 1, 2 or 3 dimensions over `[channels, ...spatial]`.
 *
 * Parameters: C_out · C_in/g · ∏k, and C_out more with a bias. MACs: the weight's elements times the positions the
 * kernel is applied at: output positions, and *input* positions when transposed (each input value is scattered once;
 * several counting tools multiply by output positions there and are high by about ∏s). Padding zeros are not
 * discounted, as in every counter known. The bias's additions are elementwise work, not MACs.
 *
 * Source: torch.nn.Conv2d and ConvTranspose2d, "Shape" and "Variables".
 * @throws RangeError naming the parameter: sizes below 1, groups that divide neither side's channels, output padding
 * not below max(stride, dilation).
 * @example convolution({ inChannels: 64, outChannels: 128, kernel: [3, 3] }).parameters // 73_856
 */
export function convolution(options: ConvolutionOptions): Convolution {
  const spec = checkedSpec(options);
  const axes = spec.kernel.length;
  const weight = weightTensor(spec);
  const inputOf = (inputs: readonly Shape[]): Shape =>
    convolutionInput(spec, onlyInput('convolution', inputs));
  const outputShape = (...inputs: Shape[]): Shape => {
    const [, ...sizes] = inputOf(inputs);
    return [spec.outChannels, ...sizes.map((size, axis) => outputSize(spec, size, axis))];
  };
  const positions = (input: Shape): number =>
    product(spec.transposed ? input.slice(1) : outputShape(input).slice(1));
  return defineOperator({
    kind: spec.transposed ? 'transposedConvolution' : 'convolution',
    spec,
    tensors: spec.bias ? [weight, parameter('bias', [spec.outChannels])] : [weight],
    outputShape,
    macs: (...inputs) => product([...weight.shape, positions(inputOf(inputs))]),
    elementwise: (...inputs) => (spec.bias ? { additions: product(outputShape(...inputs)) } : {}),
    ...(spec.transposed ? {} : { windows: (input) => slidingWindows(spec, inputOf([input])) }),
    formulas: convolutionFormulas(spec),
    bindings: (...inputs) => convolutionBindings(spec, axes, inputOf(inputs), outputShape(...inputs)),
  });
}

/** Output positions of one axis for `inputSize` input positions. */
function outputSize(spec: ConvolutionSpec, inputSize: number, axis: number): number {
  const window = axisWindow(spec, axis);
  if (spec.transposed) {
    return transposedOutputSize(inputSize, window, spec.padding, at(spec.outputPadding, axis), axis);
  }
  const [begin, end] = resolvePadding(spec.padding, axis, inputSize, window);
  return slidingPositions(inputSize, { ...window, begin, end });
}

function axisWindow(spec: ConvolutionSpec, axis: number): Pick<Window, 'kernel' | 'stride' | 'dilation'> {
  return { kernel: at(spec.kernel, axis), stride: at(spec.stride, axis), dilation: at(spec.dilation, axis) };
}

function slidingWindows(spec: ConvolutionSpec, input: Shape): AxisWindow[] {
  return spec.kernel.map((_, axis) => {
    const window = axisWindow(spec, axis);
    const [paddingBegin] = resolvePadding(spec.padding, axis, at(input, axis + 1), window);
    return { ...window, paddingBegin };
  });
}

/** PyTorch's layout: (C_out, C_in/g, …k), and (C_in, C_out/g, …k) when transposed. */
function weightTensor(spec: ConvolutionSpec): Tensor {
  const { inChannels, outChannels, groups, kernel } = spec;
  return parameter(
    'weight',
    spec.transposed
      ? [inChannels, outChannels / groups, ...kernel]
      : [outChannels, inChannels / groups, ...kernel],
  );
}

function convolutionInput(spec: ConvolutionSpec, input: Shape): Shape {
  shapeOfRank('input', input, spec.kernel.length + 1);
  const [channels] = input;
  if (channels !== spec.inChannels) {
    throw new RangeError(`input has ${String(channels)} channels, but inChannels is ${spec.inChannels}`);
  }
  return input;
}

function checkedSpec(options: ConvolutionOptions): ConvolutionSpec {
  const axes = wholeNumber('kernel.length', options.kernel.length, 1);
  if (axes > 3) throw new RangeError(`kernel must have 1, 2 or 3 axes, not ${axes}`);
  const spec: ConvolutionSpec = {
    inChannels: wholeNumber('inChannels', options.inChannels, 1),
    outChannels: wholeNumber('outChannels', options.outChannels, 1),
    kernel: perAxis('kernel', options.kernel, axes, 1, 1),
    stride: perAxis('stride', options.stride, axes, 1, 1),
    padding: checkedPadding(options.padding ?? 'valid', axes),
    dilation: perAxis('dilation', options.dilation, axes, 1, 1),
    groups: wholeNumber('groups', options.groups ?? 1, 1),
    bias: options.bias ?? true,
    transposed: options.transposed ?? false,
    outputPadding: perAxis('outputPadding', options.outputPadding, axes, 0, 0),
  };
  for (const name of ['inChannels', 'outChannels'] as const) {
    if (spec[name] % spec.groups !== 0) {
      throw new RangeError(`groups must divide ${name}: ${spec[name]} is not a multiple of ${spec.groups}`);
    }
  }
  spec.outputPadding.forEach((extra, axis) => {
    checkOutputPadding(spec, extra, axis);
  });
  return spec;
}

function checkOutputPadding(spec: ConvolutionSpec, extra: number, axis: number): void {
  if (extra === 0) return;
  if (!spec.transposed)
    throw new RangeError(`outputPadding is for transposed convolutions only, not ${extra}`);
  const limit = Math.max(at(spec.stride, axis), at(spec.dilation, axis));
  if (extra >= limit) {
    throw new RangeError(
      `outputPadding[${axis}] must be below max(stride, dilation) = ${limit}, not ${extra}`,
    );
  }
}
