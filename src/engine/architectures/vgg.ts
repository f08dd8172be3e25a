import type { NetworkBuilder, Value } from '../network/index.ts';
import { activation, adaptivePooling, batchNorm, flatten, linear, pooling } from '../ops/index.ts';
import type { Architecture } from './architecture.ts';
import { defineArchitecture } from './architecture.ts';
import { squareConvolution } from './blocks.ts';

/** Kernels of the convolutions of each of the five blocks; a block ends with 2×2 max pooling. */
type Blocks = readonly (readonly number[])[];

const blockChannels = [64, 128, 256, 512, 512];

/** Columns of table 1 of the paper. */
const configurations = {
  A: [[3], [3], [3, 3], [3, 3], [3, 3]],
  B: [
    [3, 3],
    [3, 3],
    [3, 3],
    [3, 3],
    [3, 3],
  ],
  C: [
    [3, 3],
    [3, 3],
    [3, 3, 1],
    [3, 3, 1],
    [3, 3, 1],
  ],
  D: [
    [3, 3],
    [3, 3],
    [3, 3, 3],
    [3, 3, 3],
    [3, 3, 3],
  ],
  E: [
    [3, 3],
    [3, 3],
    [3, 3, 3, 3],
    [3, 3, 3, 3],
    [3, 3, 3, 3],
  ],
} as const;

/**
 * A VGG network: 3×3 convolutions with bias, then three fully connected layers that hold most of the parameters.
 * `normalized` puts a batch norm after each convolution, as later implementations do; the bias stays.
 */
function vgg(title: string, blocks: Blocks, normalized: boolean): Architecture {
  return defineArchitecture({
    title,
    sources: ['simonyan2015'],
    input: [3, 224, 224],
    grow: (net, { classes }) => {
      const features = convolutions(net, blocks, normalized);
      return net.chain(features, [
        ['avgpool', adaptivePooling({ kind: 'average', outputSizes: [7, 7] })],
        ['flatten', flatten()],
        ['classifier.0', linear({ inFeatures: 512 * 7 * 7, outFeatures: 4096 })],
        ['classifier.1', activation('relu')],
        ['classifier.3', linear({ inFeatures: 4096, outFeatures: 4096 })],
        ['classifier.4', activation('relu')],
        ['classifier.6', linear({ inFeatures: 4096, outFeatures: classes })],
      ]);
    },
  });
}

/** torchvision numbers convolutions, norms, activations and poolings through: `features.0`, `features.1`, … */
function convolutions(net: NetworkBuilder, blocks: Blocks, normalized: boolean): Value {
  let value = net.input;
  let index = 0;
  const path = (): string => `features.${index++}`;
  blocks.forEach((kernels, block) => {
    const outChannels = blockChannels[block] ?? 512;
    for (const kernel of kernels) {
      value = net.add(path(), squareConvolution(value, { outChannels, kernel, bias: true }), [value]);
      if (normalized) value = net.add(path(), batchNorm({ channels: outChannels }), [value]);
      value = net.add(path(), activation('relu'), [value]);
    }
    value = net.add(path(), pooling({ kind: 'max', kernel: [2, 2] }), [value]);
  });
  return value;
}

/**
 * VGG-11 to VGG-19, with and without batch norm, and the paper's configuration C, whose third convolutions are 1×1.
 *
 * Source: Simonyan and Zisserman 2015, table 1; torchvision/models/vgg.py (0.21.0).
 */
export const vggs: Readonly<Record<string, Architecture>> = {
  vgg11: vgg('VGG-11', configurations.A, false),
  vgg11_bn: vgg('VGG-11 with batch norm', configurations.A, true),
  vgg13: vgg('VGG-13', configurations.B, false),
  vgg13_bn: vgg('VGG-13 with batch norm', configurations.B, true),
  vgg16_c: vgg('VGG-16, configuration C', configurations.C, false),
  vgg16: vgg('VGG-16', configurations.D, false),
  vgg16_bn: vgg('VGG-16 with batch norm', configurations.D, true),
  vgg19: vgg('VGG-19', configurations.E, false),
  vgg19_bn: vgg('VGG-19 with batch norm', configurations.E, true),
};
