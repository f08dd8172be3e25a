import type { Shape } from '../checks.ts';
import { product, wholeNumber, wholeNumbers } from '../checks.ts';
import { times } from '../formula/index.ts';
import { repeatedOperations, sumOfOperations } from './elementwise.ts';
import { channelInput } from './normalization.ts';
import type { Operator } from './operator.ts';
import { defineOperator, onlyInput, parameter } from './operator.ts';
import { affineOperations, normalizationOperations } from './statistics.ts';

export interface LayerNormSpec {
  /** Sizes of the axes normalized together. */
  readonly shape: Shape;
  readonly affine: boolean;
  readonly bias: boolean;
  readonly channelsFirst: boolean;
}

export type LayerNorm = Operator<'layerNorm', LayerNormSpec>;

/**
 * Layer normalization over the last axes, or with `channelsFirst` over the channel axis of `[channels, ...spatial]`
 * (ConvNeXt's LayerNorm2d). Statistics are those of each position, so there are no buffers.
 *
 * Parameters 2·∏shape; half of that without bias, none without affine. Source: Ba et al. 2016; torch.nn.LayerNorm.
 * @throws RangeError when the input does not have the normalized axes.
 * @example layerNorm({ shape: [768] }).parameters // 1_536
 */
export function layerNorm(options: {
  shape: Shape;
  affine?: boolean | undefined;
  bias?: boolean | undefined;
  channelsFirst?: boolean | undefined;
}): LayerNorm {
  const affine = options.affine ?? true;
  const spec: LayerNormSpec = {
    shape: wholeNumbers('shape', options.shape, 1),
    affine,
    bias: affine && (options.bias ?? true),
    channelsFirst: options.channelsFirst ?? false,
  };
  wholeNumber('shape.length', spec.shape.length, 1);
  if (spec.channelsFirst && spec.shape.length !== 1) {
    throw new RangeError(
      `shape must be one channel count with channelsFirst, not [${spec.shape.join(', ')}]`,
    );
  }
  const elements = product(spec.shape);
  return defineOperator({
    kind: 'layerNorm',
    spec,
    tensors: [
      ...(spec.affine ? [parameter('weight', spec.shape)] : []),
      ...(spec.bias ? [parameter('bias', spec.shape)] : []),
    ],
    outputShape: (...inputs) => normalizedInput(spec, inputs),
    elementwise: (...inputs) => {
      const all = product(normalizedInput(spec, inputs));
      return sumOfOperations(
        repeatedOperations(normalizationOperations(elements), all / elements),
        spec.affine ? affineOperations(all, spec.bias) : {},
      );
    },
    formulas: spec.affine
      ? { parameters: { result: 'P', expression: spec.bias ? times(2, 'F_in') : times('F_in') } }
      : {},
    bindings: () => ({ F_in: elements }),
  });
}

function normalizedInput(spec: LayerNormSpec, inputs: readonly Shape[]): Shape {
  if (spec.channelsFirst) return channelInput('layerNorm', inputs, product(spec.shape));
  const input = onlyInput('layerNorm', inputs);
  if (input.slice(-spec.shape.length).join() !== spec.shape.join()) {
    throw new RangeError(`input [${input.join(', ')}] does not end in shape [${spec.shape.join(', ')}]`);
  }
  return input;
}

export type RmsNorm = Operator<'rmsNorm', { readonly features: number }>;

/**
 * Root-mean-square normalization of the last axis, x / √(mean(x²) + ε) · γ: no centring, no shift.
 *
 * Parameters: one per feature. Source: Zhang and Sennrich 2019; torch.nn.RMSNorm.
 * @example rmsNorm({ features: 4096 }).parameters // 4_096
 */
export function rmsNorm(options: { features: number }): RmsNorm {
  const features = wholeNumber('features', options.features, 1);
  const inputOf = (inputs: readonly Shape[]): Shape => {
    const input = onlyInput('rmsNorm', inputs);
    if (input.at(-1) !== features) {
      throw new RangeError(`input ends in ${String(input.at(-1))} features, but features is ${features}`);
    }
    return input;
  };
  return defineOperator({
    kind: 'rmsNorm',
    spec: { features },
    tensors: [parameter('weight', [features])],
    outputShape: (...inputs) => inputOf(inputs),
    elementwise: (...inputs) => {
      const rows = product(inputOf(inputs)) / features;
      const row = {
        // Squares and γ; the sum of squares (n − 1) and ε; the mean and one division per value.
        multiplications: 2 * features,
        additions: features,
        divisions: features + 1,
        squareRoots: 1,
      };
      return repeatedOperations(row, rows);
    },
    formulas: { parameters: { result: 'P', expression: times('F_in') } },
    bindings: () => ({ F_in: features }),
  });
}
