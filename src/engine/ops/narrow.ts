import type { Activation } from './activation.ts';
import type { AdaptivePooling } from './adaptive-pooling.ts';
import type { MultiHeadAttention } from './attention.ts';
import type { Convolution } from './convolution.ts';
import type { LayerNorm } from './layer-norm.ts';
import type { Operator } from './operator.ts';
import type { Pooling } from './pooling.ts';
import type { Upsample } from './resample.ts';
import type { WindowedAttention } from './windowed-attention.ts';

/**
 * Whether an operator of a network is a convolution, transposed or not; its spec can be read then.
 * @example isConvolution(linear({ inFeatures: 4, outFeatures: 2 })) // false
 */
export function isConvolution(operator: Operator): operator is Convolution {
  return operator.kind === 'convolution' || operator.kind === 'transposedConvolution';
}

/**
 * Whether an operator of a network is an activation; its name can be read then.
 * @example isActivation(activation('relu')) // true
 */
export function isActivation(operator: Operator): operator is Activation {
  return operator.kind === 'activation';
}

/**
 * Whether an operator of a network is adaptive pooling; its output sizes can be read then.
 * @example isAdaptivePooling(adaptivePooling({ kind: 'average', outputSizes: [1, 1] })) // true
 */
export function isAdaptivePooling(operator: Operator): operator is AdaptivePooling {
  return operator.kind === 'adaptiveMaxPooling' || operator.kind === 'adaptiveAveragePooling';
}

/**
 * Whether an operator of a network is multi-head attention over all tokens; its spec can be read then.
 * @example isMultiHeadAttention(multiHeadAttention({ features: 768, heads: 12 })) // true
 */
export function isMultiHeadAttention(operator: Operator): operator is MultiHeadAttention {
  return operator.kind === 'multiHeadAttention';
}

/**
 * Whether an operator of a network is attention within windows; its spec can be read then.
 * @example isWindowedAttention(linear({ inFeatures: 4, outFeatures: 2 })) // false
 */
export function isWindowedAttention(operator: Operator): operator is WindowedAttention {
  return operator.kind === 'windowedAttention';
}

/**
 * Whether an operator of a network is a layer norm; its spec can be read then.
 * @example isLayerNorm(layerNorm({ shape: [768] })) // true
 */
export function isLayerNorm(operator: Operator): operator is LayerNorm {
  return operator.kind === 'layerNorm';
}

/**
 * Whether an operator of a network is a resampling; its spec can be read then.
 * @example isUpsample(linear({ inFeatures: 4, outFeatures: 2 })) // false
 */
export function isUpsample(operator: Operator): operator is Upsample {
  return operator.kind === 'upsample';
}

/**
 * Whether an operator is a max or average pooling with a window, so that `spec` holds its sizes.
 * @example isPooling(pooling({ kind: 'max', kernel: [2, 2] })) // true
 */
export function isPooling(operator: Operator): operator is Pooling {
  return operator.kind === 'maxPooling' || operator.kind === 'averagePooling';
}
