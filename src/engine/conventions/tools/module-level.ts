import { at, product } from '../../checks.ts';
import type { Row } from '../../network/index.ts';
import { attentionRule, forAttention } from '../attention-rules.ts';
import { attentionWork } from '../attention-work.ts';
import { biasElements, recurrentCell } from '../recurrent-cells.ts';
import {
  biasAdditions,
  hasTensor,
  inputElements,
  isPlainLayerNorm,
  macsOnly,
  normRule,
  ofExactTypes,
  ofModules,
  perOutputElement,
  resamplingRule,
  unseen,
} from '../row-elements.ts';
import type { CountingTool, Rule } from '../tool.ts';

/** Tools that hook modules see linear layers inside attention when they are modules, and no products at all. */
const moduleLayers = { layerCalls: ['module'], productCalls: [] } as const;

/**
 * Transposed convolutions multiplied by output positions in place of input positions: high by about the strides'
 * product.
 */
const byOutputPositions: Rule = (row) => {
  const [inputChannels = 1] = row.inputShapes[0] ?? [];
  const inputPositions = inputElements(row) / inputChannels;
  const weightElements = row.macs / inputPositions;
  const [, ...outputSizes] = row.outputShape;
  return {
    corrections: { transposedConvolution: weightElements * product(outputSizes) - row.macs },
  };
};

/**
 * Adaptive average pooling: the window and one division per output element, ∏(n/o) + 1, in floating point as thop has it
 * and cut off to a whole number.
 */
const thopAdaptivePooling: Rule = (row) => {
  const [, ...sizes] = at(row.inputShapes, 0, 'input');
  const cells = sizes.reduce((window, size, axis) => window * (size / at(row.outputShape, axis + 1)), 1);
  return { extras: { pooling: Math.trunc((cells + 1) * row.outputElements) } };
};

/** n exponentials, n − 1 additions and n divisions along the axis; the maximum's comparisons, n − 1 too, stand for them. */
const thopSoftmax: Rule = (row) => {
  const {
    exponentials = 0,
    comparisons = 0,
    divisions = 0,
  } = row.node.operator.elementwise(at(row.inputShapes, 0, 'input'));
  return { extras: { softmax: exponentials + comparisons + divisions } };
};

/** Kinds whose modules thop hooks; only hooked modules that run have their parameters counted. */
const thopModules: ReadonlySet<string> = new Set([
  'convolution',
  'transposedConvolution',
  'linear',
  'batchNorm',
  'instanceNorm',
  'lstm',
  'gru',
]);

function thopParameters(row: Row): number {
  if (row.node.role !== 'run' || row.node.call !== undefined) return 0;
  if (row.kind === 'layerNorm') return isPlainLayerNorm(row) ? row.parameters : 0;
  if (row.kind.endsWith('Attention')) return attentionModuleParameters(row);
  return thopModules.has(row.kind) ? row.parameters : 0;
}

/** Parameters of the modules inside an attention operator that are called as modules. */
function attentionModuleParameters(row: Row): number {
  const { layerCalls } = attentionWork(row);
  return row.node.operator.tensors
    .filter(({ name }) => /\.(weight|bias)$/.test(name))
    .filter(
      ({ name }) => layerCalls === 'module' || (layerCalls === 'function' && name.startsWith('cpb_mlp')),
    )
    .reduce((total, tensor) => total + product(tensor.shape), 0);
}

/** thop (pytorch-OpCounter): multiply-accumulates, 4 per normalized element, average pooling. */
export const thop: CountingTool = {
  title: 'thop',
  unit: 'MACs',
  printedUnit: 'MACs',
  source: 'Lyken17/pytorch-OpCounter, thop/profile.py, thop/vision/basic_hooks.py and calc_func.py',
  bugs: ['attentionModuleUnseen', 'exactTypesOnly', 'hookedParametersOnly', 'transposedByOutput'],
  rules: {
    convolution: ofExactTypes(macsOnly),
    transposedConvolution: byOutputPositions,
    linear: macsOnly,
    matmul: unseen,
    batchNorm: ofModules(normRule(4, 2)),
    instanceNorm: ofModules(normRule(4, 2)),
    layerNorm: ofModules((row) => (isPlainLayerNorm(row) ? normRule(4, 2)(row) : {})),
    averagePooling: ofModules(perOutputElement('pooling', 1)),
    adaptiveAveragePooling: ofModules(thopAdaptivePooling),
    softmax: ofModules(thopSoftmax),
    upsample: ofModules(resamplingRule({ nearest: 1, bilinear: 11 })),
    // Four gates of one sum each, 3 for the cell state and 1 for the output; three gates, r's product and 3.
    lstm: recurrentCell(8),
    gru: recurrentCell(7),
    ...forAttention(attentionRule(moduleLayers, (work) => ({ normalization: 4 * work.normElements }))),
  },
  parameters: (summary) => summary.rows.reduce((total, row) => total + thopParameters(row), 0),
};

/**
 * thop as its README's table was made, which still prints those numbers (ResNet-50 4.14): the bias of a convolution
 * counts, and a linear layer counts n multiplications and n − 1 additions for each output. 32 of the table's 34 rows
 * come out; MNASNet 0.5 and 1.3 do not, whose widths torchvision has changed since.
 */
export const thopEarlier: CountingTool = {
  ...thop,
  title: 'thop (rules of its README)',
  source: 'Lyken17/pytorch-OpCounter, thop/count_hooks.py (0ce364b8) and the hooks of thop/profile.py',
  bugs: [...thop.bugs, 'linearDoubled'],
  rules: {
    ...thop.rules,
    convolution: ofExactTypes((row) => ({ extras: { bias: biasAdditions(row) } })),
    linear: (row) => ({ extras: { linearAdditions: row.macs - row.outputElements } }),
  },
};

/** Every weight and bias of a module that is no convolution or linear layer counts once per sample. */
const weightsOnce: Rule = (row) => ({
  extras: { weightsOnce: hasTensor(row, 'weight') ? row.parameters : 0 },
});

/** Parameters of the norms inside an attention operator. */
function innerNormParameters(row: Row): number {
  return row.node.operator.tensors
    .filter(({ name }) => name.includes('norm'))
    .reduce((total, tensor) => total + product(tensor.shape), 0);
}

/** torchinfo's "Total mult-adds": each weight and bias times the positions its module is applied at. */
export const torchinfo: CountingTool = {
  title: 'torchinfo',
  unit: 'MACs',
  printedUnit: 'Total mult-adds',
  source: 'TylerYep/torchinfo, torchinfo/layer_info.py, calculate_macs',
  bugs: ['leafModulesOnly', 'weightsCountedOnce', 'transposedByOutput'],
  rules: {
    convolution: (row) => ({ extras: { bias: biasAdditions(row) } }),
    transposedConvolution: (row) => ({ ...byOutputPositions(row), extras: { bias: biasAdditions(row) } }),
    linear: (row) => ({ extras: { bias: biasAdditions(row) } }),
    matmul: unseen,
    batchNorm: weightsOnce,
    layerNorm: weightsOnce,
    groupNorm: weightsOnce,
    instanceNorm: weightsOnce,
    rmsNorm: weightsOnce,
    embedding: weightsOnce,
    lstm: (row) => ({ extras: { bias: (row.outputShape[0] ?? 0) * biasElements(row) } }),
    gru: (row) => ({ extras: { bias: (row.outputShape[0] ?? 0) * biasElements(row) } }),
    ...forAttention(
      attentionRule(moduleLayers, (work, row) => ({
        bias: (work.layerCalls === 'module' ? work.biasAdditions : 0) + work.moduleBiasAdditions,
        weightsOnce: innerNormParameters(row),
      })),
    ),
  },
  parameters: (summary) => summary.parameters,
};
