import { at, product } from '../../checks.ts';
import type { ActivationName } from '../../ops/index.ts';
import { isActivation, isConvolution } from '../../ops/index.ts';
import { attentionRule, forAttention } from '../attention-rules.ts';
import {
  biasAdditions,
  inputElements,
  macsOnly,
  perInputElement,
  perOutputElement,
  unseen,
} from '../row-elements.ts';
import type { CountingTool, Rule } from '../tool.ts';

/** Arithmetic nodes (Mul, AddV2, RealDiv) in the graph of an activation; Relu, Sigmoid and Tanh have no statistic. */
const arithmeticPerElement: Readonly<Partial<Record<ActivationName, number>>> = { silu: 1, gelu: 4 };

const activationRule: Rule = (row) => {
  const { operator } = row.node;
  if (!isActivation(operator)) return {};
  return { extras: { activations: (arithmeticPerElement[operator.spec.name] ?? 0) * inputElements(row) } };
};

/** Conv2DBackpropInput: the weight at every output position, divided by the strides' product. */
const transposedRule: Rule = (row) => {
  const { operator } = row.node;
  if (!isConvolution(operator)) return {};
  const [, ...sizes] = row.outputShape;
  const weightElements = row.macs / product(at(row.inputShapes, 0, 'input').slice(1));
  const seen = Math.floor((weightElements * product(sizes)) / product(operator.spec.stride));
  return {
    corrections: { transposedConvolution: seen - row.macs },
    extras: { bias: biasAdditions(row) },
  };
};

/** Kernel area per output element, for max and average alike. */
const poolingRule: Rule = (row) => {
  const windows = row.node.operator.windows?.(at(row.inputShapes, 0, 'input')) ?? [];
  const cells = product(windows.map((window) => window.kernel));
  return perOutputElement('pooling', cells)(row);
};

/**
 * TensorFlow's profiler (`float_operation`), which counts for Keras models: two operations per multiply-accumulate, bias,
 * pooling by kernel area, sums and products of activations. Keras itself has no counter.
 *
 * Its parameters hold batch norm's running statistics, as `model.summary()` prints them. Some networks of
 * keras.applications are others than those here, which is not another way of counting: its ResNets have biases in their
 * convolutions (26,560 in ResNet-50), its Inception v3 has batch norms without scale (17,216 fewer), its EfficientNets
 * begin with a normalization of the image (7 values).
 */
export const keras: CountingTool = {
  title: 'Keras (TensorFlow profiler)',
  unit: 'FLOPs',
  printedUnit: 'float_ops',
  source: 'tensorflow/tensorflow, python/profiler/internal/flops_registry.py and python/ops/nn_ops.py',
  bugs: ['batchNormUnseen', 'einsumUnseen'],
  rules: {
    convolution: (row) => ({ extras: { bias: biasAdditions(row) } }),
    transposedConvolution: transposedRule,
    linear: (row) => ({ extras: { bias: biasAdditions(row) } }),
    matmul: unseen,
    lstm: macsOnly,
    gru: macsOnly,
    activation: activationRule,
    maxPooling: poolingRule,
    averagePooling: poolingRule,
    adaptiveAveragePooling: perInputElement('pooling', 1),
    mean: perInputElement('pooling', 1),
    softmax: perInputElement('softmax', 5),
    add: (row) => ({ extras: { elementwise: (row.inputShapes.length - 1) * row.outputElements } }),
    multiply: (row) => ({ extras: { elementwise: (row.inputShapes.length - 1) * row.outputElements } }),
    ...forAttention(
      attentionRule({ layerCalls: [], productCalls: [] }, (work, row) => ({
        bias: work.biasAdditions,
        softmax: 5 * work.softmaxElements,
        elementwise: inputElements(row),
      })),
    ),
  },
  parameters: (summary) => summary.parameters + summary.buffers,
};
