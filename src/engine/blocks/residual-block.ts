import type { Shape } from '../checks.ts';
import { at } from '../checks.ts';
import type { Network, Value } from '../network/index.ts';
import { NetworkBuilder, summarize } from '../network/index.ts';
import type { Convolution } from '../ops/index.ts';
import {
  activation,
  add,
  batchNorm,
  channelShuffle,
  concatenate,
  convolution,
  pooling,
} from '../ops/index.ts';
import type { BlockPlan, BlockStep, ResidualBlockName, ResidualBlockSizes } from './block-plan.ts';
import { blockPlan } from './block-plan.ts';

/** A block at its place on a grid, and what it costs for one sample. */
export interface ResidualBlock extends BlockPlan {
  /** The block with its norms and activation functions, for whatever else is asked of a network. */
  readonly network: Network;
  /** Weights of all its convolutions, that of a projection included; norms left out. */
  readonly weights: number;
  /** Multiply-accumulates of the same convolutions; in P3D for each frame of the clip. */
  readonly macs: number;
  /** Values those convolutions write; norms, activation functions and the sum left out. In P3D for each frame. */
  readonly activationElements: number;
}

/**
 * A residual block at the given widths, on an input of `grid` height and width.
 *
 * P3D is counted on a clip of one frame. Its 3×1×1 is padded and never strides in time, so every frame costs the same,
 * and a clip of T frames costs T times as much.
 * Norms are left out of `weights` because the sources compare convolutions: two trained numbers a channel.
 * @throws RangeError as `blockPlan` does, or when groups do not divide the widths they apply to.
 * @example residualBlock('bottleneck-v1.5', { inChannels: 256, middleChannels: 64, outChannels: 256 }, [56, 56]).weights // 69_632
 * @example residualBlock('inverted-residual', { inChannels: 24, middleChannels: 144, outChannels: 24 }, [56, 56]).weights // 8_208
 */
export function residualBlock(
  name: ResidualBlockName,
  sizes: ResidualBlockSizes,
  grid: readonly [height: number, width: number],
): ResidualBlock {
  const plan = blockPlan(name, sizes);
  const axes = at(plan.steps, 0).kernel.length;
  const network = blockNetwork(name, plan, sizes, [sizes.inChannels, ...(axes === 3 ? [1] : []), ...grid]);
  const { rows } = summarize(network);
  const convolutions = rows.filter(({ kind }) => kind === 'convolution');
  const total = (field: 'parameters' | 'macs' | 'outputElements'): number =>
    convolutions.reduce((running, row) => running + row[field], 0);
  return {
    ...plan,
    network,
    weights: total('parameters'),
    macs: total('macs'),
    activationElements: total('outputElements'),
  };
}

/** The branch ends without an activation function; the ResNet family and ShuffleNet activate the sum. */
function blockNetwork(
  name: ResidualBlockName,
  plan: BlockPlan,
  { groups = 1, stride = 1, outChannels }: ResidualBlockSizes,
  input: Shape,
): Network {
  const net = new NetworkBuilder(input);
  const rectifier = activation(name === 'inverted-residual' ? 'relu6' : 'relu');
  const normed = (path: string, from: Value, own: BlockStep): Value =>
    net.chain(from, [
      [path, blockConvolution(at(from.shape, 0), own)],
      [`${path}.bn`, batchNorm({ channels: own.outChannels })],
    ]);
  const branch = plan.steps.reduce((value, own, index) => {
    const isLast = index === plan.steps.length - 1;
    const path = `conv${index + 1}`;
    const convolved = normed(path, value, own);
    // ShuffleNet has no activation function after its depthwise convolution.
    const isLinear = isLast || (name === 'shufflenet' && index === 1);
    const active = isLinear ? convolved : net.add(`${path}.relu`, rectifier, [convolved]);
    const shuffles = name === 'shufflenet' && index === 0;
    return shuffles ? net.add('shuffle', channelShuffle({ groups }), [active]) : active;
  }, net.input);
  if (plan.shortcut === 'none') return net.build(branch);
  if (plan.shortcut === 'pooling') {
    const pool = pooling({ kind: 'average', kernel: [3, 3], stride: [2, 2], padding: [1, 1] });
    const pooled = net.add('pool', pool, [net.input]);
    return net.build(net.add('relu', rectifier, [net.add('cat', concatenate(), [pooled, branch])]));
  }
  const kernel = at(plan.steps, 0).kernel.map(() => 1);
  const shortcut =
    plan.shortcut === 'projection'
      ? normed('projection', net.input, { kernel, outChannels, groups: 1, stride })
      : net.input;
  const sum = net.add('add', add(), [branch, shortcut]);
  return net.build(name === 'inverted-residual' ? sum : net.add('relu', rectifier, [sum]));
}

/** Padded to keep the size at stride 1; frames are never skipped. No bias, because a norm follows. */
function blockConvolution(
  inChannels: number,
  { kernel, outChannels, groups, stride }: BlockStep,
): Convolution {
  return convolution({
    inChannels,
    outChannels,
    kernel,
    stride: kernel.map((_, axis) => (kernel.length === 3 && axis === 0 ? 1 : stride)),
    padding: kernel.map((extent) => (extent - 1) / 2),
    groups,
    bias: false,
  });
}
