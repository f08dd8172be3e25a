import type { Shape } from '../checks.ts';
import { at, product } from '../checks.ts';
import { slidingPositions } from './axes.ts';
import { repeatedOperations, sumOfOperations } from './elementwise.ts';
import { softmaxOperations } from './matmul.ts';
import type { ElementwiseOperations } from './operator.ts';
import { affineOperations, normalizationOperations } from './statistics.ts';

/** A depthwise convolution over the grid of tokens that makes queries, or keys and values, fewer. */
export interface HeadPooling {
  readonly kernel: readonly number[];
  readonly stride: readonly number[];
}

export interface PooledAttentionSpec {
  readonly inFeatures: number;
  readonly outFeatures: number;
  readonly heads: number;
  /** Time, height and width of the tokens after the class token. */
  readonly grid: readonly number[];
  readonly queryPooling: HeadPooling | undefined;
  readonly keyValuePooling: HeadPooling | undefined;
  /** 2: scores get a trained bias by distance on each axis, and the pooled queries are added to the result. */
  readonly version: 1 | 2;
}

/** Where multiscale attention's MACs are. */
export interface PooledAttentionParts {
  readonly projections: number;
  readonly pooling: number;
  readonly scores: number;
  /** Queries times the embeddings of their distances to the keys, for time, height and width; none in version 1. */
  readonly relativePositions: readonly number[];
  readonly mixing: number;
}

/**
 * MACs by part, for N tokens before pooling and N_q and N_k after it: projections 3·N·E_in·E + N_q·E², pooling
 * E · ∏k · positions for each tensor pooled, scores and mixing N_q·N_k·E each, relative positions
 * (N_q − 1)·E·(T_k + H_k + W_k).
 * @example pooledAttentionParts(pooledAttention({ inFeatures: 96, outFeatures: 96, heads: 1, grid: [8, 56, 56], version: 1 }).spec).scores // 60_427_960_416
 */
export function pooledAttentionParts(spec: PooledAttentionSpec): PooledAttentionParts {
  const { inFeatures, outFeatures } = spec;
  const { tokens, queries, keys } = tokenCounts(spec);
  const products = product([queries, keys, outFeatures]);
  return {
    projections: product([3, tokens, inFeatures, outFeatures]) + product([queries, outFeatures, outFeatures]),
    pooling: poolings(spec).reduce(
      (total, { kernel, grid }) => total + product([outFeatures, ...kernel, ...grid]),
      0,
    ),
    scores: products,
    relativePositions:
      spec.version === 1 ? [] : keyGrid(spec).map((size) => product([queries - 1, outFeatures, size])),
    mixing: products,
  };
}

/** The elements those products and convolutions write. */
export function pooledAttentionOutputElements(spec: PooledAttentionSpec): number {
  const { tokens, queries, keys } = tokenCounts(spec);
  const pooled = poolings(spec).reduce((total, { grid }) => total + product([spec.outFeatures, ...grid]), 0);
  const distances = spec.version === 1 ? 0 : product([spec.heads, queries - 1, distanceKeys(spec)]);
  return (
    product([3, tokens, spec.outFeatures]) +
    pooled +
    product([spec.heads, queries, keys]) +
    distances +
    product([2, queries, spec.outFeatures])
  );
}

/**
 * Elements its layer norms normalize: one over each head's features follows every pooling, the class token included.
 * Counting tools add these to the norms that stand by themselves.
 */
export function pooledAttentionNormElements(spec: PooledAttentionSpec): number {
  return poolings(spec).reduce((total, { grid }) => total + product([tokensOf(grid), spec.outFeatures]), 0);
}

/**
 * Biases, norms after the poolings, scaled queries, a softmax per query and head; in version 2 three distance biases
 * on every score between patches, and the residual queries.
 */
export function pooledAttentionElementwise(spec: PooledAttentionSpec): ElementwiseOperations {
  const { tokens, queries, keys } = tokenCounts(spec);
  const { outFeatures, heads } = spec;
  const normed = pooledAttentionNormElements(spec);
  const headFeatures = outFeatures / heads;
  const distanceBiases = product([3, heads, queries - 1, keys - 1]);
  return sumOfOperations(
    { additions: product([3, tokens, outFeatures]) + product([queries, outFeatures]) },
    repeatedOperations(normalizationOperations(headFeatures), normed / headFeatures),
    affineOperations(normed),
    { multiplications: product([queries, outFeatures]) },
    repeatedOperations(softmaxOperations(keys), queries * heads),
    spec.version === 1 ? {} : { additions: distanceBiases + product([queries - 1, outFeatures]) },
  );
}

/** A tensor that is pooled, the kernel it is pooled with, and the grid that leaves. */
interface Pooling {
  readonly name: 'q' | 'k' | 'v';
  readonly kernel: readonly number[];
  readonly grid: Shape;
}

/** The poolings that take place; keys and values are pooled alike, each by its own kernel. */
export function poolings(spec: PooledAttentionSpec): readonly Pooling[] {
  const { queryPooling: query, keyValuePooling: keyValue } = spec;
  const names = ['k', 'v'] as const;
  return [
    ...(query ? [{ name: 'q' as const, kernel: query.kernel, grid: pooledGrid(spec.grid, query) }] : []),
    ...(keyValue
      ? names.map((name) => ({ name, kernel: keyValue.kernel, grid: pooledGrid(spec.grid, keyValue) }))
      : []),
  ];
}

/**
 * Positions a pooling leaves on each axis, padded by half its kernel; all of them without a pooling.
 * @example pooledGrid([8, 56, 56], { kernel: [3, 3, 3], stride: [1, 2, 2] }) // [8, 28, 28]
 */
export function pooledGrid(grid: Shape, pooling: HeadPooling | undefined): Shape {
  if (pooling === undefined) return grid;
  return grid.map((size, axis) => {
    const kernel = at(pooling.kernel, axis);
    const padding = Math.floor(kernel / 2);
    const window = { kernel, stride: at(pooling.stride, axis), dilation: 1, begin: padding, end: padding };
    return slidingPositions(size, window);
  });
}

/** Tokens of a grid and the class token before them. */
export function tokensOf(grid: Shape): number {
  return 1 + product(grid);
}

/** Tokens that come, and queries and keys after pooling. */
export function tokenCounts(spec: PooledAttentionSpec): { tokens: number; queries: number; keys: number } {
  return {
    tokens: tokensOf(spec.grid),
    queries: tokensOf(pooledGrid(spec.grid, spec.queryPooling)),
    keys: tokensOf(pooledGrid(spec.grid, spec.keyValuePooling)),
  };
}

/** Distances a query is multiplied with: every key position of each axis by itself. */
export function distanceKeys(spec: PooledAttentionSpec): number {
  return keyGrid(spec).reduce((total, size) => total + size, 0);
}

function keyGrid(spec: PooledAttentionSpec): Shape {
  return pooledGrid(spec.grid, spec.keyValuePooling);
}

/**
 * Tables of embeddings, one for every distance a query and a key can have; none in version 1. torchvision sizes
 * height's and width's alike, by the larger side, and by whole quotients of the strides.
 */
export function distanceTables(
  spec: PooledAttentionSpec,
): readonly { readonly name: string; readonly distances: number }[] {
  if (spec.version === 1) return [];
  const [time = 1, ...sides] = spec.grid;
  const pooledSides = [spec.queryPooling, spec.keyValuePooling].map((pooling) =>
    Math.floor(Math.max(...sides) / (pooling?.stride[1] ?? 1)),
  );
  const distances = 2 * Math.max(...pooledSides) - 1;
  return [
    { name: 'rel_pos_h', distances },
    { name: 'rel_pos_w', distances },
    { name: 'rel_pos_t', distances: 2 * time - 1 },
  ];
}
