import { product, wholeNumber } from '../checks.ts';
import { times } from '../formula/index.ts';
import type { Operator, Tensor } from './operator.ts';
import { defineOperator, onlyInput, parameter } from './operator.ts';

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
      ...(spec.affine ? [parameter('weight', [spec.channels]), parameter('bias', [spec.channels])] : []),
      ...(spec.tracked ? runningStatistics(spec.channels) : []),
    ],
    outputShape: (...inputs) => {
      const input = onlyInput('batchNorm', inputs);
      if (input[0] !== spec.channels) {
        throw new RangeError(`input has ${String(input[0])} channels, but channels is ${spec.channels}`);
      }
      return input;
    },
    elementwise: (...inputs) => {
      const elements = product(onlyInput('batchNorm', inputs));
      return { multiplications: elements, additions: elements };
    },
    ...(spec.affine ? { formulas: { parameters: { result: 'P', expression: times(2, 'C') } } } : {}),
    bindings: () => ({ C: spec.channels }),
  });
}

function runningStatistics(channels: number): Tensor[] {
  return [
    { name: 'running_mean', shape: [channels], role: 'buffer', dtype: 'floating' },
    { name: 'running_var', shape: [channels], role: 'buffer', dtype: 'floating' },
    { name: 'num_batches_tracked', shape: [], role: 'buffer', dtype: 'int64' },
  ];
}
