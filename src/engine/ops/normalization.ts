import type { Shape } from '../checks.ts';
import { product, wholeNumber } from '../checks.ts';
import { times } from '../formula/index.ts';
import type { Operator } from './operator.ts';
import { defineOperator, onlyInput } from './operator.ts';
import { affineOperations, affineTensors, runningStatistics } from './statistics.ts';

export interface BatchNormSpec {
  readonly channels: number;
  /** Whether it scales and shifts (gamma, beta). */
  readonly affine: boolean;
  /** Whether it keeps running statistics. */
  readonly tracked: boolean;
}

export type BatchNorm = Operator<'batchNorm', BatchNormSpec>;

/**
 * Batch normalization over the channel axis in inference: one multiplication and one addition per element, with
 * statistics folded into scale and shift.
 *
 * Parameters 2C; buffers 2C running statistics (Keras counts these as parameters, PyTorch does not). PyTorch's files
 * also hold one int64 counter, `num_batches_tracked`. Source: torch.nn.BatchNorm2d, "Variables".
 * @example batchNorm({ channels: 64 }).parameters // 128
 */
export function batchNorm(options: {
  channels: number;
  affine?: boolean | undefined;
  tracked?: boolean | undefined;
}): BatchNorm {
  const spec: BatchNormSpec = {
    channels: wholeNumber('channels', options.channels, 1),
    affine: options.affine ?? true,
    tracked: options.tracked ?? true,
  };
  return defineOperator({
    kind: 'batchNorm',
    spec,
    tensors: [
      ...(spec.affine ? affineTensors(spec.channels) : []),
      ...(spec.tracked ? runningStatistics(spec.channels) : []),
    ],
    outputShape: (...inputs) => channelInput('batchNorm', inputs, spec.channels),
    elementwise: (...inputs) => affineOperations(product(onlyInput('batchNorm', inputs))),
    ...(spec.affine ? { formulas: { parameters: { result: 'P', expression: times(2, 'C') } } } : {}),
    bindings: () => ({ C: spec.channels }),
  });
}

/**
 * The one input of an operator over `[channels, ...spatial]`.
 * @throws RangeError when it has other than `channels` channels.
 */
export function channelInput(kind: string, inputs: readonly Shape[], channels: number): Shape {
  const input = onlyInput(kind, inputs);
  if (input[0] !== channels) {
    throw new RangeError(`input has ${String(input[0])} channels, but channels is ${channels}`);
  }
  return input;
}
