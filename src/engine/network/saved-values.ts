import type { Operator } from '../ops/index.ts';
import { isActivation, isAdaptivePooling } from '../ops/index.ts';

/** What an operator's backward pass reads from the forward pass. */
export type SavedValues = 'inputs' | 'output' | 'nothing';

/**
 * Kinds whose gradient is a rearranged, scaled or summed gradient of the output: nothing of the forward pass enters it.
 * (Where one spreads a gradient it needs shapes, not values.)
 */
const linearWithoutWeights: ReadonlySet<string> = new Set([
  'add',
  'concatenate',
  'mean',
  'sum',
  'upsample',
  'upsampleLike',
  'pad',
  'channelShuffle',
  'spaceToDepth',
  'reshape',
  'flatten',
  'permute',
  'slice',
  'split',
  'embedding',
]);

/** Activations whose derivative PyTorch computes from the result, so that the input may be overwritten or freed. */
const fromOutput: ReadonlySet<string> = new Set(['relu', 'sigmoid', 'tanh']);

/**
 * What PyTorch's autograd keeps of an operator: a layer with weights, a norm, a product and most activations keep their
 * inputs; ReLU, sigmoid, tanh and softmax their output; sums and rearrangements nothing. Average pooling needs only its
 * input's shape, but its formula there is given the input itself, which so stays; global average pooling runs as a mean,
 * whose formula is given sizes. Dropout masks and the indices of max pooling (int64 in PyTorch) are left out: they are
 * not activations of the network's precision.
 *
 * Source: PyTorch, tools/autograd/derivatives.yaml; aten/src/ATen/native/AdaptiveAveragePooling.cpp for the mean.
 * @example savedValues(activation('relu')) // 'output'
 */
export function savedValues(operator: Operator): SavedValues {
  if (isActivation(operator)) {
    if (operator.spec.name === 'identity') return 'nothing';
    return fromOutput.has(operator.spec.name) ? 'output' : 'inputs';
  }
  if (operator.kind === 'softmax') return 'output';
  if (isGlobalAverage(operator)) return 'nothing';
  return linearWithoutWeights.has(operator.kind) ? 'nothing' : 'inputs';
}

function isGlobalAverage(operator: Operator): boolean {
  return (
    isAdaptivePooling(operator) &&
    operator.spec.kind === 'average' &&
    operator.spec.outputSizes.every((size) => size === 1)
  );
}
