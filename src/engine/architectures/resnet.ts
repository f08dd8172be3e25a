import type { NetworkBuilder, Network, Value } from '../network/index.ts';
import { NetworkBuilder as Builder } from '../network/index.ts';
import {
  activation,
  adaptivePooling,
  add,
  batchNorm,
  convolution,
  flatten,
  linear,
  pooling,
} from '../ops/index.ts';
import type { Architecture, BuildOptions } from './architecture.ts';

/** What tells the residual networks of one family apart. */
interface ResNetDesign {
  readonly title: string;
  readonly sources: readonly string[];
  readonly block: 'basic' | 'bottleneck';
  /** Blocks in each of the four stages. */
  readonly blocks: readonly [number, number, number, number];
  /**
   * Where a bottleneck's stride sits: `first` 1×1 as in the paper (v1), or the 3×3 as in torchvision (v1.5). The
   * parameters are the same, the MACs are not.
   */
  readonly strideIn?: 'first' | 'middle';
  readonly groups?: number;
  /** Width of the 3×3 for 64 planes; 64 in ResNet, 128 in Wide ResNet. */
  readonly baseWidth?: number;
}

const expansions = { basic: 1, bottleneck: 4 } as const;

/**
 * A residual network as in He et al. 2016 and its descendants that change only widths and groups, with torchvision's
 * module paths. Convolutions have no bias (a batch norm follows each).
 */
function resNet(design: ResNetDesign): Architecture {
  const input = [3, 224, 224];
  return {
    title: design.title,
    sources: design.sources,
    input,
    build: (options: BuildOptions = {}) =>
      buildResNet(design, options.input ?? input, options.classes ?? 1000),
  };
}

function buildResNet(design: ResNetDesign, input: readonly number[], classes: number): Network {
  const net = new Builder(input);
  const stem = convBn(net, ['conv1', 'bn1'], net.input, { outChannels: 64, kernel: 7, stride: 2 });
  let value = net.chain(stem, [
    ['relu', activation('relu')],
    ['maxpool', pooling({ kind: 'max', kernel: [3, 3], stride: [2, 2], padding: [1, 1] })],
  ]);
  design.blocks.forEach((count, stage) => {
    for (let index = 0; index < count; index++) {
      const stride = stage > 0 && index === 0 ? 2 : 1;
      value = residualBlock(net, `layer${stage + 1}.${index}`, value, design, 64 * 2 ** stage, stride);
    }
  });
  const features = 512 * expansions[design.block];
  return net.build(
    net.chain(value, [
      ['avgpool', adaptivePooling({ kind: 'average', outputSizes: [1, 1] })],
      ['flatten', flatten()],
      ['fc', linear({ inFeatures: features, outFeatures: classes })],
    ]),
  );
}

function residualBlock(
  net: NetworkBuilder,
  path: string,
  input: Value,
  design: ResNetDesign,
  planes: number,
  stride: number,
): Value {
  const outChannels = planes * expansions[design.block];
  const branch =
    design.block === 'basic'
      ? basicBranch(net, path, input, planes, stride)
      : bottleneckBranch(net, path, input, design, planes, stride);
  const shortcut =
    stride !== 1 || input.shape[0] !== outChannels
      ? convBn(net, [`${path}.downsample.0`, `${path}.downsample.1`], input, {
          outChannels,
          kernel: 1,
          stride,
        })
      : input;
  const sum = net.add(`${path}.add`, add(), [branch, shortcut]);
  return net.add(`${path}.relu`, activation('relu'), [sum]);
}

function basicBranch(net: NetworkBuilder, path: string, input: Value, planes: number, stride: number): Value {
  const first = convBn(net, [`${path}.conv1`, `${path}.bn1`], input, {
    outChannels: planes,
    kernel: 3,
    stride,
  });
  const active = net.add(`${path}.relu1`, activation('relu'), [first]);
  return convBn(net, [`${path}.conv2`, `${path}.bn2`], active, { outChannels: planes, kernel: 3 });
}

function bottleneckBranch(
  net: NetworkBuilder,
  path: string,
  input: Value,
  design: ResNetDesign,
  planes: number,
  stride: number,
): Value {
  const { groups = 1, baseWidth = 64, strideIn = 'middle' } = design;
  const width = Math.floor((planes * baseWidth) / 64) * groups;
  const [firstStride, middleStride] = strideIn === 'first' ? [stride, 1] : [1, stride];
  const reduced = convBn(net, [`${path}.conv1`, `${path}.bn1`], input, {
    outChannels: width,
    kernel: 1,
    stride: firstStride,
  });
  const middle = convBn(
    net,
    [`${path}.conv2`, `${path}.bn2`],
    net.add(`${path}.relu1`, activation('relu'), [reduced]),
    { outChannels: width, kernel: 3, stride: middleStride, groups },
  );
  const active = net.add(`${path}.relu2`, activation('relu'), [middle]);
  return convBn(net, [`${path}.conv3`, `${path}.bn3`], active, {
    outChannels: planes * expansions.bottleneck,
    kernel: 1,
  });
}

/** A square convolution that keeps the size at stride 1, and its batch norm. */
function convBn(
  net: NetworkBuilder,
  [convPath, normPath]: readonly [string, string],
  input: Value,
  options: { outChannels: number; kernel: number; stride?: number; groups?: number },
): Value {
  const { outChannels, kernel, stride = 1, groups = 1 } = options;
  const [inChannels = 0] = input.shape;
  const padding = (kernel - 1) / 2;
  return net.chain(input, [
    [
      convPath,
      convolution({
        inChannels,
        outChannels,
        kernel: [kernel, kernel],
        stride: [stride, stride],
        padding: [padding, padding],
        groups,
        bias: false,
      }),
    ],
    [normPath, batchNorm({ channels: outChannels })],
  ]);
}

const he2016 = ['he2016'];

export const resNets: Readonly<Record<string, Architecture>> = {
  resnet18: resNet({ title: 'ResNet-18', sources: he2016, block: 'basic', blocks: [2, 2, 2, 2] }),
  resnet34: resNet({ title: 'ResNet-34', sources: he2016, block: 'basic', blocks: [3, 4, 6, 3] }),
  resnet50: resNet({ title: 'ResNet-50', sources: he2016, block: 'bottleneck', blocks: [3, 4, 6, 3] }),
  resnet101: resNet({ title: 'ResNet-101', sources: he2016, block: 'bottleneck', blocks: [3, 4, 23, 3] }),
  resnet152: resNet({ title: 'ResNet-152', sources: he2016, block: 'bottleneck', blocks: [3, 8, 36, 3] }),
  resnet50_v1: resNet({
    title: 'ResNet-50 v1',
    sources: he2016,
    block: 'bottleneck',
    blocks: [3, 4, 6, 3],
    strideIn: 'first',
  }),
};
