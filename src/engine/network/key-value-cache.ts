import { product, wholeNumber } from '../checks.ts';
import type { Dtype } from '../dtype.ts';
import { bitsOf } from '../dtype.ts';
import type { Formula } from '../formula/index.ts';
import { quotient, times } from '../formula/index.ts';
import { isMultiHeadAttention } from '../ops/index.ts';
import { bitsPerByte, packedBytes } from '../units.ts';
import type { Network } from './network.ts';

/** What a decoder's cache of keys and values is sized by. */
export interface KeyValueHeads {
  /** Attention layers; 0 for a network without attention. */
  readonly layers: number;
  readonly keyValueHeads: number;
  readonly headFeatures: number;
}

/** B_kv = 2 L h_kv d_h T N b / 8: a key and a value for every layer, head and token of N sequences. */
export const keyValueCacheFormula = {
  result: 'B_kv',
  expression: quotient(times(2, 'L', 'h_kv', 'd_h', 'T', 'N', 'b'), bitsPerByte),
} as const satisfies Formula;

/** A_kv = 2 L h_kv d_h T: values of one sequence. */
export const keyValueElementsFormula = {
  result: 'A_kv',
  expression: times(2, 'L', 'h_kv', 'd_h', 'T'),
} as const satisfies Formula;

/**
 * Layers and heads of a decoder's key-value cache.
 * @throws RangeError when its attention layers differ in their heads.
 * @example keyValueHeads(llama3_8b) // { layers: 32, keyValueHeads: 8, headFeatures: 128 }
 */
export function keyValueHeads(network: Network): KeyValueHeads {
  const specs = network.nodes
    .map(({ operator }) => operator)
    .filter(isMultiHeadAttention)
    .map(({ spec }) => spec);
  const [first] = specs;
  if (first === undefined) return { layers: 0, keyValueHeads: 0, headFeatures: 0 };
  const { keyValueHeads: heads, headFeatures } = first;
  if (specs.some((spec) => spec.keyValueHeads !== heads || spec.headFeatures !== headFeatures)) {
    throw new RangeError('network must have the same key-value heads in every attention layer');
  }
  return { layers: specs.length, keyValueHeads: heads, headFeatures };
}

/**
 * Bytes of the keys and values a decoder keeps for `tokens` tokens of `batch` sequences, so that a new token need not
 * compute those of the tokens before it again. Without a window or paging; a page that is begun counts as full there.
 * Source: Pope et al. 2023 (arXiv 2211.05102), §2; Ainslie et al. 2023 (arXiv 2305.13245) for fewer key-value heads.
 * @throws RangeError when a number is not whole.
 * @example keyValueCacheBytes(keyValueHeads(llama2_7b), { tokens: 4096, dtype: 'float16' }) // 2_147_483_648, 2 GiB
 */
export function keyValueCacheBytes(
  { layers, keyValueHeads: heads, headFeatures }: KeyValueHeads,
  options: { readonly tokens: number; readonly batch?: number | undefined; readonly dtype: Dtype },
): number {
  const tokens = wholeNumber('tokens', options.tokens);
  const batch = wholeNumber('batch', options.batch ?? 1, 1);
  return packedBytes(product([2, layers, heads, headFeatures, tokens, batch]), bitsOf(options.dtype));
}
