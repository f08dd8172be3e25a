import type { BlockPlan } from '../../engine/index.ts';

/** Widths of a block's values and the convolutions between them, from the top of the figure to its foot. */
export interface BlockOutline {
  /** Channels before, between and after the convolutions; where the input is joined, with it. */
  readonly widths: readonly number[];
  readonly kernels: readonly {
    readonly kernel: readonly number[];
    /** Groups of the convolution; `depthwise` when it has one for each channel. */
    readonly groups: number | 'depthwise';
    readonly stride: number;
  }[];
}

/** What is drawn of a block with `inChannels` channels in. */
export function blockOutline(inChannels: number, { steps, shortcut }: BlockPlan): BlockOutline {
  const joined = shortcut === 'pooling' ? inChannels : 0;
  const between = [inChannels, ...steps.map(({ outChannels }) => outChannels)];
  return {
    widths: between.map((channels, index) => channels + (index === steps.length ? joined : 0)),
    kernels: steps.map(({ kernel, groups, stride, outChannels }, index) => ({
      kernel,
      groups: groups > 1 && groups === between[index] && groups === outChannels ? 'depthwise' : groups,
      stride,
    })),
  };
}

/** The widest value of several blocks, which sets the scale they share. */
export function widestOf(outlines: readonly BlockOutline[]): number {
  return Math.max(...outlines.flatMap(({ widths }) => widths));
}
