import type { Dtype, Padding } from '../../engine/index.ts';
import {
  at,
  bitsOf,
  effectiveKernel,
  resolvePadding,
  slidingPositions,
  transposedOutputSize,
  transposedPadding,
} from '../../engine/index.ts';
import type { FieldError } from '../shared/fields.ts';
import type { FieldName, Kind } from './fields.ts';

/** A layer's sizes, every list one number per axis. */
export interface LayerSizes {
  readonly kind: Kind;
  readonly multiplier: number;
  readonly inChannels: number;
  readonly outChannels: number;
  readonly groups: number;
  readonly input: readonly number[];
  readonly kernel: readonly number[];
  readonly stride: readonly number[];
  readonly dilation: readonly number[];
  readonly padding: Padding;
  readonly outputPadding: readonly number[];
  readonly transposed: boolean;
  readonly bias: boolean;
  readonly batch: number;
  readonly dtype: Dtype;
}

export type Refusal = readonly [name: FieldName, error: FieldError];

/** Why no convolution has these sizes, at the field that has to change; undefined when one has. */
export function refusalOf(sizes: LayerSizes): Refusal | undefined {
  return groupsRefusal(sizes) ?? strideRefusal(sizes) ?? firstAxisRefusal(sizes) ?? countRefusal(sizes);
}

function groupsRefusal({ inChannels, outChannels, groups }: LayerSizes): Refusal | undefined {
  const undivided = [inChannels, outChannels].find((channels) => channels % groups !== 0);
  return undivided === undefined ? undefined : ['groups', { key: 'mustDivide', limit: undivided }];
}

function strideRefusal({ padding, stride }: LayerSizes): Refusal | undefined {
  if (padding !== 'same' || stride.every((step) => step === 1)) return undefined;
  return ['stride', { key: 'needsStrideOne' }];
}

function firstAxisRefusal(sizes: LayerSizes): Refusal | undefined {
  return sizes.input.map((_, axis) => axisRefusal(sizes, axis)).find((refusal) => refusal !== undefined);
}

function axisRefusal(sizes: LayerSizes, axis: number): Refusal | undefined {
  const window = windowOf(sizes, axis);
  const positions = at(sizes.input, axis);
  const span = effectiveKernel(window.kernel, window.dilation);
  if (!sizes.transposed) {
    const [begin, end] = resolvePadding(sizes.padding, axis, positions, window);
    const room = positions + begin + end;
    return span > room ? ['kernel', { key: 'doesNotFit', limit: room }] : undefined;
  }
  const outputPadding = at(sizes.outputPadding, axis);
  const most = Math.max(window.stride, window.dilation) - 1;
  if (outputPadding > most) return ['outputPadding', { key: 'tooLarge', limit: most }];
  const { begin, end, extra } = transposedPadding(window, sizes.padding, outputPadding, axis);
  const scattered = (positions - 1) * window.stride + span + extra;
  return begin + end >= scattered ? ['padding', { key: 'cropsEverything', limit: scattered }] : undefined;
}

/** The engine refuses counts that a double does not hold exactly; the weights depend on the kernel, the rest on the input. */
function countRefusal(sizes: LayerSizes): Refusal | undefined {
  const { kind, inChannels, outChannels, groups, multiplier, kernel, input, batch, dtype } = sizes;
  const volume = product(kernel);
  const middle = inChannels * multiplier;
  const perPosition =
    kind === 'depthwise' || kind === 'separable'
      ? middle * volume + (kind === 'separable' ? middle * outChannels : 0)
      : (outChannels * inChannels * volume) / groups;
  const parameters = perPosition + outChannels;
  if (!Number.isSafeInteger(parameters)) return ['kernel', { key: 'notExact' }];
  const output = input.map((_, axis) => outputPositions(sizes, axis));
  const [inPositions, outPositions] = [product(input), product(output)];
  const macs = perPosition * (sizes.transposed ? inPositions : outPositions);
  const written = (outChannels + (kind === 'separable' ? 2 * middle : 0)) * outPositions;
  const movedBits = (batch * (inChannels * inPositions + written) + parameters) * bitsOf(dtype);
  const counts = [2 * macs * batch + written, movedBits];
  return counts.every(Number.isSafeInteger) ? undefined : ['input', { key: 'notExact' }];
}

function outputPositions(sizes: LayerSizes, axis: number): number {
  const window = windowOf(sizes, axis);
  const positions = at(sizes.input, axis);
  if (sizes.transposed) {
    return transposedOutputSize(positions, window, sizes.padding, at(sizes.outputPadding, axis), axis);
  }
  const [begin, end] = resolvePadding(sizes.padding, axis, positions, window);
  return slidingPositions(positions, { ...window, begin, end });
}

function windowOf(
  { kernel, stride, dilation }: LayerSizes,
  axis: number,
): { kernel: number; stride: number; dilation: number } {
  return { kernel: at(kernel, axis), stride: at(stride, axis), dilation: at(dilation, axis) };
}

/** A product that may pass 2^53, which is what is looked for. */
const product = (values: readonly number[]): number => values.reduce((left, right) => left * right, 1);
