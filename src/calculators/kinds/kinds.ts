import type { Convolution, ConvolutionOptions, Shape, Split } from '../../engine/index.ts';
import { at, convolution, effectiveKernel, factorize, product, summarize } from '../../engine/index.ts';

/** The kinds of convolution, in the order shown. */
export const kindNames = [
  'standard',
  'pointwise',
  'strided',
  'dilated',
  'transposed',
  'grouped',
  'groupedPointwise',
  'depthwise',
  'depthwiseSeparable',
  'asymmetric',
  'volume',
  'pseudo3d',
] as const;

export type KindName = (typeof kindNames)[number];

/** One size at which all kinds are compared. */
export interface CommonSize {
  readonly inChannels: number;
  readonly outChannels: number;
  /** Odd, so that padding keeps the size. */
  readonly kernel: number;
  readonly grid: number;
  readonly stride: number;
  readonly dilation: number;
  /** Divides both widths. */
  readonly groups: number;
  /** For the kinds with time. */
  readonly frames: number;
}

/** A kind at the common size. */
export interface Kind {
  readonly name: KindName;
  /** In series. */
  readonly convolutions: readonly Convolution[];
  readonly weights: number;
  readonly macs: number;
  /** `macs` over those of the standard convolution, run on every frame where the kind has time. */
  readonly macsRatio: number;
  readonly outputShape: Shape;
  /** Positions per axis from the first to the last one that an output value reads, at most. */
  readonly span: readonly number[];
  /** Positions an output value reads, at most; a dilated kernel leaves some of its span out. */
  readonly positions: number;
  /** Input channels an output value reads. */
  readonly channels: number;
}

/** What a kind changes of the standard convolution, or how it splits one; with or without time. */
type Recipe =
  | { readonly change: Partial<ConvolutionOptions> }
  | { readonly split: Split }
  | { readonly time: 'whole' | 'split' };

/**
 * Every kind, or those named, at one size, padded to keep the size but for the strided and the transposed one, which divide and multiply
 * it by the stride. A depthwise convolution has as many outputs as inputs, and so has the first of a pair.
 * @throws RangeError as the engine does, for an even kernel or groups that do not divide.
 * @example
 * kindsAt({ inChannels: 64, outChannels: 128, kernel: 3, grid: 56, stride: 2, dilation: 2, groups: 4, frames: 8 })[0]
 *   .weights // 73_728
 */
export function kindsAt(size: CommonSize, names: readonly KindName[] = kindNames): readonly Kind[] {
  return names.map((name) => kindAt(name, size));
}

function recipeOf(name: KindName, { inChannels, kernel, stride, dilation, groups }: CommonSize): Recipe {
  const half = (kernel - 1) / 2;
  const strides = [stride, stride];
  const padding = [half, half];
  switch (name) {
    case 'standard':
      return { change: {} };
    case 'pointwise':
      return { change: { kernel: [1, 1] } };
    case 'strided':
      return { change: { stride: strides, padding } };
    case 'dilated':
      return { change: { dilation: [dilation, dilation] } };
    case 'transposed':
      return {
        change: { transposed: true, stride: strides, padding, outputPadding: [stride - 1, stride - 1] },
      };
    case 'grouped':
      return { change: { groups } };
    case 'groupedPointwise':
      return { change: { kernel: [1, 1], groups } };
    case 'depthwise':
      return { change: { groups: inChannels, outChannels: inChannels } };
    case 'depthwiseSeparable':
      return { split: 'depthwise-separable' };
    case 'asymmetric':
      return { split: 'asymmetric' };
    case 'volume':
      return { time: 'whole' };
    case 'pseudo3d':
      return { time: 'split' };
  }
}

function kindAt(name: KindName, size: CommonSize): Kind {
  const { inChannels, outChannels, kernel, grid, frames } = size;
  const recipe = recipeOf(name, size);
  const standard = {
    inChannels,
    outChannels,
    kernel: [kernel, kernel],
    padding: 'same' as const,
    bias: false,
  };
  const plane = [inChannels, grid, grid];
  const standardMacs = convolution(standard).macs(plane);
  if ('change' in recipe) {
    const own = convolution({ ...standard, ...recipe.change });
    return { name, ...counted(own, plane), macsRatio: own.macs(plane) / standardMacs };
  }
  const inTime = 'time' in recipe;
  const spec = inTime ? { ...standard, kernel: [kernel, kernel, kernel] } : standard;
  const input = inTime ? [inChannels, frames, grid, grid] : plane;
  const baseMacs = inTime ? standardMacs * frames : standardMacs;
  if (inTime && recipe.time === 'whole') {
    const own = convolution(spec);
    return { name, ...counted(own, input), macsRatio: own.macs(input) / baseMacs };
  }
  const split = inTime
    ? factorize(spec, 'p3d-a', { middleChannels: inChannels })
    : factorize(spec, recipe.split, recipe.split === 'asymmetric' ? { middleChannels: inChannels } : {});
  const { macs, outputShape } = summarize(split.network(input));
  return {
    name,
    convolutions: split.convolutions,
    weights: split.parameters,
    macs,
    macsRatio: macs / baseMacs,
    outputShape,
    span: split.receptiveField,
    positions: split.reachedPositions,
    channels: inChannels,
  };
}

/**
 * A single convolution. A transposed one writes k positions for every input position, s apart, so an output value reads
 * at most ⌈k/s⌉ of them on each axis.
 */
function counted(own: Convolution, input: Shape): Omit<Kind, 'name' | 'macsRatio'> {
  const { spec } = own;
  const reads = spec.kernel.map((size, axis) =>
    spec.transposed ? Math.ceil(size / at(spec.stride, axis)) : size,
  );
  return {
    convolutions: [own],
    weights: own.parameters,
    macs: own.macs(input),
    outputShape: own.outputShape(input),
    span: reads.map((size, axis) => effectiveKernel(size, at(spec.dilation, axis))),
    positions: product(reads),
    channels: spec.inChannels / spec.groups,
  };
}
