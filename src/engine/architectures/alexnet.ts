import type { Value } from '../network/index.ts';
import { activation, adaptivePooling, convolution, flatten, linear, pooling } from '../ops/index.ts';
import type { Convolution, Operator } from '../ops/index.ts';
import { defineArchitecture } from './architecture.ts';

/**
 * AlexNet as torchvision builds it: the one-tower network of "One weird trick", 64-192-384-256-256 channels, no groups
 * and no local response normalization. 61,100,840 parameters, 0.7142 GMACs at 224×224. The two-tower network of 2012
 * has 60,965,224 parameters.
 *
 * Source: Krizhevsky 2014; torchvision/models/alexnet.py (0.21.0).
 */
export const alexNet = defineArchitecture({
  title: 'AlexNet',
  sources: ['krizhevsky2014'],
  input: [3, 224, 224],
  grow: (net, { classes }) => {
    const features = net.chain(net.input, featureSteps(net.input));
    return net.chain(features, [
      ['avgpool', adaptivePooling({ kind: 'average', outputSizes: [6, 6] })],
      ['flatten', flatten()],
      ['classifier.1', linear({ inFeatures: 256 * 6 * 6, outFeatures: 4096 })],
      ['classifier.2', activation('relu')],
      ['classifier.4', linear({ inFeatures: 4096, outFeatures: 4096 })],
      ['classifier.5', activation('relu')],
      ['classifier.6', linear({ inFeatures: 4096, outFeatures: classes })],
    ]);
  },
});

function featureSteps(input: Value): readonly (readonly [string, Operator])[] {
  const [inChannels = 0] = input.shape;
  return [
    ['features.0', conv(inChannels, 64, 11, 2, 4)],
    ['features.1', activation('relu')],
    ['features.2', pool],
    ['features.3', conv(64, 192, 5, 2)],
    ['features.4', activation('relu')],
    ['features.5', pool],
    ['features.6', conv(192, 384, 3, 1)],
    ['features.7', activation('relu')],
    ['features.8', conv(384, 256, 3, 1)],
    ['features.9', activation('relu')],
    ['features.10', conv(256, 256, 3, 1)],
    ['features.11', activation('relu')],
    ['features.12', pool],
  ];
}

const pool = pooling({ kind: 'max', kernel: [3, 3], stride: [2, 2] });

function conv(
  inChannels: number,
  outChannels: number,
  kernel: number,
  padding: number,
  stride = 1,
): Convolution {
  return convolution({
    inChannels,
    outChannels,
    kernel: [kernel, kernel],
    stride: [stride, stride],
    padding: [padding, padding],
  });
}
