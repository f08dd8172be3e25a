import { describe, expect, it } from 'vitest';
import type { NodeOptions, Operator, ToolName } from '../../../src/engine/index.ts';
import {
  adaptivePooling,
  architectureNamed,
  batchNorm,
  convolution,
  countAs,
  countingSteps,
  gru,
  multiHeadAttention,
  NetworkBuilder,
  softmax,
  upsample,
} from '../../../src/engine/index.ts';

function count(
  tool: ToolName,
  operator: Operator,
  input: readonly number[],
  options: NodeOptions = {},
): number {
  const net = new NetworkBuilder(input);
  return countAs(tool, net.build(net.add('layer', operator, [net.input], options))).count;
}

describe('a class that inherits from a layer', () => {
  const operator = convolution({ inChannels: 2, outChannels: 3, kernel: [1, 1], bias: false });
  const inherited = { call: 'subclass' } as const;

  // thop/profile.py and ptflops/pytorch_engine.py look `type(module)` up: torchvision's Conv3DSimple is not there.
  it('is missed by hooks on exact types', () => {
    expect(count('thop', operator, [2, 4, 4], inherited)).toBe(0);
    expect(count('ptflops pytorch', operator, [2, 4, 4], inherited)).toBe(0);
  });

  // torchinfo/layer_info.py asks for "Conv" in the class's name; the others see the function or the operator.
  it('is seen by the others', () => {
    for (const tool of ['torchinfo', 'fvcore', 'ptflops aten'] as const) {
      expect(count(tool, operator, [2, 4, 4], inherited)).toBe(96);
    }
  });
});

describe('a convolution padded by "same"', () => {
  // profiler.py, _conv_flops_compute: paddings are d(k − 1) // 2 at both ends, which for k = 2 keeps 3 of 4 positions.
  it('has a position less in DeepSpeed where d(k − 1) is odd', () => {
    const even = convolution({ inChannels: 1, outChannels: 1, kernel: [2, 3], padding: 'same' });
    expect(count('deepspeed', even, [1, 4, 4])).toBe(3 * 4 * (2 * 6 + 1));
  });
});

describe('a batch norm without running statistics', () => {
  // fvcore/nn/jit_handles.py, batchnorm_flop_jit, and profiler.py, _batch_norm_flops_compute: `if training`.
  it('is in training mode for the tools that look at the function', () => {
    const norm = batchNorm({ channels: 2, tracked: false });
    for (const tool of ['fvcore', 'deepspeed', 'calflops'] as const) {
      expect(count(tool, norm, [2, 3, 3])).toBe(5 * 18);
    }
    expect(count('thop', norm, [2, 3, 3])).toBe(4 * 18);
  });
});

describe('resampling', () => {
  // fvcore/nn/flop_count.py, _DEFAULT_SUPPORTED_OPS: upsample_nearest2d and upsample_bilinear2d only.
  it('counts in fvcore over two axes only', () => {
    expect(count('fvcore', upsample({ mode: 'nearest', outputSizes: [6, 6] }), [2, 3, 3])).toBe(72);
    expect(count('fvcore', upsample({ mode: 'nearest', outputSizes: [6] }), [2, 3])).toBe(0);
    expect(count('fvcore', upsample({ mode: 'nearest', outputSizes: [2, 6, 6] }), [2, 1, 3, 3])).toBe(0);
  });
});

describe('thop', () => {
  // thop/vision/basic_hooks.py, count_softmax: nfeatures = x.size()[m.dim].
  it('takes the rows of a softmax along its axis', () => {
    expect(count('thop', softmax({ axis: 0 }), [4, 5, 6])).toBe(30 * (3 * 4 - 1));
    expect(count('thop', softmax(), [4, 5, 6])).toBe(20 * (3 * 6 - 1));
  });

  // thop/vision/calc_func.py, calculate_adaptive_avg: int(kernel_op * output_size), kernel_op a quotient.
  it('cuts uneven adaptive windows off in floating point', () => {
    const pool = adaptivePooling({ kind: 'average', outputSizes: [3, 3] });
    expect(count('thop', pool, [1, 7, 7])).toBe(Math.trunc(((7 / 3) * (7 / 3) + 1) * 9));
  });
});

describe('a GRU', () => {
  // Run under PyTorch: the dispatcher sees linear layers, where an LSTM is one mkldnn_rnn_layer; a trace has aten::gru.
  it('is linear layers to a dispatcher and one unknown operator in a trace', () => {
    const layer = gru({ inFeatures: 3, hiddenFeatures: 4 });
    expect(count('torch FlopCounterMode', layer, [5, 3])).toBe(840);
    expect(count('ptflops aten', layer, [5, 3])).toBe(540);
    expect(count('fvcore', layer, [5, 3])).toBe(0);
  });
});

describe('nn.MultiheadAttention without a bias', () => {
  // torch/nn/modules/activation.py, forward: why_not_fast_path = "in_proj_bias was None".
  const attention = multiHeadAttention({ features: 8, heads: 2, bias: false, style: 'torch', causal: false });

  it('does not take the fused kernel: four linear layers around two products', () => {
    expect(count('fvcore', attention, [5, 8])).toBe(4 * 5 * 64);
    expect(count('deepspeed', attention, [5, 8])).toBe(2 * (4 * 5 * 64 + 2 * 25 * 8));
  });

  // ptflops/pytorch_ops.py: "final projection, bias is always enabled".
  it('still has the output’s bias in ptflops', () => {
    const softmaxes = 2 * 25;
    expect(count('ptflops pytorch', attention, [5, 8])).toBe(
      4 * 5 * 64 + 2 * 25 * 8 + softmaxes + 5 * 8 + 5 * 8,
    );
  });
});

describe('einsum', () => {
  // fvcore/nn/jit_handles.py, einsum_flop_jit: float(line.split(":")[-1]) of numpy's "%.3e".
  it('counts four digits of what numpy prints: MaxViT-T has 1,072 more in fvcore than it multiplies', () => {
    expect(countingSteps('fvcore', architectureNamed('maxvit_t').build())).toContainEqual({
      name: 'einsumRounding',
      operations: 1072,
    });
  });
});

describe('Inception v3', () => {
  // calflops README.md, inception_v3 at 224×224: 5,692,390,000 FLOPs, 2,837,920,000 MACs, 27,161,300 parameters.
  it('is counted at 224, where its auxiliary head would not fit', () => {
    const small = architectureNamed('inception_v3').build({ input: [3, 224, 224] });
    const { count: flops, macs = 0, parameters } = countAs('calflops', small);
    expect([flops, macs, parameters].map((value) => value.toPrecision(6))).toEqual([
      '5.69239e+9',
      '2.83792e+9',
      '2.71613e+7',
    ]);
  });
});
