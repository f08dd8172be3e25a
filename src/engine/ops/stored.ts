import type { Shape } from '../checks.ts';
import { at, wholeNumber, wholeNumbers } from '../checks.ts';
import { times } from '../formula/index.ts';
import type { Operator, Tensor } from './operator.ts';
import { defineOperator, inputsOf, onlyInput, parameter } from './operator.ts';

export interface StoredTensorSpec {
  readonly name: string;
  readonly shape: Shape;
}

/**
 * A trained tensor by itself: class token, position embedding, layer scale. Takes no input, gives its value.
 *
 * `name` is its name within the module whose path the node has; with the default '' the node's path is the whole name
 * (`class_token` of the root module).
 * @example parameterTensor({ shape: [197, 768] }).parameters // 151_296
 */
export function parameterTensor(options: {
  name?: string | undefined;
  shape: Shape;
}): Operator<'parameter', StoredTensorSpec> {
  const { name = '' } = options;
  return stored('parameter', parameter(name, wholeNumbers('shape', options.shape, 1)));
}

/**
 * State that is kept but not trained: an int64 index table (relative positions of Swin and MaxViT), or a
 * floating-point constant. Named as `parameterTensor` is.
 * @example bufferTensor({ name: 'relative_position_index', shape: [2401], dtype: 'int64' }).buffers // 0: counted in bytes only
 */
export function bufferTensor(options: {
  name?: string | undefined;
  shape: Shape;
  dtype: Tensor['dtype'];
}): Operator<'buffer', StoredTensorSpec> {
  const { name = '', dtype } = options;
  return stored('buffer', { name, shape: wholeNumbers('shape', options.shape, 1), role: 'buffer', dtype });
}

function stored<Kind extends 'parameter' | 'buffer'>(
  kind: Kind,
  tensor: Tensor,
): Operator<Kind, StoredTensorSpec> {
  return defineOperator({
    kind,
    spec: { name: tensor.name, shape: tensor.shape },
    tensors: [tensor],
    outputShape: (...inputs) => {
      inputsOf(kind, inputs, 0);
      return tensor.shape;
    },
  });
}

export interface EmbeddingSpec {
  /** Entries of the table (the vocabulary). */
  readonly count: number;
  readonly features: number;
}

/**
 * A table look-up: `[tokens]` to `[tokens, features]`. Reads rows, multiplies nothing, though the table is often the
 * largest tensor of a small language model. Source: torch.nn.Embedding.
 * @example embedding({ count: 50257, features: 768 }).parameters // 38_597_376
 */
export function embedding(options: EmbeddingSpec): Operator<'embedding', EmbeddingSpec> {
  const count = wholeNumber('count', options.count, 1);
  const features = wholeNumber('features', options.features, 1);
  return defineOperator({
    kind: 'embedding',
    spec: { count, features },
    tensors: [parameter('weight', [count, features])],
    outputShape: (...inputs) => {
      const input = onlyInput('embedding', inputs);
      if (input.length !== 1) throw new RangeError(`input must be [tokens], not [${input.join(', ')}]`);
      return [at(input, 0), features];
    },
    formulas: { parameters: { result: 'P', expression: times('V', 'E') } },
    bindings: () => ({ V: count, E: features }),
  });
}
