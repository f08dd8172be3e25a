import type { NetworkBuilder, NodeOptions, Value } from '../network/index.ts';
import type { AxisPadding } from '../ops/index.ts';
import {
  activation,
  adaptivePooling,
  batchNorm,
  concatenate,
  convolution,
  flatten,
  linear,
  pooling,
} from '../ops/index.ts';
import { defineArchitecture } from './architecture.ts';
import { linearClassifier } from './blocks.ts';

type Kernel = readonly [height: number, width: number];

/** One convolution of a branch: module name, output channels, kernel; stride 1 and no padding unless said. */
interface Conv {
  readonly name: string;
  readonly out: number;
  readonly kernel: Kernel;
  readonly stride?: number;
  readonly padding?: readonly AxisPadding[];
}

const conv = (name: string, out: number, kernel: Kernel = [1, 1], stride = 1): Conv => ({
  name,
  out,
  kernel,
  stride,
});
/** A convolution padded so that stride 1 keeps the size. */
const kept = (name: string, out: number, kernel: Kernel): Conv => ({
  name,
  out,
  kernel,
  padding: kernel.map((size) => (size - 1) / 2),
});

/** Grows an Inception v3 on a builder; every method is one kind of module of the paper. */
class InceptionBuilder {
  readonly net: NetworkBuilder;

  constructor(net: NetworkBuilder) {
    this.net = net;
  }

  /** Convolution without bias, batch norm, ReLU, for each entry in turn. */
  branch(path: string, input: Value, convs: readonly Conv[], options?: NodeOptions): Value {
    return convs.reduce((value, { name, out, kernel, stride = 1, padding }) => {
      const at = path === '' ? name : `${path}.${name}`;
      const [inChannels = 0] = value.shape;
      const spec = { inChannels, outChannels: out, kernel, stride: [stride, stride], padding, bias: false };
      const steps = [
        [`${at}.conv`, convolution(spec)],
        [`${at}.bn`, batchNorm({ channels: out })],
      ] as const;
      const normed = this.net.chain(value, steps, options);
      return this.net.add(`${at}.relu`, activation('relu'), [normed], { ...options, call: 'function' });
    }, input);
  }

  join(path: string, values: readonly Value[]): Value {
    return this.net.add(`${path}.cat`, concatenate(), values);
  }

  maxPool(path: string, input: Value, options?: NodeOptions): Value {
    return this.net.add(path, pooling({ kind: 'max', kernel: [3, 3], stride: [2, 2] }), [input], options);
  }

  /** 3×3 average pooling that keeps the size, then a 1×1 convolution. */
  pooledBranch(path: string, input: Value, out: number): Value {
    const pool = pooling({ kind: 'average', kernel: [3, 3], stride: [1, 1], padding: [1, 1] });
    const pooled = this.net.add(`${path}.pool`, pool, [input], { call: 'function' });
    return this.branch(path, pooled, [conv('branch_pool', out)]);
  }

  /** Grid 35: a 5×5 beside a stack of two 3×3 (Fig. 5 of the paper; the 5×5 is kept in this branch). */
  moduleA(path: string, input: Value, pooled: number): Value {
    return this.join(path, [
      this.branch(path, input, [conv('branch1x1', 64)]),
      this.branch(path, input, [conv('branch5x5_1', 48), kept('branch5x5_2', 64, [5, 5])]),
      this.branch(path, input, [
        conv('branch3x3dbl_1', 64),
        kept('branch3x3dbl_2', 96, [3, 3]),
        kept('branch3x3dbl_3', 96, [3, 3]),
      ]),
      this.pooledBranch(path, input, pooled),
    ]);
  }

  /** Grid 35 to 17. */
  reductionB(path: string, input: Value): Value {
    return this.join(path, [
      this.branch(path, input, [conv('branch3x3', 384, [3, 3], 2)]),
      this.branch(path, input, [
        conv('branch3x3dbl_1', 64),
        kept('branch3x3dbl_2', 96, [3, 3]),
        conv('branch3x3dbl_3', 96, [3, 3], 2),
      ]),
      this.maxPool(`${path}.branch_pool`, input, { call: 'function' }),
    ]);
  }

  /** Grid 17: 7×7 as 1×7 and 7×1, once and twice (Fig. 6 with n = 7). */
  moduleC(path: string, input: Value, width: number): Value {
    return this.join(path, [
      this.branch(path, input, [conv('branch1x1', 192)]),
      this.branch(path, input, [
        conv('branch7x7_1', width),
        kept('branch7x7_2', width, [1, 7]),
        kept('branch7x7_3', 192, [7, 1]),
      ]),
      this.branch(path, input, [
        conv('branch7x7dbl_1', width),
        kept('branch7x7dbl_2', width, [7, 1]),
        kept('branch7x7dbl_3', width, [1, 7]),
        kept('branch7x7dbl_4', width, [7, 1]),
        kept('branch7x7dbl_5', 192, [1, 7]),
      ]),
      this.pooledBranch(path, input, 192),
    ]);
  }

  /** Grid 17 to 8. */
  reductionD(path: string, input: Value): Value {
    return this.join(path, [
      this.branch(path, input, [conv('branch3x3_1', 192), conv('branch3x3_2', 320, [3, 3], 2)]),
      this.branch(path, input, [
        conv('branch7x7x3_1', 192),
        kept('branch7x7x3_2', 192, [1, 7]),
        kept('branch7x7x3_3', 192, [7, 1]),
        conv('branch7x7x3_4', 192, [3, 3], 2),
      ]),
      this.maxPool(`${path}.branch_pool`, input, { call: 'function' }),
    ]);
  }

  /** Grid 8: 1×3 and 3×1 side by side (Fig. 7). */
  moduleE(path: string, input: Value): Value {
    const wide = this.branch(path, input, [conv('branch3x3_1', 384)]);
    const deep = this.branch(path, input, [conv('branch3x3dbl_1', 448), kept('branch3x3dbl_2', 384, [3, 3])]);
    return this.join(path, [
      this.branch(path, input, [conv('branch1x1', 320)]),
      this.branch(path, wide, [kept('branch3x3_2a', 384, [1, 3])]),
      this.branch(path, wide, [kept('branch3x3_2b', 384, [3, 1])]),
      this.branch(path, deep, [kept('branch3x3dbl_3a', 384, [1, 3])]),
      this.branch(path, deep, [kept('branch3x3dbl_3b', 384, [3, 1])]),
      this.pooledBranch(path, input, 192),
    ]);
  }

  /** The training-only classifier on the 17×17 grid: stored, not run in inference. */
  auxiliaryHead(input: Value, classes: number): void {
    const idle: NodeOptions = { role: 'idle' };
    const pool = pooling({ kind: 'average', kernel: [5, 5], stride: [3, 3] });
    const pooled = this.net.add('AuxLogits.pool', pool, [input], idle);
    const features = this.branch('AuxLogits', pooled, [conv('conv0', 128), conv('conv1', 768, [5, 5])], idle);
    this.net.chain(
      features,
      [
        ['AuxLogits.avgpool', adaptivePooling({ kind: 'average', outputSizes: [1, 1] })],
        ['AuxLogits.flatten', flatten()],
        ['AuxLogits.fc', linear({ inFeatures: 768, outFeatures: classes })],
      ],
      idle,
    );
  }
}

/**
 * Inception v3 as torchvision builds it: 5.7132 GMACs at 299×299, 23,834,568 parameters and 27,161,264 with the
 * auxiliary head (default with, as in torchvision's published checkpoint).
 *
 * The head needs a 17×17 grid; on inputs too small for its 5×5 kernel it has to be left out.
 * Source: Szegedy et al. 2016, table 1 and figures 5–7; torchvision/models/inception.py (0.21.0).
 */
export const inceptionV3 = defineArchitecture({
  title: 'Inception v3',
  sources: ['szegedy2016'],
  input: [3, 299, 299],
  auxiliaryHeads: true,
  grow: (net, { classes, auxiliaryHeads }) => {
    const inception = new InceptionBuilder(net);
    const grid17 = grownToGrid17(inception);
    if (auxiliaryHeads) inception.auxiliaryHead(grid17, classes);
    let value = inception.reductionD('Mixed_7a', grid17);
    value = inception.moduleE('Mixed_7b', value);
    value = inception.moduleE('Mixed_7c', value);
    return linearClassifier(net, 'fc', value, classes);
  },
});

function grownToGrid17(inception: InceptionBuilder): Value {
  let value = inception.branch('', inception.net.input, [
    conv('Conv2d_1a_3x3', 32, [3, 3], 2),
    conv('Conv2d_2a_3x3', 32, [3, 3]),
    kept('Conv2d_2b_3x3', 64, [3, 3]),
  ]);
  value = inception.maxPool('maxpool1', value);
  value = inception.branch('', value, [conv('Conv2d_3b_1x1', 80), conv('Conv2d_4a_3x3', 192, [3, 3])]);
  value = inception.maxPool('maxpool2', value);
  value = inception.moduleA('Mixed_5b', value, 32);
  value = inception.moduleA('Mixed_5c', value, 64);
  value = inception.moduleA('Mixed_5d', value, 64);
  value = inception.reductionB('Mixed_6a', value);
  value = inception.moduleC('Mixed_6b', value, 128);
  value = inception.moduleC('Mixed_6c', value, 160);
  value = inception.moduleC('Mixed_6d', value, 160);
  return inception.moduleC('Mixed_6e', value, 192);
}
