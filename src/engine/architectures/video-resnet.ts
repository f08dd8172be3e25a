import { shapeOfRank } from '../checks.ts';
import { middleChannelsThreshold } from '../factorization/index.ts';
import type { NetworkBuilder, Value } from '../network/index.ts';
import type { Operator } from '../ops/index.ts';
import { activation, add, batchNorm, convolution } from '../ops/index.ts';
import type { Architecture } from './architecture.ts';
import { defineArchitecture } from './architecture.ts';
import { linearClassifier } from './blocks.ts';
import type { Step } from './transformer-blocks.ts';

/** Time, height, width. */
type Extent = readonly [time: number, height: number, width: number];

/** How a 3×3×3 convolution of a stage is made: whole, in space only, or as a 1×3×3 and a 3×1×1. */
type Kernel3d = 'full' | 'spatial' | 'factorized';

/** What tells the video residual networks of one family apart. */
interface VideoResNetDesign {
  readonly title: string;
  readonly stages: readonly [Kernel3d, Kernel3d, Kernel3d, Kernel3d];
  /**
   * For which convolution the middle width of a factorized one is matched to the full one's parameters: each by
   * itself, as the paper writes it, or the first of a block for both, as torchvision does.
   */
  readonly middleWidthOf?: 'block' | 'convolution';
}

function videoResNet(design: VideoResNetDesign): Architecture {
  return defineArchitecture({
    title: design.title,
    sources: ['tran2018'],
    input: [3, 16, 112, 112],
    classes: 400,
    grow: (net, { classes }) => growVideoResNet(net, design, classes),
  });
}

function growVideoResNet(net: NetworkBuilder, design: VideoResNetDesign, classes: number): Value {
  shapeOfRank('input', net.input.shape, 4);
  let value = net.chain(net.input, design.stages[0] === 'factorized' ? factorizedStem() : fullStem());
  design.stages.forEach((kernel, stage) => {
    for (let index = 0; index < 2; index++) {
      const stride = stage > 0 && index === 0 ? 2 : 1;
      value = block(net, `layer${stage + 1}.${index}`, value, design, kernel, 64 * 2 ** stage, stride);
    }
  });
  return linearClassifier(net, 'fc', value, classes);
}

function fullStem(): Step[] {
  return [
    ['stem.0', convolution3d(3, 64, [3, 7, 7], [1, 2, 2])],
    ['stem.1', batchNorm({ channels: 64 })],
    ['stem.2', activation('relu')],
  ];
}

/** 45 channels in the middle are the released networks' choice. */
function factorizedStem(): Step[] {
  return [
    ['stem.0', convolution3d(3, 45, [1, 7, 7], [1, 2, 2])],
    ['stem.1', batchNorm({ channels: 45 })],
    ['stem.2', activation('relu')],
    ['stem.3', convolution3d(45, 64, [3, 1, 1], [1, 1, 1])],
    ['stem.4', batchNorm({ channels: 64 })],
    ['stem.5', activation('relu')],
  ];
}

function block(
  net: NetworkBuilder,
  path: string,
  value: Value,
  design: VideoResNetDesign,
  kernel: Kernel3d,
  planes: number,
  stride: number,
): Value {
  const [inChannels = 0] = value.shape;
  const blockWidth = matchedMiddleChannels(inChannels, planes);
  const secondWidth =
    design.middleWidthOf === 'convolution' ? matchedMiddleChannels(planes, planes) : blockWidth;
  const branch = net.chain(value, [
    ...kernelSteps(`${path}.conv1.0`, kernel, [inChannels, blockWidth, planes], stride),
    [`${path}.conv1.1`, batchNorm({ channels: planes })],
    [`${path}.conv1.2`, activation('relu')],
    ...kernelSteps(`${path}.conv2.0`, kernel, [planes, secondWidth, planes], 1),
    [`${path}.conv2.1`, batchNorm({ channels: planes })],
  ]);
  const shortcut =
    stride === 1 && inChannels === planes
      ? value
      : net.chain(value, [
          [
            `${path}.downsample.0`,
            convolution3d(inChannels, planes, [1, 1, 1], [kernel === 'spatial' ? 1 : stride, stride, stride]),
          ],
          [`${path}.downsample.1`, batchNorm({ channels: planes })],
        ]);
  const joined = net.add(`${path}.add`, add(), [branch, shortcut]);
  return net.add(`${path}.relu`, activation('relu'), [joined]);
}

function kernelSteps(
  path: string,
  kernel: Kernel3d,
  [inChannels, middle, outChannels]: readonly [number, number, number],
  stride: number,
): Step[] {
  // torchvision's Conv3DSimple and Conv3DNoTemporal, which inherit from nn.Conv3d.
  if (kernel === 'full') {
    const whole = convolution3d(inChannels, outChannels, [3, 3, 3], [stride, stride, stride]);
    return [[path, whole, { call: 'subclass' }]];
  }
  if (kernel === 'spatial') {
    const flat = convolution3d(inChannels, outChannels, [1, 3, 3], [1, stride, stride]);
    return [[path, flat, { call: 'subclass' }]];
  }
  return [
    [`${path}.0`, convolution3d(inChannels, middle, [1, 3, 3], [1, stride, stride])],
    [`${path}.1`, batchNorm({ channels: middle })],
    [`${path}.2`, activation('relu')],
    [`${path}.3`, convolution3d(middle, outChannels, [3, 1, 1], [stride, 1, 1])],
  ];
}

/** Without bias (a batch norm follows each), padded so that stride 1 keeps the size. */
function convolution3d(inChannels: number, outChannels: number, kernel: Extent, stride: Extent): Operator {
  const padding = kernel.map((size) => (size - 1) / 2);
  return convolution({ inChannels, outChannels, kernel, stride, padding, bias: false });
}

/** The width R(2+1)D gives the middle of a factorized 3×3×3. */
function matchedMiddleChannels(inChannels: number, outChannels: number): number {
  return middleChannelsThreshold({ inChannels, outChannels, kernel: [3, 3, 3] }, '2plus1d');
}

/**
 * The 18-layer video residual networks of Tran et al. 2018, with torchvision's module paths.
 *
 * `r3d_18` convolves 3×3×3 everywhere (33,371,472 parameters, 40.697 GMACs at 16×112×112), `mc3_18` in space only from
 * the second stage on, so time is not strided there and its MACs are higher at a third of the parameters (11,695,440;
 * 43.343), `r2plus1d_18` factorizes each kernel into space and time. torchvision gives both convolutions of a block the
 * middle width of its first (31,505,325; 40.519); `r2plus1d_18_matched` recomputes it for each, as the paper's
 * formula does, and ends 633 parameters below r3d_18.
 *
 * Source: Tran et al. 2018, section 3.5; torchvision/models/video/resnet.py (0.21.0).
 */
export const videoResNets: Readonly<Record<string, Architecture>> = {
  r3d_18: videoResNet({ title: 'R3D-18', stages: ['full', 'full', 'full', 'full'] }),
  mc3_18: videoResNet({ title: 'MC3-18', stages: ['full', 'spatial', 'spatial', 'spatial'] }),
  r2plus1d_18: videoResNet({
    title: 'R(2+1)D-18',
    stages: ['factorized', 'factorized', 'factorized', 'factorized'],
  }),
  r2plus1d_18_matched: videoResNet({
    title: 'R(2+1)D-18, middle width matched per convolution',
    stages: ['factorized', 'factorized', 'factorized', 'factorized'],
    middleWidthOf: 'convolution',
  }),
};
