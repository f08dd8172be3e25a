import { at, product } from '../../checks.ts';
import type { ActivationName } from '../../ops/index.ts';
import { isActivation, isUpsample } from '../../ops/index.ts';
import { attentionRule, forAttention } from '../attention-rules.ts';
import { recurrentCell } from '../recurrent-cells.ts';
import {
  biasAdditions,
  hasTensor,
  inputElements,
  isModule,
  isPlainLayerNorm,
  macsOnly,
  normRule,
  ofExactTypes,
  ofModules,
  perInputElement,
} from '../row-elements.ts';
import type { CountingTool, Rule } from '../tool.ts';

/** Activations with a hook on the module, and those whose function is patched; some are both and count twice. */
const hookedModules: ReadonlySet<ActivationName> = new Set(['relu', 'relu6', 'leakyRelu', 'elu', 'gelu']);
const patchedFunctions: ReadonlySet<ActivationName> = new Set(['relu', 'elu', 'gelu', 'silu']);

/**
 * nn.ReLU6 calls `F.hardtanh`, so its module counts once; `F.relu6` itself is patched.
 */
const activationRule: Rule = (row) => {
  const { operator } = row.node;
  if (!isActivation(operator)) return {};
  const { name } = operator.spec;
  const module = isModule(row);
  const patched = patchedFunctions.has(name) || (name === 'relu6' && !module);
  const times = (module && hookedModules.has(name) ? 1 : 0) + (patched ? 1 : 0);
  return { extras: { activations: times * inputElements(row) } };
};

/** The hook on the module and the patched function it calls both count each input element. */
const poolingRule: Rule = (row) => perInputElement('pooling', isModule(row) ? 2 : 1)(row);

/** LayerNorm has no attribute `affine`, which is what doubles the count of the others. */
const layerNormRule: Rule = (row) => (isPlainLayerNorm(row) ? perInputElement('normalization', 1)(row) : {});

/**
 * The patched `F.interpolate` counts the positions of one channel when it is given a size, and the input's elements times
 * the factor, once and not per axis, when it is given a scale. nn.Upsample has a hook besides.
 */
const resampling: Rule = (row) => {
  const { operator } = row.node;
  if (!isUpsample(operator)) return {};
  const { scale } = operator.spec;
  const patched =
    scale === undefined ? product(row.outputShape.slice(1)) : inputElements(row) * at(scale, 0, 'scale');
  return { extras: { resampling: patched + (isModule(row) ? row.outputElements : 0) } };
};

/** ptflops with the pytorch back-end: hooks on modules and patched functions. */
export const ptflopsPytorch: CountingTool = {
  title: 'ptflops (pytorch)',
  unit: 'MACs',
  printedUnit: 'GMac',
  source: 'sovrasov/flops-counter.pytorch, ptflops/pytorch_ops.py and pytorch_engine.py, patch_functional',
  bugs: ['modulesCountedTwice', 'exactTypesOnly', 'layerNormHalf', 'resamplingOfOneChannel'],
  rules: {
    convolution: ofExactTypes((row) => ({ extras: { bias: biasAdditions(row) } })),
    transposedConvolution: (row) => ({ extras: { bias: biasAdditions(row) } }),
    linear: (row) => ({ extras: { bias: biasAdditions(row) } }),
    matmul: macsOnly,
    batchNorm: ofModules(normRule(2, 1)),
    instanceNorm: ofModules(normRule(2, 1)),
    groupNorm: ofModules(normRule(2, 1)),
    layerNorm: ofModules(layerNormRule),
    activation: activationRule,
    maxPooling: poolingRule,
    averagePooling: poolingRule,
    adaptiveMaxPooling: poolingRule,
    adaptiveAveragePooling: poolingRule,
    softmax: perInputElement('softmax', 1),
    upsample: resampling,
    lstm: recurrentCell(10),
    gru: recurrentCell(7),
    ...forAttention(
      attentionRule({ layerCalls: ['kernel', 'module'], productCalls: ['kernel', 'matmul'] }, (work, row) =>
        work.layerCalls === 'kernel'
          ? {
              // The output projection's bias counts whether it is there or not.
              bias: work.biasAdditions + (hasTensor(row, 'out_proj.bias') ? 0 : row.outputElements),
              softmax: work.softmaxElements,
              elementwise: inputElements(row),
            }
          : {
              bias: (work.layerCalls === 'module' ? work.biasAdditions : 0) + work.moduleBiasAdditions,
              softmax: work.softmaxCalls === 'function' ? work.softmaxElements : 0,
              normalization: work.normElements,
              activations: 2 * work.moduleActivations,
            },
      ),
    ),
  },
  parameters: (summary) => summary.parameters,
};
