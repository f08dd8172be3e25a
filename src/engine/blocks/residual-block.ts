import type { Shape } from '../checks.ts';
import { at, product } from '../checks.ts';
import type { Convolution } from '../ops/index.ts';
import { convolution } from '../ops/index.ts';
import type { BlockPlan, BlockStep, ResidualBlockName, ResidualBlockSizes } from './block-plan.ts';
import { blockPlan } from './block-plan.ts';

/** A block at its place on a grid, and what it costs for one sample. */
export interface ResidualBlock extends BlockPlan {
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
 * Norms are left out of `weights` because the sources compare convolutions: two trained numbers a channel. Pooling,
 * shuffling, joining and adding have neither weights nor multiply-accumulates.
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
  const convolutions = placedConvolutions(plan, sizes, [
    sizes.inChannels,
    ...(axes === 3 ? [1] : []),
    ...grid,
  ]);
  const total = (of: (placed: Placed) => number): number =>
    convolutions.reduce((running, placed) => running + of(placed), 0);
  return {
    ...plan,
    weights: total(({ own }) => own.parameters),
    macs: total(({ own, input }) => own.macs(input)),
    activationElements: total(({ output }) => product(output)),
  };
}

/** A convolution with what it reads and writes. */
interface Placed {
  readonly own: Convolution;
  readonly input: Shape;
  readonly output: Shape;
}

/** The branch from the block's input on, then the projection, where there is one. */
function placedConvolutions(
  { steps, shortcut }: BlockPlan,
  { stride = 1, outChannels }: ResidualBlockSizes,
  input: Shape,
): Placed[] {
  const place = (step: BlockStep, read: Shape): Placed => {
    const own = blockConvolution(at(read, 0), step);
    return { own, input: read, output: own.outputShape(read) };
  };
  const placed: Placed[] = [];
  for (const step of steps) placed.push(place(step, placed.at(-1)?.output ?? input));
  if (shortcut === 'projection') {
    const kernel = at(steps, 0).kernel.map(() => 1);
    placed.push(place({ kernel, outChannels, groups: 1, stride }, input));
  }
  return placed;
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
