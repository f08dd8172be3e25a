import type { Bindings, Convolution, ConvolutionOptions, Dtype, Shape } from '../../engine/index.ts';
import { at, bitsOf, convolution, evaluate, trafficFormula, windowBindings } from '../../engine/index.ts';
import { flopsFormulaOf } from './flops.ts';
import type { FlopsConvention, Kind } from './fields.ts';

/** One convolution with the shape it reads and the shape it writes. */
export interface Part {
  readonly role: 'only' | 'depthwise' | 'pointwise';
  readonly operator: Convolution;
  readonly input: Shape;
  readonly output: Shape;
}

/** The reader's layer, of one part or, when separable, two, and how its costs are counted. */
export interface Layer {
  readonly kind: Kind;
  readonly parts: readonly Part[];
  readonly batch: number;
  readonly dtype: Dtype;
  readonly convention: FlopsConvention;
  /** Receptive field and jump of the layer before, per axis. */
  readonly before: { readonly sizes: readonly number[]; readonly jumps: readonly number[] };
}

/**
 * The convolutions of a layer. A separable one has a bias only behind its pointwise part, as in Keras: one behind the
 * depthwise part could be folded into it.
 */
export function partsOf(
  kind: Kind,
  options: ConvolutionOptions,
  multiplier: number,
  input: Shape,
): readonly Part[] {
  const depthwise = { groups: options.inChannels, outChannels: options.inChannels * multiplier };
  if (kind === 'depthwise') return [part('only', { ...options, ...depthwise }, input)];
  if (kind !== 'separable') return [part('only', options, input)];
  const first = part('depthwise', { ...options, ...depthwise, bias: false }, input);
  const pointwise = {
    inChannels: depthwise.outChannels,
    outChannels: options.outChannels,
    kernel: options.kernel.map(() => 1),
    bias: options.bias,
  };
  return [first, part('pointwise', pointwise, first.output)];
}

function part(role: Part['role'], options: ConvolutionOptions, input: Shape): Part {
  const operator = convolution(options);
  return { role, operator, input, output: operator.outputShape(input) };
}

/** Values of every symbol in the formulas of a part's costs. */
export function costBindings({ operator, input }: Part, layer: Layer): Bindings {
  const macs = { M: operator.macs(input), P: operator.parameters };
  const counted = { ...operator.bindings(input), ...macs, N: layer.batch, b: bitsOf(layer.dtype) };
  return { ...counted, B: evaluate(trafficFormula(input.length - 1).expression, counted) };
}

/** Values of every symbol in the output size of each axis, the padding resolved. */
export function axisBindings({ operator, input }: Part): readonly Bindings[] {
  return input.slice(1).map((positions, axis) => windowBindings(operator.spec, axis, positions));
}

/** What a layer costs in all, summed over its parts. */
export interface Totals {
  readonly outputShape: Shape;
  readonly parameters: number;
  readonly macs: number;
  readonly flops: number;
  readonly movedBytes: number;
  /** FLOPs at two per multiply-add for each byte moved, of the whole batch. */
  readonly intensity: number;
}

/** Sums the parts: what one writes the next reads back, each run by itself. Counts are for one sample, bytes for the batch. */
export function totalsOf(layer: Layer): Totals {
  const { parts, batch } = layer;
  const total = (of: (each: Part) => number): number => parts.reduce((sum, each) => sum + of(each), 0);
  const macs = total(({ operator, input }) => operator.macs(input));
  const movedBytes = total((each) => costBindings(each, layer).B ?? 0);
  return {
    outputShape: at(parts, parts.length - 1).output,
    parameters: total(({ operator }) => operator.parameters),
    macs,
    flops: total((each) =>
      evaluate(flopsFormulaOf(layer.convention, each.operator).expression, costBindings(each, layer)),
    ),
    movedBytes,
    intensity: (2 * macs * batch) / movedBytes,
  };
}
