import type { Shape } from '../checks.ts';
import { shapeOfRank, wholeNumber } from '../checks.ts';
import { linearTensors } from './attention.ts';
import type { Operator, Tensor } from './operator.ts';
import { defineOperator, onlyInput, parameter } from './operator.ts';
import { pooledAttentionBindings, pooledAttentionFormulas } from './pooled-attention-formulas.ts';
import type { HeadPooling, PooledAttentionSpec } from './pooled-attention-parts.ts';
import {
  distanceTables,
  pooledAttentionElementwise,
  pooledAttentionOutputElements,
  pooledAttentionParts,
  pooledGrid,
  poolings,
  tokensOf,
} from './pooled-attention-parts.ts';

export type PooledAttention = Operator<'pooledAttention', PooledAttentionSpec>;

/**
 * Multiscale attention: queries, keys and values are pooled on the tokens' grid before they meet, so the scores are
 * fewer and the sequence may leave shorter than it came. Over `[1 + time · height · width, inFeatures]`, the class token
 * first; it is never pooled.
 *
 * One depthwise kernel of `outFeatures / heads` channels serves every head. MACs: see `pooledAttentionParts`.
 * Source: Fan et al. 2021, section 3.1; Li et al. 2022, section 4.1; torchvision/models/video/mvit.py (0.21.0).
 * @throws RangeError naming the parameter when heads do not divide the features or the tokens do not fill the grid.
 * @example pooledAttention({ inFeatures: 96, outFeatures: 96, heads: 1, grid: [8, 56, 56], version: 1 }).parameters // 37_248
 */
export function pooledAttention(options: {
  inFeatures: number;
  outFeatures: number;
  heads: number;
  grid: readonly number[];
  queryPooling?: HeadPooling | undefined;
  keyValuePooling?: HeadPooling | undefined;
  version: 1 | 2;
}): PooledAttention {
  const spec = checkedSpec(options);
  const counted =
    <T>(count: (spec: PooledAttentionSpec) => T) =>
    (...inputs: Shape[]): T => {
      checkTokens(spec, inputs);
      return count(spec);
    };
  return defineOperator({
    kind: 'pooledAttention',
    spec,
    tensors: stateOf(spec),
    outputShape: counted(({ grid, queryPooling }) => [
      tokensOf(pooledGrid(grid, queryPooling)),
      spec.outFeatures,
    ]),
    macs: counted(totalMacs),
    macOutputElements: counted(pooledAttentionOutputElements),
    elementwise: counted(pooledAttentionElementwise),
    formulas: pooledAttentionFormulas(spec),
    bindings: counted(pooledAttentionBindings),
  });
}

/**
 * Whether an operator of a network is multiscale attention; its spec can be read then.
 * @example isPooledAttention(matmul()) // false
 */
export function isPooledAttention(operator: Operator): operator is PooledAttention {
  return operator.kind === 'pooledAttention';
}

function totalMacs(spec: PooledAttentionSpec): number {
  const { projections, pooling, scores, relativePositions, mixing } = pooledAttentionParts(spec);
  return projections + pooling + scores + relativePositions.reduce((sum, macs) => sum + macs, 0) + mixing;
}

function stateOf(spec: PooledAttentionSpec): Tensor[] {
  const { inFeatures, outFeatures } = spec;
  const headFeatures = outFeatures / spec.heads;
  return [
    ...linearTensors('qkv', 3 * outFeatures, inFeatures, true),
    ...linearTensors('project.0', outFeatures, outFeatures, true),
    ...poolings(spec).flatMap(({ name, kernel }) => [
      parameter(`pool_${name}.pool.weight`, [headFeatures, 1, ...kernel]),
      parameter(`pool_${name}.norm_act.0.weight`, [headFeatures]),
      parameter(`pool_${name}.norm_act.0.bias`, [headFeatures]),
    ]),
    ...distanceTables(spec).map(({ name, distances }) => parameter(name, [distances, headFeatures])),
  ];
}

function checkTokens(spec: PooledAttentionSpec, inputs: readonly Shape[]): void {
  const input = shapeOfRank('input', onlyInput('pooledAttention', inputs), 2);
  if (input[0] !== tokensOf(spec.grid) || input[1] !== spec.inFeatures) {
    throw new RangeError(
      `input must be [${tokensOf(spec.grid)}, ${spec.inFeatures}] for its grid, not [${input.join(', ')}]`,
    );
  }
}

function checkedSpec(options: Parameters<typeof pooledAttention>[0]): PooledAttentionSpec {
  const spec: PooledAttentionSpec = {
    inFeatures: wholeNumber('inFeatures', options.inFeatures, 1),
    outFeatures: wholeNumber('outFeatures', options.outFeatures, 1),
    heads: wholeNumber('heads', options.heads, 1),
    grid: shapeOfRank('grid', options.grid, 3),
    queryPooling: checkedPooling('queryPooling', options.queryPooling),
    keyValuePooling: checkedPooling('keyValuePooling', options.keyValuePooling),
    version: options.version,
  };
  if (spec.outFeatures % spec.heads !== 0) {
    throw new RangeError(
      `heads must divide outFeatures: ${spec.outFeatures} is not a multiple of ${spec.heads}`,
    );
  }
  return spec;
}

function checkedPooling(name: string, pooling: HeadPooling | undefined): HeadPooling | undefined {
  if (pooling === undefined) return undefined;
  return {
    kernel: shapeOfRank(`${name}.kernel`, pooling.kernel, 3),
    stride: shapeOfRank(`${name}.stride`, pooling.stride, 3),
  };
}
