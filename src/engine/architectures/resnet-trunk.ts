import { at } from '../checks.ts';
import type { NetworkBuilder, Value } from '../network/index.ts';
import { activation, add, pooling } from '../ops/index.ts';
import type { SquareConvolutionOptions } from './blocks.ts';
import { channelsOf, convNorm } from './blocks.ts';

/** What tells the residual networks of one family apart. */
export interface ResNetDesign {
  readonly block: 'basic' | 'bottleneck';
  /** Blocks in each of the four stages. */
  readonly blocks: readonly [number, number, number, number];
  /**
   * Where a bottleneck's stride sits: `first` 1×1 as in the paper (v1), or the 3×3 as in torchvision (v1.5). The
   * parameters are the same, the MACs are not. Default `middle`.
   */
  readonly strideIn?: 'first' | 'middle';
  /** Groups of a bottleneck's 3×3. Default 1. */
  readonly groups?: number;
  /** Width of the 3×3 per group for 64 planes; 64 in ResNet (default), 128 in Wide ResNet, 4 in ResNeXt 32×4d. */
  readonly baseWidth?: number;
}

/** A stage's first block may move (stride), its other blocks look wider (dilation). */
interface Steps {
  readonly stride: number;
  readonly dilation: number;
}

/** Where the trunk stands and which stages keep their resolution. */
export interface TrunkPlacement {
  /** Put before every path, `backbone.`. Default none. */
  readonly prefix?: string;
  /** Whether stages 2, 3, 4 replace their stride by dilation. Default none does. */
  readonly dilatedStages?: readonly [boolean, boolean, boolean];
}

const expansions = { basic: 1, bottleneck: 4 } as const;

/**
 * The stem and four stages of a residual network with torchvision's module paths; returns the output of each stage.
 *
 * A dilated stage keeps stride 1, and its first block still has the dilation of the stage before it, as torchvision's
 * `replace_stride_with_dilation` does. Source: He et al. 2016, table 1; torchvision/models/resnet.py (0.21.0).
 */
export function resNetStages(
  net: NetworkBuilder,
  design: ResNetDesign,
  { prefix = '', dilatedStages = [false, false, false] }: TrunkPlacement = {},
): readonly Value[] {
  const stem = { outChannels: 64, kernel: 7, stride: 2 };
  const normed = convNorm(net, [`${prefix}conv1`, `${prefix}bn1`], net.input, stem);
  let value = net.chain(normed, [
    [`${prefix}relu`, activation('relu')],
    [`${prefix}maxpool`, pooling({ kind: 'max', kernel: [3, 3], stride: [2, 2], padding: [1, 1] })],
  ]);
  let dilation = 1;
  return design.blocks.map((count, stage) => {
    const dilated = stage > 0 && at(dilatedStages, stage - 1);
    const stride = stage === 0 || dilated ? 1 : 2;
    const before = dilation;
    if (dilated) dilation *= 2;
    for (let index = 0; index < count; index++) {
      const path = `${prefix}layer${stage + 1}.${index}`;
      const steps = index === 0 ? { stride, dilation: before } : { stride: 1, dilation };
      value = residualBlock(net, path, value, design, 64 * 2 ** stage, steps);
    }
    return value;
  });
}

/** The last convolution of the branch has no activation of its own: the sum is activated. */
function residualBlock(
  net: NetworkBuilder,
  path: string,
  input: Value,
  design: ResNetDesign,
  planes: number,
  steps: Steps,
): Value {
  const outChannels = planes * expansions[design.block];
  const branch = branchConvolutions(design, planes, steps).reduce((value, options, index) => {
    const active = index === 0 ? value : net.add(`${path}.relu${index}`, activation('relu'), [value]);
    return convNorm(net, [`${path}.conv${index + 1}`, `${path}.bn${index + 1}`], active, options);
  }, input);
  const projection = { outChannels, stride: steps.stride };
  const shortcut =
    steps.stride !== 1 || channelsOf(input) !== outChannels
      ? convNorm(net, [`${path}.downsample.0`, `${path}.downsample.1`], input, projection)
      : input;
  const sum = net.add(`${path}.add`, add(), [branch, shortcut]);
  return net.add(`${path}.relu`, activation('relu'), [sum]);
}

/** Two 3×3, or 1×1 down, 3×3, 1×1 up (figure 5 of the paper). */
function branchConvolutions(
  design: ResNetDesign,
  planes: number,
  { stride, dilation }: Steps,
): readonly SquareConvolutionOptions[] {
  if (design.block === 'basic') {
    return [
      { outChannels: planes, kernel: 3, stride },
      { outChannels: planes, kernel: 3 },
    ];
  }
  const { groups = 1, baseWidth = 64, strideIn = 'middle' } = design;
  const width = Math.floor((planes * baseWidth) / 64) * groups;
  const [firstStride, middleStride] = strideIn === 'first' ? [stride, 1] : [1, stride];
  return [
    { outChannels: width, stride: firstStride },
    { outChannels: width, kernel: 3, stride: middleStride, dilation, groups },
    { outChannels: planes * expansions.bottleneck },
  ];
}
