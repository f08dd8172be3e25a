import type { Activation } from './activation.ts';
import type { Convolution } from './convolution.ts';
import type { Operator } from './operator.ts';

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
