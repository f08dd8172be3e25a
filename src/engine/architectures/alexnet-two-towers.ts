import type { Convolution } from '../ops/index.ts';
import { activation, convolution, flatten, linear, pooling } from '../ops/index.ts';
import { defineArchitecture } from './architecture.ts';

/**
 * AlexNet of 2012: 96-256-384-384-256 channels, the second, fourth and fifth convolution in two groups, one for each
 * of the two GPUs it was trained on. 60,965,224 parameters. Caffe's `bvlc_alexnet`, whose file the ONNX model zoo
 * carries. Local response normalization, which has no weights and no MACs, is left out.
 *
 * Input 227: with 224 and no padding the first convolution would not end at the paper's 55 positions.
 * Source: Krizhevsky et al. 2012, section 3.5.
 */
export const alexNetTwoTowers = defineArchitecture({
  title: 'AlexNet (2012, two towers)',
  sources: ['krizhevsky2012'],
  input: [3, 227, 227],
  grow: (net, { classes }) => {
    const [inChannels = 0] = net.input.shape;
    return net.chain(net.input, [
      ['conv1', convolution({ inChannels, outChannels: 96, kernel: [11, 11], stride: [4, 4] })],
      ['relu1', activation('relu')],
      ['pool1', pool],
      ['conv2', padded(96, 256, 5, 2)],
      ['relu2', activation('relu')],
      ['pool2', pool],
      ['conv3', padded(256, 384, 3, 1)],
      ['relu3', activation('relu')],
      ['conv4', padded(384, 384, 3, 2)],
      ['relu4', activation('relu')],
      ['conv5', padded(384, 256, 3, 2)],
      ['relu5', activation('relu')],
      ['pool5', pool],
      ['flatten', flatten()],
      ['fc6', linear({ inFeatures: 256 * 6 * 6, outFeatures: 4096 })],
      ['relu6', activation('relu')],
      ['fc7', linear({ inFeatures: 4096, outFeatures: 4096 })],
      ['relu7', activation('relu')],
      ['fc8', linear({ inFeatures: 4096, outFeatures: classes })],
    ]);
  },
});

const pool = pooling({ kind: 'max', kernel: [3, 3], stride: [2, 2] });

function padded(inChannels: number, outChannels: number, kernel: number, groups: number): Convolution {
  const padding = (kernel - 1) / 2;
  return convolution({
    inChannels,
    outChannels,
    kernel: [kernel, kernel],
    padding: [padding, padding],
    groups,
  });
}
