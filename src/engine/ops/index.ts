export * from './activation.ts';
export * from './adaptive-pooling.ts';
export * from './attention.ts';
export { attentionParts } from './attention-parts.ts';
export type { AttentionParts, AttentionSizes } from './attention-parts.ts';
export * from './axes.ts';
export * from './combine.ts';
export * from './convolution.ts';
export {
  ceilSizeFormula,
  convolutionFormulas,
  slidingSizeFormula,
  transposedSizeFormula,
  windowBindings,
} from './convolution-formulas.ts';
export type { WindowSpec } from './convolution-formulas.ts';
export * from './dilation.ts';
export * from './elementwise.ts';
export * from './group-norm.ts';
export * from './layer-norm.ts';
export * from './linear.ts';
export * from './narrow.ts';
export * from './matmul.ts';
export { batchNorm } from './normalization.ts';
export type { BatchNorm, BatchNormSpec } from './normalization.ts';
export * from './operator.ts';
export { isPooledAttention, pooledAttention } from './pooled-attention.ts';
export type { PooledAttention } from './pooled-attention.ts';
export { pooledAttentionNormElements, pooledAttentionParts } from './pooled-attention-parts.ts';
export type { HeadPooling, PooledAttentionParts, PooledAttentionSpec } from './pooled-attention-parts.ts';
export * from './pooling.ts';
export * from './rearrange.ts';
export * from './recurrent.ts';
export * from './resample.ts';
export * from './sample-positions.ts';
export * from './scatter.ts';
export * from './shuffle-order.ts';
export * from './slice.ts';
export * from './space-to-depth.ts';
export * from './stored.ts';
export * from './transposed.ts';
export { windowedAttention } from './windowed-attention.ts';
export type { WindowedAttention } from './windowed-attention.ts';
export { positionMlpFeatures, positionMlpWork, windowedAttentionParts } from './windowed-attention-parts.ts';
export type { WindowedAttentionDesign, WindowedAttentionSpec } from './windowed-attention-parts.ts';
export * from './upsample-like.ts';
