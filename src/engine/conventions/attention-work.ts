import { at, product } from '../checks.ts';
import type { Row } from '../network/index.ts';
import {
  attentionParts,
  isMultiHeadAttention,
  isPooledAttention,
  isWindowedAttention,
  pooledAttentionNormElements,
  pooledAttentionParts,
  windowedAttentionParts,
} from '../ops/index.ts';

/**
 * How the framework runs the layers of an attention operator: inside one fused kernel, as modules, or by function calls.
 */
type LayerCalls = 'kernel' | 'module' | 'function';

/** How it writes the two matrix products: inside a fused kernel, `torch.matmul`, the operator `@`, or `torch.einsum`. */
type ProductCalls = 'kernel' | 'matmul' | 'operator' | 'einsum';

/** An attention operator taken apart the way counting tools come upon it. */
export interface AttentionWork {
  readonly layerCalls: LayerCalls;
  readonly scoreCalls: ProductCalls;
  readonly mixingCalls: ProductCalls;
  /** Multiply-accumulates of its linear layers. */
  readonly projections: number;
  /** Multiply-accumulates of layers that are modules whatever the projections are: poolings, Swin v2's position MLP. */
  readonly modules: number;
  /** Multiply-accumulates of queries times keys over all pairs, masked or not, and of learned distances. */
  readonly scores: number;
  /** Multiply-accumulates of scores times values, likewise. */
  readonly mixing: number;
  /** Pairs a causal mask discards, as multiply-accumulates: dense kernels and all tools compute them. */
  readonly masked: number;
  readonly softmaxElements: number;
  /** Additions of the projections' biases. */
  readonly biasAdditions: number;
  /** Elements normalized inside the operator. */
  readonly normElements: number;
}

/**
 * Takes an attention operator apart.
 *
 * nn.MultiheadAttention in eval mode without autograd is one kernel (`_native_multi_head_attention`), so counters at the
 * level of operators lose it whole, the projections included. torchvision's Swin calls `F.linear` and `Tensor.matmul`
 * in a function (v2's scores: `@`), MaxViT and the language models have linear modules, MaxViT multiplies by einsum.
 * Attention of the language models is taken in its eager form, with `torch.matmul`; under
 * scaled_dot_product_attention the tools without a handler for it lose the two products.
 * Source: torch/nn/modules/activation.py (2.6.0), `MultiheadAttention.forward`; torchvision 0.21.0.
 * @throws RangeError for an operator that is no attention.
 */
export function attentionWork(row: Row): AttentionWork {
  const { operator } = row.node;
  const input = at(row.inputShapes, 0, 'input');
  if (isMultiHeadAttention(operator)) {
    const { spec } = operator;
    const tokens = at(input, 0);
    const parts = attentionParts({ ...spec, causal: false }, tokens);
    const { projections, scores, mixing } = parts;
    const fused = spec.style === 'torch';
    const products = fused ? 'kernel' : 'matmul';
    return {
      layerCalls: fused ? 'kernel' : 'module',
      scoreCalls: products,
      mixingCalls: products,
      projections,
      modules: 0,
      scores,
      mixing,
      masked: projections + scores + mixing - row.macs,
      softmaxElements: scores / spec.headFeatures,
      biasAdditions: tokens * sumOfBiases(row),
      normElements: 0,
    };
  }
  if (isWindowedAttention(operator)) {
    const { spec } = operator;
    const { projections, scores, mixing, positions } = windowedAttentionParts(spec, input);
    const products = spec.design === 'maxvit' ? 'einsum' : 'matmul';
    const paddedTokens = projections / (4 * spec.features * spec.features);
    return {
      layerCalls: spec.design === 'maxvit' ? 'module' : 'function',
      scoreCalls: spec.design === 'swin-v2' ? 'operator' : products,
      mixingCalls: products,
      projections,
      modules: positions,
      scores,
      mixing,
      masked: 0,
      softmaxElements: scores / spec.headFeatures,
      biasAdditions: paddedTokens * 4 * spec.features,
      normElements: 0,
    };
  }
  if (isPooledAttention(operator)) {
    const { spec } = operator;
    const parts = pooledAttentionParts(spec);
    const { outFeatures, heads } = spec;
    return {
      layerCalls: 'module',
      scoreCalls: 'matmul',
      mixingCalls: 'matmul',
      projections: parts.projections,
      modules: parts.pooling,
      scores: parts.scores + parts.relativePositions,
      mixing: parts.mixing,
      masked: 0,
      softmaxElements: (parts.scores / outFeatures) * heads,
      biasAdditions: (3 * at(input, 0) + at(row.outputShape, 0)) * outFeatures,
      normElements: pooledAttentionNormElements(spec),
    };
  }
  throw new RangeError(`operator must be an attention, not ${row.kind}`);
}

function sumOfBiases(row: Row): number {
  return row.node.operator.tensors
    .filter((tensor) => tensor.name.endsWith('bias'))
    .reduce((total, tensor) => total + product(tensor.shape), 0);
}
