import { at, product } from '../checks.ts';
import type { Row } from '../network/index.ts';
import type { Operator } from '../ops/index.ts';
import {
  attentionParts,
  isMultiHeadAttention,
  isPooledAttention,
  isWindowedAttention,
  pooledAttentionNormElements,
  pooledAttentionParts,
  positionMlpWork,
  windowedAttentionParts,
} from '../ops/index.ts';

/**
 * How the framework runs the layers of an attention operator: inside one fused kernel, as modules, or by function calls.
 */
type LayerCalls = 'kernel' | 'module' | 'function';

/** How it writes the matrix products: inside a fused kernel, `torch.matmul`, the operator `@`, or `torch.einsum`. */
type ProductCalls = 'kernel' | 'matmul' | 'operator' | 'einsum';

/** One matrix product as it is called: queries times keys, scores times values, queries times distances. */
export interface AttentionProduct {
  /** Over all pairs, masked or not. */
  readonly macs: number;
  readonly calls: ProductCalls;
}

/** An attention operator taken apart the way counting tools come upon it. */
export interface AttentionWork {
  readonly layerCalls: LayerCalls;
  readonly products: readonly AttentionProduct[];
  /** Multiply-accumulates of its linear layers. */
  readonly projections: number;
  /** Multiply-accumulates of layers that are modules whatever the projections are: poolings, Swin v2's position MLP. */
  readonly modules: number;
  /** Pairs a causal mask discards, as multiply-accumulates: dense kernels and all tools compute them. */
  readonly masked: number;
  readonly softmaxElements: number;
  /** `method` is `x.softmax`, which no tool patches; `function` is `F.softmax`. */
  readonly softmaxCalls: 'kernel' | 'function' | 'method';
  /** Additions of the projections' biases, and of the position MLP's. */
  readonly biasAdditions: number;
  readonly moduleBiasAdditions: number;
  /** Elements of the position MLP's ReLU, a module. */
  readonly moduleActivations: number;
  /** Elements normalized inside the operator. */
  readonly normElements: number;
}

/**
 * Takes an attention operator apart.
 *
 * nn.MultiheadAttention in eval mode without autograd is one kernel (`_native_multi_head_attention`), so counters at the
 * level of operators lose it whole, the projections included. torchvision's Swin calls `F.linear` and `Tensor.matmul`
 * in a function (v2's scores: `@`), MaxViT and the language models have linear modules, MaxViT multiplies by einsum, and
 * so does MViT v2 its queries by their distances in height and width. Attention of the language models is taken in its eager form, with
 * `torch.matmul`; under scaled_dot_product_attention the tools without a handler for it lose the two products.
 * Source: torch/nn/modules/activation.py (2.6.0), `MultiheadAttention.forward`; torchvision 0.21.0.
 * @throws RangeError for an operator that is no attention.
 */
export function attentionWork(row: Row): AttentionWork {
  const { operator } = row.node;
  const input = at(row.inputShapes, 0, 'input');
  if (isMultiHeadAttention(operator)) {
    const { spec } = operator;
    const tokens = at(input, 0);
    const { projections, scores, mixing } = attentionParts({ ...spec, causal: false }, tokens);
    const fused = spec.style === 'torch';
    return {
      ...nothingBeside,
      layerCalls: fused ? 'kernel' : 'module',
      products: calledBy(fused ? 'kernel' : 'matmul', scores, mixing),
      projections,
      masked: projections + scores + mixing - row.macs,
      softmaxElements: scores / spec.headFeatures,
      softmaxCalls: fused ? 'kernel' : 'function',
      biasAdditions: tokens * sumOfBiases(operator),
    };
  }
  if (isWindowedAttention(operator)) {
    const { spec } = operator;
    const { projections, scores, mixing, positions } = windowedAttentionParts(spec, input);
    const withModules = spec.design === 'maxvit';
    const products = withModules ? 'einsum' : 'matmul';
    const paddedTokens = projections / (4 * spec.features * spec.features);
    const mlp = spec.design === 'swin-v2' ? positionMlpWork(spec).hidden : 0;
    return {
      ...nothingBeside,
      layerCalls: withModules ? 'module' : 'function',
      products: [
        ...calledBy(spec.design === 'swin-v2' ? 'operator' : products, scores),
        ...calledBy(products, mixing),
      ],
      projections,
      modules: positions,
      softmaxElements: scores / spec.headFeatures,
      biasAdditions: paddedTokens * 4 * spec.features,
      moduleBiasAdditions: mlp,
      moduleActivations: mlp,
    };
  }
  if (isPooledAttention(operator)) {
    const { spec } = operator;
    const parts = pooledAttentionParts(spec);
    const { outFeatures, heads } = spec;
    const [time, ...sides] = parts.relativePositions;
    return {
      ...nothingBeside,
      layerCalls: 'module',
      products: [
        ...calledBy('matmul', parts.scores, parts.mixing, time ?? 0),
        ...calledBy('einsum', ...sides),
      ],
      projections: parts.projections,
      modules: parts.pooling,
      softmaxElements: (parts.scores / outFeatures) * heads,
      softmaxCalls: 'method',
      biasAdditions: (3 * at(input, 0) + at(row.outputShape, 0)) * outFeatures,
      normElements: pooledAttentionNormElements(spec),
    };
  }
  throw new RangeError(`operator must be an attention, not ${row.kind}`);
}

const nothingBeside = {
  modules: 0,
  masked: 0,
  softmaxCalls: 'function',
  moduleBiasAdditions: 0,
  moduleActivations: 0,
  normElements: 0,
} as const;

function calledBy(calls: ProductCalls, ...products: readonly number[]): readonly AttentionProduct[] {
  return products.map((macs) => ({ macs, calls }));
}

function sumOfBiases(operator: Operator): number {
  return operator.tensors
    .filter((tensor) => tensor.name.endsWith('bias'))
    .reduce((total, tensor) => total + product(tensor.shape), 0);
}
