import { at } from '../../checks.ts';
import type { AttentionSight } from '../attention-rules.ts';
import { attentionRule, forAttention } from '../attention-rules.ts';
import { biasElements } from '../recurrent-cells.ts';
import {
  batchNormRule,
  biasAdditions,
  macsOnly,
  normRule,
  perInputElement,
  resamplingRule,
  unseen,
} from '../row-elements.ts';
import type { CountingTool, Rule } from '../tool.ts';

/** Operators whose multiplications every tool at the level of operators has a handler for. */
const multiplications: Readonly<Record<string, Rule>> = {
  convolution: macsOnly,
  transposedConvolution: macsOnly,
  linear: macsOnly,
  matmul: macsOnly,
};

/** Attention without the fused kernel, for which operator-level tools have no handler on the CPU. */
const withoutKernel = {
  layerCalls: ['module', 'function'],
  productCalls: ['matmul', 'operator', 'einsum'],
} as const;

/**
 * The same with autograd on: nn.MultiheadAttention is linear layers around scaled_dot_product_attention, which on the
 * CPU is a flash kernel without a handler.
 */
const outsideKernel = { ...withoutKernel, layerCalls: ['kernel', 'module', 'function'] } as const;

/** Attention computed by plain matrix products, all of it seen. */
const everything = {
  layerCalls: ['kernel', 'module', 'function'],
  productCalls: ['kernel', 'matmul', 'operator', 'einsum'],
} as const;

/** Recurrent layers run as one operator (`lstm` and `gru` in a trace, `mkldnn_rnn_layer`) that no map has. */
const recurrentUnseen: Readonly<Record<string, Rule>> = { lstm: unseen, gru: unseen };

/** On the CPU the GRU is no such operator: a dispatcher sees its linear layers. The LSTM is `mkldnn_rnn_layer`. */
const dispatchedGru = { gru: macsOnly };

const allParameters: CountingTool['parameters'] = (summary) => summary.parameters;

/**
 * The "GFLOPS" column of torchvision's tables of weights: multiply-accumulates of mm, addmm, bmm and convolution, with
 * attention computed by plain matrix products. Newer releases map the flash attention operator to 0.
 */
export const torchvision: CountingTool = {
  title: 'torchvision',
  unit: 'MACs',
  printedUnit: 'GFLOPS',
  source: 'pytorch/vision, test/common_extended_utils.py, flop_mapping',
  bugs: [],
  rules: {
    ...multiplications,
    ...forAttention(attentionRule(everything)),
    lstm: macsOnly,
    gru: macsOnly,
  },
  parameters: allParameters,
};

/** fvcore's norms in inference: batch norm 2 per element (1 without scale), the others 5 (4). */
const fvcoreNorms: Readonly<Record<string, Rule>> = {
  batchNorm: batchNormRule,
  layerNorm: normRule(5, 4),
  groupNorm: normRule(5, 4),
  instanceNorm: normRule(5, 4),
};

/** Only the two-dimensional adaptive average pooling has a handler: 1 per input element. */
const fvcoreAdaptivePooling: Rule = (row) =>
  row.outputShape.length === 3 ? perInputElement('pooling', 1)(row) : {};

/** `upsample_nearest2d` and `upsample_bilinear2d` have handlers, other numbers of axes do not. */
const fvcoreResampling: Rule = (row) =>
  row.outputShape.length === 3 ? resamplingRule({ nearest: 1, bilinear: 4 })(row) : {};

/** On the graph of a trace, where einsum is one node. */
function fvcoreAttention(sight: AttentionSight): Rule {
  return attentionRule({ ...sight, readsEinsumText: true }, (work) => ({
    normalization: 5 * work.normElements,
  }));
}

const fvcoreRules: Readonly<Record<string, Rule>> = {
  ...multiplications,
  ...recurrentUnseen,
  ...fvcoreNorms,
  adaptiveAveragePooling: fvcoreAdaptivePooling,
  upsample: fvcoreResampling,
  ...forAttention(fvcoreAttention(withoutKernel)),
};

/** fvcore: "one fused multiply-add as one flop", norms and adaptive pooling added. */
export const fvcore: CountingTool = {
  title: 'fvcore',
  unit: 'MACs',
  printedUnit: 'flops',
  source: 'facebookresearch/fvcore, fvcore/nn/flop_count.py and jit_handles.py',
  bugs: ['fusedAttentionUnseen', 'einsumRounded'],
  rules: fvcoreRules,
  underAutograd: forAttention(fvcoreAttention(outsideKernel)),
  parameters: allParameters,
};

/** timm's squeeze-and-excitation averages with `x.mean`, which has no handler; its classifiers use the pooling module. */
const timmAdaptivePooling: Rule = (row) => (row.path.endsWith('.avgpool') ? {} : fvcoreAdaptivePooling(row));

/**
 * The `gmacs` of timm's result tables: fvcore on timm's own models, whose attention is linear layers and plain matrix
 * products (the tables of 2.1 used fused attention and lost the products).
 */
export const timm: CountingTool = {
  title: 'timm',
  unit: 'MACs',
  printedUnit: 'gmacs',
  source: 'huggingface/pytorch-image-models, benchmark.py, profile_fvcore',
  bugs: [],
  rules: {
    ...fvcoreRules,
    adaptiveAveragePooling: timmAdaptivePooling,
    // Where torchvision's classifiers write `x.mean` (MNASNet), timm's use the module.
    mean: (row) => (row.outputShape.length === 1 ? perInputElement('pooling', 1)(row) : {}),
    ...forAttention(attentionRule(everything, (work) => ({ normalization: 5 * work.normElements }))),
  },
  parameters: allParameters,
};

/** torch.utils.flop_counter.FlopCounterMode: two operations per multiply-accumulate and nothing else. */
export const flopCounterMode: CountingTool = {
  title: 'torch FlopCounterMode',
  unit: 'FLOPs',
  printedUnit: 'FLOP',
  source: 'pytorch/pytorch, torch/utils/flop_counter.py (2.6.0)',
  bugs: ['fusedAttentionUnseen'],
  rules: {
    ...multiplications,
    ...recurrentUnseen,
    ...dispatchedGru,
    ...forAttention(attentionRule(withoutKernel)),
  },
  underAutograd: forAttention(attentionRule(outsideKernel)),
  parameters: allParameters,
};

/**
 * pycls' `cx`, the "flops (B)" of its model zoo: multiply-accumulates and biases of convolutions and linear layers.
 * It counts its own networks, which have no attention.
 */
export const pycls: CountingTool = {
  title: 'pycls',
  unit: 'MACs',
  printedUnit: 'flops (B)',
  source: 'facebookresearch/pycls, pycls/models/blocks.py',
  bugs: [],
  rules: {
    convolution: (row) => ({ extras: { bias: biasAdditions(row) } }),
    linear: (row) => ({ extras: { bias: biasAdditions(row) } }),
  },
  parameters: allParameters,
};

/** ptflops with the aten back-end: multiply-accumulates and biases. */
export const ptflopsAten: CountingTool = {
  title: 'ptflops (aten)',
  unit: 'MACs',
  printedUnit: 'GMac',
  source: 'sovrasov/flops-counter.pytorch, ptflops/aten_ops.py',
  bugs: ['fusedAttentionUnseen'],
  rules: {
    ...recurrentUnseen,
    gru: (row) => ({ extras: { bias: at(row.outputShape, 0) * biasElements(row) } }),
    matmul: macsOnly,
    convolution: (row) => ({ extras: { bias: biasAdditions(row) } }),
    transposedConvolution: (row) => ({ extras: { bias: biasAdditions(row) } }),
    linear: (row) => ({ extras: { bias: biasAdditions(row) } }),
    ...forAttention(
      attentionRule(withoutKernel, (work) => ({
        bias: (work.layerCalls === 'kernel' ? 0 : work.biasAdditions) + work.moduleBiasAdditions,
      })),
    ),
  },
  underAutograd: forAttention(
    attentionRule(outsideKernel, (work) => ({ bias: work.biasAdditions + work.moduleBiasAdditions })),
  ),
  parameters: allParameters,
};
