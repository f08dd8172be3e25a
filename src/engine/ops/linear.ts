import type { Shape } from '../checks.ts';
import { product, wholeNumber } from '../checks.ts';
import { sum, times } from '../formula/index.ts';
import type { Operator } from './operator.ts';
import { defineOperator, onlyInput, parameter } from './operator.ts';

export interface LinearSpec {
  readonly inFeatures: number;
  readonly outFeatures: number;
  readonly bias: boolean;
  /** Whether the weight is stored `[in, out]`, as Keras and GPT-2's files do; PyTorch stores `[out, in]`. */
  readonly inFirst: boolean;
}

export type Linear = Operator<'linear', LinearSpec>;

/**
 * A fully connected layer over the last axis of `[...leading, inFeatures]`.
 *
 * Parameters: F_in · F_out, and F_out more with a bias (default true). MACs: F_in · F_out for each leading position.
 * Source: torch.nn.Linear.
 * @throws RangeError naming the parameter when a size is below 1 or the input's last axis is not `inFeatures`.
 * @example linear({ inFeatures: 2048, outFeatures: 1000 }).parameters // 2_049_000
 */
export function linear(options: {
  inFeatures: number;
  outFeatures: number;
  bias?: boolean | undefined;
  inFirst?: boolean | undefined;
}): Linear {
  const spec: LinearSpec = {
    inFeatures: wholeNumber('inFeatures', options.inFeatures, 1),
    outFeatures: wholeNumber('outFeatures', options.outFeatures, 1),
    bias: options.bias ?? true,
    inFirst: options.inFirst ?? false,
  };
  const weightShape = [spec.outFeatures, spec.inFeatures];
  const weight = parameter('weight', spec.inFirst ? weightShape.toReversed() : weightShape);
  const leading = (input: Shape): Shape => {
    if (input.at(-1) !== spec.inFeatures) {
      throw new RangeError(
        `input ends in ${String(input.at(-1))} features, but inFeatures is ${spec.inFeatures}`,
      );
    }
    return input.slice(0, -1);
  };
  const outputShape = (...inputs: Shape[]): Shape => [
    ...leading(onlyInput('linear', inputs)),
    spec.outFeatures,
  ];
  return defineOperator({
    kind: 'linear',
    spec,
    tensors: spec.bias ? [weight, parameter('bias', [spec.outFeatures])] : [weight],
    outputShape,
    macs: (...inputs) => product([...weight.shape, ...leading(onlyInput('linear', inputs))]),
    elementwise: (...inputs) => (spec.bias ? { additions: product(outputShape(...inputs)) } : {}),
    formulas: {
      parameters: {
        result: 'P',
        expression: spec.bias ? sum(times('F_in', 'F_out'), 'F_out') : times('F_in', 'F_out'),
      },
      macs: { result: 'M', expression: times('N', 'F_in', 'F_out') },
    },
    bindings: (...inputs) => ({
      N: product(leading(onlyInput('linear', inputs))),
      F_in: spec.inFeatures,
      F_out: spec.outFeatures,
    }),
  });
}
