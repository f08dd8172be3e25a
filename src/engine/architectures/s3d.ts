import { at, shapeOfRank } from '../checks.ts';
import type { NetworkBuilder, Value } from '../network/index.ts';
import type { Operator } from '../ops/index.ts';
import { activation, batchNorm, concatenate, convolution, mean, pooling } from '../ops/index.ts';
import { defineArchitecture } from './architecture.ts';
import type { Step } from './transformer-blocks.ts';

type Extent = readonly [time: number, height: number, width: number];

/** Output channels of an Inception block: 1×1×1; reduction and 3×3×3 twice; 1×1×1 after the pooling. */
type BlockWidths = readonly [
  direct: number,
  reduced1: number,
  wide1: number,
  reduced2: number,
  wide2: number,
  pooled: number,
];

/** Modules of `features` in order: a block by its widths, or a max pooling by kernel and stride. */
type Stage = { readonly block: BlockWidths } | { readonly pool: Extent; readonly stride: Extent };

const stages: readonly Stage[] = [
  { block: [64, 96, 128, 16, 32, 32] },
  { block: [128, 128, 192, 32, 96, 64] },
  { pool: [3, 3, 3], stride: [2, 2, 2] },
  { block: [192, 96, 208, 16, 48, 64] },
  { block: [160, 112, 224, 24, 64, 64] },
  { block: [128, 128, 256, 24, 64, 64] },
  { block: [112, 144, 288, 32, 64, 64] },
  { block: [256, 160, 320, 32, 128, 128] },
  { pool: [2, 2, 2], stride: [2, 2, 2] },
  { block: [256, 160, 320, 32, 128, 128] },
  { block: [384, 192, 384, 48, 128, 128] },
];

/**
 * S3D as torchvision builds it: GoogLeNet inflated to video, each kernel split into space and time; 8,320,048
 * parameters, 17.979 GMACs at 16×224×224 (the published accuracy is for clips of 128 frames, eight times that).
 *
 * The classifier is a 1×1×1 convolution before the mean over time and space, so it runs at every position left.
 * Source: Xie et al. 2018, section 4.3 and figure 7; torchvision/models/video/s3d.py (0.21.0).
 */
export const s3d = defineArchitecture({
  title: 'S3D',
  sources: ['xie2018'],
  input: [3, 16, 224, 224],
  classes: 400,
  grow: (net, { classes }) => growS3d(net, classes),
});

function growS3d(net: NetworkBuilder, classes: number): Value {
  shapeOfRank('input', net.input.shape, 4);
  const stemPool = maxPool([1, 3, 3], [1, 2, 2]);
  const stem = net.chain(net.input, [
    ...separable('features.0', 3, 64, 7, 2),
    ['features.1', stemPool],
    ...convNormRelu('features.2', 64, 64, [1, 1, 1]),
    ...separable('features.3', 64, 192, 3, 1),
    ['features.4', stemPool],
  ]);
  const features = stages.reduce<Value>((value, stage, index) => {
    const path = `features.${index + 5}`;
    return 'block' in stage
      ? inceptionBlock(net, path, value, stage.block)
      : net.add(path, maxPool(stage.pool, stage.stride), [value]);
  }, stem);
  return net.chain(features, [
    ['avgpool', pooling({ kind: 'average', kernel: [2, 7, 7], stride: [1, 1, 1] })],
    ['classifier.1', convolution({ inChannels: 1024, outChannels: classes, kernel: [1, 1, 1] })],
    ['mean', mean({ axes: [1, 2, 3] })],
  ]);
}

function inceptionBlock(net: NetworkBuilder, path: string, input: Value, widths: BlockWidths): Value {
  const [direct, reduced1, wide1, reduced2, wide2, pooled] = widths;
  const inChannels = at(input.shape, 0);
  return net.add(`${path}.cat`, concatenate(), [
    net.chain(input, convNormRelu(`${path}.branch0`, inChannels, direct, [1, 1, 1])),
    net.chain(input, [
      ...convNormRelu(`${path}.branch1.0`, inChannels, reduced1, [1, 1, 1]),
      ...separable(`${path}.branch1.1`, reduced1, wide1, 3, 1),
    ]),
    net.chain(input, [
      ...convNormRelu(`${path}.branch2.0`, inChannels, reduced2, [1, 1, 1]),
      ...separable(`${path}.branch2.1`, reduced2, wide2, 3, 1),
    ]),
    net.chain(input, [
      [`${path}.branch3.0`, maxPool([3, 3, 3], [1, 1, 1])],
      ...convNormRelu(`${path}.branch3.1`, inChannels, pooled, [1, 1, 1]),
    ]),
  ]);
}

/** A k×k×k kernel as 1×k×k and k×1×1, each with its batch norm and ReLU; the middle is as wide as the output. */
function separable(
  path: string,
  inChannels: number,
  outChannels: number,
  kernel: number,
  stride: number,
): Step[] {
  return [
    ...convNormRelu(`${path}.0`, inChannels, outChannels, [1, kernel, kernel], [1, stride, stride]),
    ...convNormRelu(`${path}.1`, outChannels, outChannels, [kernel, 1, 1], [stride, 1, 1]),
  ];
}

function convNormRelu(
  path: string,
  inChannels: number,
  outChannels: number,
  kernel: Extent,
  stride: Extent = [1, 1, 1],
): Step[] {
  const padding = kernel.map((size) => (size - 1) / 2);
  return [
    [`${path}.0`, convolution({ inChannels, outChannels, kernel, stride, padding, bias: false })],
    [`${path}.1`, batchNorm({ channels: outChannels })],
    [`${path}.2`, activation('relu')],
  ];
}

/** Odd kernels are padded by half their size, the even one not at all. */
function maxPool(kernel: Extent, stride: Extent): Operator {
  const padding = kernel.map((size) => (size % 2 === 0 ? 0 : (size - 1) / 2));
  return pooling({ kind: 'max', kernel, stride, padding });
}
