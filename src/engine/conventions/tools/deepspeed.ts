import { at, product } from '../../checks.ts';
import type { ActivationName } from '../../ops/index.ts';
import { isActivation, isConvolution, isUpsample, resolvePadding } from '../../ops/index.ts';
import type { AttentionSight } from '../attention-rules.ts';
import { attentionRule, forAttention, readEinsumMacs } from '../attention-rules.ts';
import { recurrentCell } from '../recurrent-cells.ts';
import {
  biasAdditions,
  hasTensor,
  batchNormRule,
  inputElements,
  isModule,
  macsOnly,
  normRule,
  perInputElement,
} from '../row-elements.ts';
import type { CountingTool, Rule } from '../tool.ts';

/** Activations whose function is patched. nn.ReLU6 calls `F.hardtanh`, which is not. */
const patched: ReadonlySet<ActivationName> = new Set(['relu', 'elu', 'leakyRelu', 'silu', 'gelu']);

const activationRule: Rule = (row) => {
  const { operator } = row.node;
  if (!isActivation(operator)) return {};
  const { name } = operator.spec;
  const counted = patched.has(name) || (name === 'relu6' && !isModule(row));
  return { extras: { activations: counted ? inputElements(row) : 0 } };
};

/**
 * Output sizes are computed anew from the arguments. `padding='same'` is taken as half of d(k−1), rounded down, at both
 * ends, so an axis where that is odd has one position less than it has.
 */
const convolutionRule: Rule = (row) => {
  const { operator } = row.node;
  const bias = biasAdditions(row);
  if (!isConvolution(operator) || operator.spec.padding !== 'same') return { extras: { bias } };
  const [, ...sizes] = row.outputShape;
  const { kernel, dilation } = operator.spec;
  const counted = sizes.map((size, axis) => size - ((at(dilation, axis) * (at(kernel, axis) - 1)) % 2));
  const share = product(counted) / product(sizes);
  return {
    corrections: { unseenLayers: Math.round(row.macs * share) - row.macs },
    extras: { bias: Math.round(bias * share) },
  };
};

/**
 * The weight's second axis, already divided by the groups, is divided by them once more; and the bias is added at the
 * positions a forward convolution would have.
 */
const transposedRule: Rule = (row) => {
  const { operator } = row.node;
  if (!isConvolution(operator)) return {};
  const { spec } = operator;
  const outPerGroup = spec.outChannels / spec.groups;
  const seen = (row.macs / outPerGroup) * Math.floor(outPerGroup / spec.groups);
  const [, ...sizes] = at(row.inputShapes, 0, 'input');
  const forwardPositions = sizes.map((size, axis) => {
    const window = {
      kernel: at(spec.kernel, axis),
      stride: at(spec.stride, axis),
      dilation: at(spec.dilation, axis),
    };
    const [begin] = resolvePadding(spec.padding, axis, size, window);
    return Math.floor((size + 2 * begin - window.dilation * (window.kernel - 1) - 1) / window.stride) + 1;
  });
  return {
    corrections: { transposedConvolution: seen - row.macs },
    extras: { bias: hasTensor(row, 'bias') ? outPerGroup * product(forwardPositions) : 0 },
  };
};

/** With a size it counts the positions of one channel; with a scale the input's elements, the factor being lost. */
const resampling: Rule = (row) => {
  const { operator } = row.node;
  if (!isUpsample(operator)) return {};
  const bySize = operator.spec.scale === undefined;
  return { extras: { resampling: bySize ? product(row.outputShape.slice(1)) : inputElements(row) } };
};

/** Hooks count FLOPs only: 2 per weight less one addition per gate sum, and the cell. */
const recurrentRule =
  (perHidden: number, gates: number): Rule =>
  (row) => {
    const { extras = {} } = recurrentCell(perHidden - 2 * gates)(row);
    return { extras, macsNotPrinted: row.macs };
  };

function attentionRulesWith(sight: AttentionSight): Readonly<Record<string, Rule>> {
  const withEinsum: AttentionSight = {
    ...sight,
    productCalls: [...sight.productCalls, 'einsum'],
    readsEinsumText: true,
  };
  const seen = attentionRule(withEinsum, (work) => ({
    softmax: work.softmaxCalls === 'function' ? work.softmaxElements : 0,
    normalization: 5 * work.normElements,
    activations: work.moduleActivations,
  }));
  // einsum's operations are counted, its multiply-accumulates are not.
  return forAttention((row) => ({ ...seen(row), macsNotPrinted: readEinsumMacs(row) }));
}

function rulesWith(sight: AttentionSight): Readonly<Record<string, Rule>> {
  return {
    convolution: convolutionRule,
    transposedConvolution: transposedRule,
    linear: macsOnly,
    matmul: macsOnly,
    batchNorm: batchNormRule,
    layerNorm: normRule(5, 4),
    groupNorm: normRule(5, 4),
    instanceNorm: normRule(5, 4),
    activation: activationRule,
    maxPooling: perInputElement('pooling', 1),
    averagePooling: perInputElement('pooling', 1),
    adaptiveMaxPooling: perInputElement('pooling', 1),
    adaptiveAveragePooling: perInputElement('pooling', 1),
    softmax: perInputElement('softmax', 1),
    upsample: resampling,
    lstm: recurrentRule(10, 4),
    gru: recurrentRule(7, 3),
    ...attentionRulesWith(sight),
  };
}

const sharedBugs = [
  'transposedDividedTwice',
  'macsMissingBesideFlops',
  'einsumRounded',
  'resamplingOfOneChannel',
  'biasOfConvolutionsOnly',
] as const;

/** DeepSpeed's flops profiler: patched functions, so modules and function calls count alike. */
export const deepspeed: CountingTool = {
  title: 'DeepSpeed',
  unit: 'FLOPs',
  printedUnit: 'flops',
  printsBoth: true,
  source: 'microsoft/DeepSpeed, deepspeed/profiling/flops_profiler/profiler.py',
  bugs: [...sharedBugs, 'fusedAttentionUnseen'],
  rules: rulesWith({ layerCalls: ['module', 'function'], productCalls: ['matmul', 'operator'] }),
  // Linear layers are patched, and so is scaled_dot_product_attention: with autograd nothing is lost.
  underAutograd: attentionRulesWith({
    layerCalls: ['kernel', 'module', 'function'],
    productCalls: ['kernel', 'matmul', 'operator'],
  }),
  parameters: (summary) => summary.parameters,
};

/**
 * calflops: DeepSpeed's functions on a model run with autograd, which keeps nn.MultiheadAttention out of its fused
 * kernel: the projections are seen, scaled_dot_product_attention is not.
 */
export const calflops: CountingTool = {
  title: 'calflops',
  unit: 'FLOPs',
  printedUnit: 'FLOPS',
  printsBoth: true,
  source: 'MrYxJ/calculate-flops.pytorch, calflops/pytorch_ops.py',
  bugs: [...sharedBugs, 'attentionProductsUnseen'],
  rules: rulesWith({ layerCalls: ['kernel', 'module', 'function'], productCalls: ['matmul'] }),
  parameters: (summary) => summary.parameters,
};
