import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Network, Operator, ToolName } from '../../../src/engine/index.ts';
import {
  activation,
  adaptivePooling,
  architectureNamed,
  batchNorm,
  convolution,
  countAs,
  countingSteps,
  layerNorm,
  linear,
  lstm,
  multiHeadAttention,
  NetworkBuilder,
  pooling,
  upsample,
} from '../../../src/engine/index.ts';

function networkOf(input: readonly number[], operator: Operator, call?: 'function'): Network {
  const net = new NetworkBuilder(input);
  return net.build(net.add('layer', operator, [net.input], call === undefined ? {} : { call }));
}

function counts(network: Network, tools: readonly ToolName[]): Record<string, number> {
  return Object.fromEntries(tools.map((tool) => [tool, countAs(tool, network).count]));
}

function toolNames(): ToolName[] {
  return [
    ...(['torchvision', 'fvcore', 'timm', 'ptflops pytorch', 'ptflops aten', 'thop'] as const),
    ...(['torchinfo', 'torch FlopCounterMode', 'deepspeed', 'calflops', 'keras'] as const),
  ];
}

describe('a transposed convolution', () => {
  // 3 -> 1 channels, 2×2, stride 2, on 2×2: 12 weights at 4 input positions, 16 output positions.
  const plain = { inChannels: 3, outChannels: 1, kernel: [2, 2], stride: [2, 2], transposed: true };
  const network = networkOf([3, 2, 2], convolution({ ...plain, bias: false }));

  it('is 48 MACs by input positions and 192 in the tools that use output positions', () => {
    expect(counts(network, toolNames())).toEqual({
      torchvision: 48,
      fvcore: 48,
      timm: 48,
      'ptflops pytorch': 48,
      'ptflops aten': 48,
      thop: 192,
      torchinfo: 192,
      'torch FlopCounterMode': 96,
      deepspeed: 96,
      calflops: 96,
      keras: 96,
    });
  });

  it('adds its bias at every output position, in DeepSpeed at those of a forward convolution', () => {
    const biased = networkOf([3, 2, 2], convolution({ ...plain, bias: true }));
    expect(counts(biased, ['ptflops aten', 'torchinfo', 'deepspeed'])).toEqual({
      'ptflops aten': 48 + 16,
      torchinfo: 192 + 16,
      deepspeed: 96 + 1,
    });
  });

  it('is divided by its groups twice in DeepSpeed', () => {
    const grouped = networkOf(
      [4, 2, 2],
      convolution({ ...plain, inChannels: 4, outChannels: 4, groups: 2, bias: false }),
    );
    expect(countAs('fvcore', grouped).count).toBe(128);
    expect(countAs('deepspeed', grouped)).toEqual({ count: 128, unit: 'FLOPs', parameters: 32, macs: 64 });
  });
});

describe('attention of separate linear layers under a causal mask', () => {
  // 4 tokens, 8 features: projections 4·4·8², products 16·8 each, of which the mask leaves 10·8.
  const network = networkOf(
    [4, 8],
    multiHeadAttention({ features: 8, heads: 2, bias: false, style: 'separate', causal: true }),
  );

  it('is counted with all pairs by the tools that see products', () => {
    expect(countingSteps('fvcore', network)).toEqual([
      { name: 'macs', operations: 1024 + 160 },
      { name: 'maskedPairs', operations: 96 },
    ]);
  });

  it('loses its products in the tools that hook modules', () => {
    expect(counts(network, ['thop', 'torchinfo'])).toEqual({ thop: 1024, torchinfo: 1024 });
    expect(countAs('thop', network).parameters).toBe(256);
  });
});

describe('a long short-term memory', () => {
  // 3 -> 2 features, 5 steps: 40 weights, 16 biases.
  const network = networkOf([5, 3], lstm({ inFeatures: 3, hiddenFeatures: 2 }));

  it('is a cell rule of its own in the tools that hook modules, and lost to those that see operators', () => {
    expect(
      counts(network, ['ptflops pytorch', 'thop', 'torchinfo', 'fvcore', 'torch FlopCounterMode']),
    ).toEqual({
      'ptflops pytorch': 5 * (40 + 2 * 10 + 16),
      thop: 5 * (40 + 2 * 8 + 16),
      torchinfo: 5 * (40 + 16),
      fvcore: 0,
      'torch FlopCounterMode': 0,
    });
  });

  it('has FLOPs but no MACs in DeepSpeed', () => {
    // Per step: 2·40 − 2·8 for the sums, 10·2 for the cell, 16 for the biases.
    expect(countAs('deepspeed', network)).toMatchObject({ count: 5 * (80 - 16 + 20 + 16), macs: 0 });
  });
});

describe('elementwise layers', () => {
  it('count twice in ptflops as modules, once as functions', () => {
    for (const operator of [
      activation('relu'),
      pooling({ kind: 'max', kernel: [2, 2] }),
      adaptivePooling({ kind: 'average', outputSizes: [1, 1] }),
    ]) {
      expect(countAs('ptflops pytorch', networkOf([4, 6, 6], operator)).count).toBe(2 * 144);
      expect(countAs('ptflops pytorch', networkOf([4, 6, 6], operator, 'function')).count).toBe(144);
    }
  });

  it('count 4 per normalized element in thop, 2 in fvcore, nothing in torchvision', () => {
    const network = networkOf([4, 6, 6], batchNorm({ channels: 4 }));
    expect(counts(network, ['thop', 'fvcore', 'torchvision', 'torchinfo'])).toEqual({
      thop: 4 * 144,
      fvcore: 2 * 144,
      torchvision: 0,
      torchinfo: 8,
    });
  });

  it('are not seen by type when they are subclasses: LayerNorm2d', () => {
    const network = networkOf([4, 6, 6], layerNorm({ shape: [4], channelsFirst: true }));
    expect(counts(network, ['thop', 'ptflops pytorch', 'fvcore'])).toEqual({
      thop: 0,
      'ptflops pytorch': 0,
      fvcore: 5 * 144,
    });
    expect(countAs('thop', network).parameters).toBe(0);
  });

  it('resampled to a size, count one channel in DeepSpeed and ptflops', () => {
    const network = networkOf([4, 6, 6], upsample({ mode: 'bilinear', outputSizes: [12, 12] }), 'function');
    expect(counts(network, ['deepspeed', 'ptflops pytorch', 'fvcore'])).toEqual({
      deepspeed: 144,
      'ptflops pytorch': 144,
      fvcore: 4 * 4 * 144,
    });
  });

  it('are pooled by kernel area and output in TensorFlow', () => {
    expect(
      countAs('keras', networkOf([4, 6, 6], pooling({ kind: 'max', kernel: [3, 3], stride: [1, 1] }))).count,
    ).toBe(9 * 4 * 16);
  });
});

describe('countAs', () => {
  it('counts running statistics among the parameters of Keras: 53,120 more in ResNet-50', () => {
    expect(countAs('keras', architectureNamed('resnet50').build()).parameters).toBe(25_557_032 + 53_120);
  });

  it('counts Llama-2-7B over 128 tokens as calflops publishes it: 1700.06 GFLOPs, 850 GMACs', () => {
    const counted = countAs('calflops', architectureNamed('llama2_7b').build({ input: [128] }));
    expect((counted.count / 1e9).toFixed(2)).toBe('1700.06');
    expect(counted.macs).toBe(850_000_871_424);
    expect(counted.parameters).toBe(6_738_415_616);
  });

  it('counts FLOPs as twice the MACs and the named extras: ResNet-50 in DeepSpeed', () => {
    expect(countingSteps('deepspeed', architectureNamed('resnet50').build())).toEqual([
      { name: 'macs', operations: 4_089_184_256 },
      { name: 'doubling', operations: 4_089_184_256 },
      { name: 'normalization', operations: 22_227_968 },
      { name: 'activations', operations: 9_608_704 },
      { name: 'pooling', operations: 802_816 + 100_352 },
    ]);
  });

  it('refuses a tool it does not know, naming those it knows', () => {
    const network = networkOf([4], linear({ inFeatures: 4, outFeatures: 2 }));
    // @ts-expect-error a name that is not among the tools, as an address may have it
    expect(() => countAs('toString', network)).toThrow(/tool must be one of torchvision, .* not toString/);
  });

  it('refuses an operator that multiplies and has no rule, in every tool', () => {
    const unknown: Operator = { ...linear({ inFeatures: 4, outFeatures: 2 }), kind: 'mystery' };
    for (const tool of toolNames()) {
      expect(() => countAs(tool, networkOf([4], unknown))).toThrow(/no rule for mystery \(layer\)/);
    }
  });

  it('sums its steps for every tool, and is a whole number that is not negative', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...toolNames()),
        fc.constantFrom(
          'resnet18',
          'vit_b_16',
          'swin_v2_t',
          'maxvit_t',
          'mvit_v2_s',
          'lraspp_mobilenet_v3_large',
        ),
        (tool, name) => {
          const network = architectureNamed(name).build();
          const { count } = countAs(tool, network);
          expect(Number.isSafeInteger(count) && count >= 0).toBe(true);
          const steps = countingSteps(tool, network);
          expect(steps.reduce((total, step) => total + step.operations, 0)).toBe(count);
        },
      ),
      { numRuns: 30 },
    );
  });
});
