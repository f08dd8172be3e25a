import { product, wholeNumber } from '../checks.ts';
import { repeatedOperations, sumOfOperations } from './elementwise.ts';
import { softmaxOperations } from './matmul.ts';
import type { ElementwiseOperations } from './operator.ts';

/** Sizes every kind of attention shares. */
export interface AttentionSizes {
  /** Features of the tokens, E. */
  readonly features: number;
  readonly heads: number;
  /** Heads of keys and values; fewer than `heads` when several queries share one (grouped-query attention). */
  readonly keyValueHeads: number;
  /** Features of one head. */
  readonly headFeatures: number;
  /** Whether the query, key and value projections have biases. */
  readonly bias: boolean;
  readonly outBias: boolean;
  /** Whether a token attends to itself and the tokens before it only. */
  readonly causal: boolean;
}

/** Where an attention layer's MACs are; tools that count only modules with weights miss the last two. */
export interface AttentionParts {
  /** Query, key, value and output projections. */
  readonly projections: number;
  /** Queries times keys. */
  readonly scores: number;
  /** Scores times values. */
  readonly mixing: number;
}

/** Features of all query heads and of all key heads together. */
export function headWidths(sizes: Pick<AttentionSizes, 'heads' | 'keyValueHeads' | 'headFeatures'>): {
  query: number;
  keyValue: number;
} {
  return { query: sizes.heads * sizes.headFeatures, keyValue: sizes.keyValueHeads * sizes.headFeatures };
}

/**
 * MACs of attention over `tokens` tokens by part: projections N·E·(2·D_q + 2·D_kv), scores and mixing N²·D_q each.
 *
 * Sharing keys and values between queries saves projections and cache, not scores: every query head still meets every
 * key. With `causal` only the N(N+1)/2 pairs the mask leaves are counted; dense kernels and counting tools compute all
 * N² and throw the others away.
 * @throws RangeError when `tokens` is not a whole number of at least 1.
 * @example attentionParts(multiHeadAttention({ features: 768, heads: 12 }).spec, 197) // { projections: 464_781_312, scores: 29_805_312, mixing: 29_805_312 }
 */
export function attentionParts(sizes: AttentionSizes, tokens: number): AttentionParts {
  wholeNumber('tokens', tokens, 1);
  const { query, keyValue } = headWidths(sizes);
  const pairs = attendedPairs(sizes, tokens);
  return {
    projections: product([tokens, sizes.features, 2 * (query + keyValue)]),
    scores: product([pairs, query]),
    mixing: product([pairs, query]),
  };
}

/**
 * Elements attention's matrix products write over `tokens` tokens: queries, keys, values, a score per head and pair,
 * the mixed values and the output.
 * @example attentionOutputElements(multiHeadAttention({ features: 768, heads: 12 }).spec, 197) // 1_222_188
 */
export function attentionOutputElements(sizes: AttentionSizes, tokens: number): number {
  const { query, keyValue } = headWidths(sizes);
  const scores = product([sizes.heads, attendedPairs(sizes, tokens)]);
  return scores + tokens * (2 * query + 2 * keyValue + sizes.features);
}

/** Query–key pairs of one head. */
function attendedPairs(sizes: Pick<AttentionSizes, 'causal'>, tokens: number): number {
  return sizes.causal ? (tokens * (tokens + 1)) / 2 : tokens * tokens;
}

/**
 * Elementwise work beside the MACs: the biases' additions, one scaling by 1/√d per query value, and a softmax per query
 * and head over the keys it may see.
 */
export function attentionElementwise(sizes: AttentionSizes, tokens: number): ElementwiseOperations {
  const { query, keyValue } = headWidths(sizes);
  const biased = (sizes.bias ? query + 2 * keyValue : 0) + (sizes.outBias ? sizes.features : 0);
  const rows = tokens * sizes.heads;
  // A causal row i has i keys, and softmaxOperations is linear in them: 2n − 1, n − 1 and n sum over rows as over pairs.
  const pairs = attendedPairs(sizes, tokens) * sizes.heads;
  const softmaxes = sumOfOperations(repeatedOperations(softmaxOperations(1), pairs), {
    comparisons: pairs - rows,
    additions: pairs - rows,
  });
  return sumOfOperations(softmaxes, { additions: biased * tokens, multiplications: query * tokens });
}

/** Checks the sizes and fills in the defaults: as many key heads as heads, heads that divide the features. */
export function checkedAttentionSizes(options: {
  features: number;
  heads: number;
  keyValueHeads?: number | undefined;
  headFeatures?: number | undefined;
  bias?: boolean | undefined;
  outBias?: boolean | undefined;
  causal?: boolean | undefined;
}): AttentionSizes {
  const features = wholeNumber('features', options.features, 1);
  const heads = wholeNumber('heads', options.heads, 1);
  const keyValueHeads = wholeNumber('keyValueHeads', options.keyValueHeads ?? heads, 1);
  if (options.headFeatures === undefined && features % heads !== 0) {
    throw new RangeError(`heads must divide features: ${features} is not a multiple of ${heads}`);
  }
  if (heads % keyValueHeads !== 0) {
    throw new RangeError(`keyValueHeads must divide heads: ${heads} is not a multiple of ${keyValueHeads}`);
  }
  const bias = options.bias ?? true;
  return {
    features,
    heads,
    keyValueHeads,
    headFeatures: wholeNumber('headFeatures', options.headFeatures ?? features / heads, 1),
    bias,
    outBias: options.outBias ?? bias,
    causal: options.causal ?? false,
  };
}
