import type { AffineRule } from '../../engine/index.ts';
import { at, quantizationError, quantizeParts, rangeOf } from '../../engine/index.ts';
import type { WeightTensor } from './pasted.ts';

/** A channel under a scale shared by the tensor and under its own. */
export interface ChannelError {
  readonly largestMagnitude: number;
  /** Decibels; undefined where the channel is all zeros or comes out exact. */
  readonly sharedDecibels: number | undefined;
  readonly ownDecibels: number | undefined;
}

/** Every channel's signal-to-noise ratio both ways, the channel of the smallest weights first. */
export function channelErrors({ shape, values }: WeightTensor, rule: AffineRule): ChannelError[] {
  const channels = at(shape, 0);
  const elements = values.length / channels;
  const shared = quantizeParts(values, shape, 'tensor', rule).restored;
  const own = quantizeParts(values, shape, 'channel', rule).restored;
  return Array.from({ length: channels }, (_, index): ChannelError => {
    const slice = (all: Float32Array): Float32Array => all.subarray(index * elements, (index + 1) * elements);
    const weights = slice(values);
    const { least, greatest } = rangeOf(weights);
    return {
      largestMagnitude: Math.max(-least, greatest),
      sharedDecibels: quantizationError(weights, slice(shared)).sqnrDecibels,
      ownDecibels: quantizationError(weights, slice(own)).sqnrDecibels,
    };
  }).sort((left, right) => left.largestMagnitude - right.largestMagnitude);
}
