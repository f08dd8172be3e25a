import { product, wholeNumber } from '../checks.ts';
import { times } from '../formula/index.ts';
import { repeatedOperations, sumOfOperations } from './elementwise.ts';
import { channelInput } from './normalization.ts';
import type { Operator } from './operator.ts';
import { defineOperator } from './operator.ts';
import { affineOperations, affineTensors, normalizationOperations, runningStatistics } from './statistics.ts';

export type GroupNorm = Operator<'groupNorm', { readonly groups: number; readonly channels: number }>;

/**
 * Group normalization of `[channels, ...spatial]`: statistics over each group of channels and all positions, computed
 * in inference too, so no buffers. Parameters 2C. Source: Wu and He 2018; torch.nn.GroupNorm.
 * @throws RangeError when groups do not divide channels.
 * @example groupNorm({ groups: 32, channels: 256 }).parameters // 512
 */
export function groupNorm(options: { groups: number; channels: number }): GroupNorm {
  const groups = wholeNumber('groups', options.groups, 1);
  const channels = wholeNumber('channels', options.channels, 1);
  if (channels % groups !== 0) {
    throw new RangeError(`groups must divide channels: ${channels} is not a multiple of ${groups}`);
  }
  return defineOperator({
    kind: 'groupNorm',
    spec: { groups, channels },
    tensors: affineTensors(channels),
    outputShape: (...inputs) => channelInput('groupNorm', inputs, channels),
    elementwise: (...inputs) => {
      const elements = product(channelInput('groupNorm', inputs, channels));
      return sumOfOperations(
        repeatedOperations(normalizationOperations(elements / groups), groups),
        affineOperations(elements),
      );
    },
    formulas: { parameters: { result: 'P', expression: times(2, 'C') } },
    bindings: () => ({ C: channels }),
  });
}

export interface InstanceNormSpec {
  readonly channels: number;
  readonly affine: boolean;
  readonly tracked: boolean;
}

export type InstanceNorm = Operator<'instanceNorm', InstanceNormSpec>;

/**
 * Instance normalization of `[channels, ...spatial]`: every channel of every sample by its own statistics.
 *
 * PyTorch's defaults hold nothing: no scale and shift, no running statistics. With `tracked`, inference uses the
 * running statistics as batch normalization does. Source: Ulyanov et al. 2016; torch.nn.InstanceNorm2d.
 * @example instanceNorm({ channels: 64, affine: true }).parameters // 128
 */
export function instanceNorm(options: {
  channels: number;
  affine?: boolean | undefined;
  tracked?: boolean | undefined;
}): InstanceNorm {
  const spec: InstanceNormSpec = {
    channels: wholeNumber('channels', options.channels, 1),
    affine: options.affine ?? false,
    tracked: options.tracked ?? false,
  };
  return defineOperator({
    kind: 'instanceNorm',
    spec,
    tensors: [
      ...(spec.affine ? affineTensors(spec.channels) : []),
      ...(spec.tracked ? runningStatistics(spec.channels) : []),
    ],
    outputShape: (...inputs) => channelInput('instanceNorm', inputs, spec.channels),
    elementwise: (...inputs) => {
      const elements = product(channelInput('instanceNorm', inputs, spec.channels));
      // Running statistics fold into one scale and shift together with gamma and beta, as in batch normalization.
      if (spec.tracked) return affineOperations(elements);
      return sumOfOperations(
        repeatedOperations(normalizationOperations(elements / spec.channels), spec.channels),
        spec.affine ? affineOperations(elements) : {},
      );
    },
    formulas: spec.affine ? { parameters: { result: 'P', expression: times(2, 'C') } } : {},
    bindings: () => ({ C: spec.channels }),
  });
}
