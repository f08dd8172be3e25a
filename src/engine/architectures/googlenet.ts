import type { NetworkBuilder, NodeOptions, Value } from '../network/index.ts';
import { activation, adaptivePooling, concatenate, flatten, linear, pooling } from '../ops/index.ts';
import { defineArchitecture } from './architecture.ts';
import { channelsOf, convNorm, linearClassifier } from './blocks.ts';

/** Channels of one Inception module: 1×1; reduction and 3×3; reduction and second 3×3; pool projection. */
type Widths = readonly [
  one: number,
  reduce: number,
  three: number,
  secondReduce: number,
  second: number,
  pooled: number,
];

const modules: readonly (readonly [path: string, widths: Widths])[] = [
  ['inception3a', [64, 96, 128, 16, 32, 32]],
  ['inception3b', [128, 128, 192, 32, 96, 64]],
  ['inception4a', [192, 96, 208, 16, 48, 64]],
  ['inception4b', [160, 112, 224, 24, 64, 64]],
  ['inception4c', [128, 128, 256, 24, 64, 64]],
  ['inception4d', [112, 144, 288, 32, 64, 64]],
  ['inception4e', [256, 160, 320, 32, 128, 128]],
  ['inception5a', [256, 160, 320, 32, 128, 128]],
  ['inception5b', [384, 192, 384, 48, 128, 128]],
];

/**
 * GoogLeNet (Inception v1) with batch norm, as torchvision builds it: 6,624,904 parameters without the two auxiliary
 * heads and 13,004,888 with, 1.4984 GMACs at 224×224.
 *
 * Default without the heads: torchvision drops them after loading, although its published file holds them. The
 * branch the paper gives a 5×5 has a 3×3 there (a port of a TensorFlow model that had it so).
 * Source: Szegedy et al. 2015, table 1; torchvision/models/googlenet.py (0.21.0).
 */
export const googLeNet = defineArchitecture({
  title: 'GoogLeNet',
  sources: ['szegedy2015'],
  input: [3, 224, 224],
  auxiliaryHeads: false,
  grow: (net, { classes, auxiliaryHeads }) => {
    let value = conv(net, 'conv1', net.input, 64, 7, 2);
    value = net.add('maxpool1', halvingPool(3), [value]);
    value = conv(net, 'conv2', value, 64, 1);
    value = conv(net, 'conv3', value, 192, 3);
    value = net.add('maxpool2', halvingPool(3), [value]);
    for (const [path, widths] of modules) {
      value = inceptionModule(net, path, value, widths);
      if (path === 'inception3b') value = net.add('maxpool3', halvingPool(3), [value]);
      if (path === 'inception4e') value = net.add('maxpool4', halvingPool(2), [value]);
      if (auxiliaryHeads && path === 'inception4a') auxiliaryHead(net, 'aux1', value, classes);
      if (auxiliaryHeads && path === 'inception4d') auxiliaryHead(net, 'aux2', value, classes);
    }
    return linearClassifier(net, 'fc', value, classes);
  },
});

/** Max pooling by 2 that rounds up: 112, 56, 28, 14, 7 at 224×224. */
function halvingPool(kernel: number): ReturnType<typeof pooling> {
  return pooling({ kind: 'max', kernel: [kernel, kernel], stride: [2, 2], ceilMode: true });
}

/** Convolution without bias, batch norm and ReLU: torchvision's `BasicConv2d`. */
function conv(
  net: NetworkBuilder,
  path: string,
  input: Value,
  outChannels: number,
  kernel: number,
  stride = 1,
  options?: NodeOptions,
): Value {
  const normed = convNorm(
    net,
    [`${path}.conv`, `${path}.bn`],
    input,
    { outChannels, kernel, stride },
    options,
  );
  return net.add(`${path}.relu`, activation('relu'), [normed], { ...options, call: 'function' });
}

/** Four branches side by side (figure 2b of the paper). */
function inceptionModule(net: NetworkBuilder, path: string, input: Value, widths: Widths): Value {
  const [one, reduce, three, secondReduce, second, pooled] = widths;
  const pool = pooling({ kind: 'max', kernel: [3, 3], stride: [1, 1], padding: [1, 1], ceilMode: true });
  const branch = (name: string, outChannels: number, kernel: number, from: Value): Value =>
    conv(net, `${path}.${name}`, from, outChannels, kernel);
  return net.add(`${path}.cat`, concatenate(), [
    branch('branch1', one, 1, input),
    branch('branch2.1', three, 3, branch('branch2.0', reduce, 1, input)),
    branch('branch3.1', second, 3, branch('branch3.0', secondReduce, 1, input)),
    branch('branch4.1', pooled, 1, net.add(`${path}.branch4.0`, pool, [input])),
  ]);
}

/** A training-only classifier on a 14×14 grid: stored, not run in inference. */
function auxiliaryHead(net: NetworkBuilder, path: string, input: Value, classes: number): void {
  const idle: NodeOptions = { role: 'idle' };
  const pool = adaptivePooling({ kind: 'average', outputSizes: [4, 4] });
  const reduced = conv(net, `${path}.conv`, net.add(`${path}.pool`, pool, [input], idle), 128, 1, 1, idle);
  net.chain(
    reduced,
    [
      [`${path}.flatten`, flatten()],
      [`${path}.fc1`, linear({ inFeatures: channelsOf(reduced) * 4 * 4, outFeatures: 1024 })],
      [`${path}.relu`, activation('relu')],
      [`${path}.fc2`, linear({ inFeatures: 1024, outFeatures: classes })],
    ],
    idle,
  );
}
