import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Network } from '../../../src/engine/index.ts';
import {
  activation,
  architectureNamed,
  batchNorm,
  bytesPerMebibyte,
  convolution,
  linear,
  NetworkBuilder,
  quantizedWeightBytes,
} from '../../../src/engine/index.ts';

const perChannel = { bits: 8, granularity: 'channel' } as const;
const mebibytes = (bytes: number): string => (bytes / bytesPerMebibyte).toFixed(2);

describe('quantizedWeightBytes', () => {
  it('gives ResNet-50 in int8 per channel 24.56 MiB (published 24.6: onnx/models README)', () => {
    const bytes = quantizedWeightBytes(architectureNamed('resnet50').build(), perChannel);
    // 25,502,912 codes + 27,560 channels × (4 scale + 1 zero point + 4 bias).
    expect(bytes).toBe(25_502_912 + 27_560 * 9);
    expect(mebibytes(bytes)).toBe('24.56');
  });

  it('gives AlexNet with two groups 58.22 MiB (onnx/models: bvlcalexnet-12-int8.onnx has 60,984,008 bytes)', () => {
    const bytes = quantizedWeightBytes(architectureNamed('alexnet_two_towers').build(), perChannel);
    expect(bytes).toBe(60_954_656 + 10_568 * 9);
    expect(mebibytes(bytes)).toBe('58.22');
  });

  // MobileNetV2 3.5 and VGG-16 132.0 in the onnx/models READMEs.
  it.each([
    ['mobilenet_v2', '3.46'],
    ['vgg16', '132.05'],
  ])('gives %s in int8 per channel %s MiB', (name, expected) => {
    const bytes = quantizedWeightBytes(architectureNamed(name).build(), perChannel);
    expect(mebibytes(bytes)).toBe(expected);
  });

  it('needs one scale per layer instead of one per channel per tensor', () => {
    // 54 layers: 25,502,912 codes, 27,560 biases of 4, 54 × (4 + 1).
    expect(
      quantizedWeightBytes(architectureNamed('resnet50').build(), { bits: 8, granularity: 'tensor' }),
    ).toBe(25_502_912 + 27_560 * 4 + 54 * 5);
  });

  it('folds a batch norm only into a layer that nothing else reads', () => {
    const build = (branch: boolean): Network => {
      const net = new NetworkBuilder([4, 8, 8]);
      const conv = net.add(
        'conv',
        convolution({ inChannels: 4, outChannels: 4, kernel: [1, 1], bias: false }),
        [net.input],
      );
      if (branch) net.add('side', activation('relu'), [conv]);
      return net.build(net.add('bn', batchNorm({ channels: 4 }), [conv]));
    };
    // 16 codes, 4 × (4 + 1); folded: 4 int32 biases; kept: four float32 tensors of 4 without the counter.
    expect(quantizedWeightBytes(build(false), perChannel)).toBe(16 + 20 + 16);
    expect(quantizedWeightBytes(build(true), perChannel)).toBe(16 + 20 + 64);
  });

  it('shares a scale per group of weights: 4.5 bits a weight at groups of 32 with float16 scales', () => {
    const net = new NetworkBuilder([4096]);
    const layer = linear({ inFeatures: 4096, outFeatures: 4096, bias: false });
    const network = net.build(net.add('fc', layer, [net.input]));
    const scheme = { bits: 4, granularity: { groupElements: 32 }, scaleBits: 16, zeroPointBits: 0 } as const;
    expect((quantizedWeightBytes(network, scheme) * 8) / layer.parameters).toBe(4.5);
  });

  it('scales a transposed convolution per output channel, its second axis times the groups', () => {
    const net = new NetworkBuilder([6, 4, 4]);
    const layer = convolution({
      inChannels: 6,
      outChannels: 4,
      kernel: [2, 2],
      groups: 2,
      transposed: true,
      bias: false,
    });
    const network = net.build(net.add('up', layer, [net.input]));
    expect(quantizedWeightBytes(network, perChannel)).toBe(48 + 4 * 5);
  });

  it('never grows when codes get narrower', () => {
    const network = architectureNamed('resnet18').build();
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 15 }), (bits) => {
        const narrow = quantizedWeightBytes(network, { bits, granularity: 'channel' });
        expect(narrow).toBeLessThan(
          quantizedWeightBytes(network, { bits: bits + 1, granularity: 'channel' }),
        );
      }),
      { numRuns: 5 },
    );
  });

  it('refuses a group of no weights, naming it', () => {
    const network = architectureNamed('resnet18').build();
    expect(() => quantizedWeightBytes(network, { bits: 8, granularity: { groupElements: 0 } })).toThrow(
      /granularity\.groupElements .* not 0/,
    );
  });
});
