import { wholeNumber } from '../checks.ts';

/** Blocks with a shortcut that are compared side by side, in the order they were published. */
export const residualBlockNames = [
  'basic',
  'bottleneck-v1',
  'bottleneck-v1.5',
  'resnext',
  'p3d',
  'shufflenet',
  'inverted-residual',
] as const;
export type ResidualBlockName = (typeof residualBlockNames)[number];

/** Widths of a block, and how far its output moves over the input. */
export interface ResidualBlockSizes {
  readonly inChannels: number;
  /** Channels between the first convolution and the last. */
  readonly middleChannels: number;
  readonly outChannels: number;
  /** Groups of the 3×3 (ResNeXt) or of both 1×1 (ShuffleNet). The other blocks have none to choose. Default 1. */
  readonly groups?: number;
  /** Default 1. */
  readonly stride?: 1 | 2;
}

/** One convolution of a block's branch. */
export interface BlockStep {
  /** Extents of the kernel: height and width, with frames before them in P3D. */
  readonly kernel: readonly number[];
  readonly outChannels: number;
  readonly groups: number;
  readonly stride: 1 | 2;
}

/** What is added to the branch, or joined to it (`pooling`); `none` leaves the branch alone. */
export type Shortcut = 'identity' | 'projection' | 'pooling' | 'none';

/** The convolutions of a block's branch and its shortcut, before any input is known. */
export interface BlockPlan {
  readonly steps: readonly BlockStep[];
  readonly shortcut: Shortcut;
}

/**
 * What a block is made of.
 *
 * - `basic`: two 3×3, the stride in the first. `bottleneck-v1`: 1×1, 3×3, 1×1, the stride in the first 1×1 as published;
 *   `bottleneck-v1.5`: in the 3×3. Both He et al. 2016, figure 5. `resnext`: v1.5 with a grouped 3×3 (Xie et al. 2017).
 * - `p3d`: 1×1×1, 1×3×3, 3×1×1, 1×1×1, arrangement A, the stride in the first (Qiu et al. 2017, figure 3a).
 * - `shufflenet`: grouped 1×1, shuffle, depthwise 3×3, grouped 1×1; with stride 2 the pooled input is joined to it, so
 *   the branch makes only the channels that are missing (Zhang et al. 2018, figure 2).
 * - `inverted-residual`: 1×1, depthwise 3×3, 1×1; no first 1×1 where it would not widen (Sandler et al. 2018, figure 4d).
 *
 * A shortcut whose shape changes is a projection, a strided 1×1, except in the last two, which have none.
 * @throws RangeError when a width is below 1, or no such block has these sizes (ShuffleNet adds equal channels with
 *   stride 1 and must gain channels with stride 2).
 * @example blockPlan('bottleneck-v1.5', { inChannels: 256, middleChannels: 64, outChannels: 256 }).shortcut // 'identity'
 */
export function blockPlan(name: ResidualBlockName, sizes: ResidualBlockSizes): BlockPlan {
  const { stride = 1, groups = 1 } = sizes;
  const inChannels = wholeNumber('inChannels', sizes.inChannels, 1);
  const middle = wholeNumber('middleChannels', sizes.middleChannels, 1);
  const out = wholeNumber('outChannels', sizes.outChannels, 1);
  const keepsShape = stride === 1 && inChannels === out;
  const projecting = keepsShape ? 'identity' : 'projection';
  switch (name) {
    case 'basic':
      return { steps: [step(3, middle, { stride }), step(3, out)], shortcut: projecting };
    case 'bottleneck-v1':
      return { steps: [step(1, middle, { stride }), step(3, middle), step(1, out)], shortcut: projecting };
    case 'bottleneck-v1.5':
      return { steps: [step(1, middle), step(3, middle, { stride }), step(1, out)], shortcut: projecting };
    case 'resnext':
      return {
        steps: [step(1, middle), step(3, middle, { stride, groups }), step(1, out)],
        shortcut: projecting,
      };
    case 'p3d':
      return {
        steps: [
          { ...step(1, middle, { stride }), kernel: [1, 1, 1] },
          { ...step(1, middle), kernel: [1, 3, 3] },
          { ...step(1, middle), kernel: [3, 1, 1] },
          { ...step(1, out), kernel: [1, 1, 1] },
        ],
        shortcut: projecting,
      };
    case 'shufflenet': {
      const made = stride === 1 ? out : out - inChannels;
      if (stride === 1 ? inChannels !== out : made < 1) {
        throw new RangeError(
          `outChannels must be ${stride === 1 ? 'the same as' : 'more than'} inChannels (${inChannels}) in a ShuffleNet unit of stride ${stride}, not ${out}`,
        );
      }
      const depthwise = step(3, middle, { stride, groups: middle });
      return {
        steps: [step(1, middle, { groups }), depthwise, step(1, made, { groups })],
        shortcut: stride === 1 ? 'identity' : 'pooling',
      };
    }
    case 'inverted-residual': {
      const widening = middle === inChannels ? [] : [step(1, middle)];
      const depthwise = step(3, middle, { stride, groups: middle });
      return { steps: [...widening, depthwise, step(1, out)], shortcut: keepsShape ? 'identity' : 'none' };
    }
  }
}

function step(
  extent: number,
  outChannels: number,
  { stride = 1, groups = 1 }: { readonly stride?: 1 | 2; readonly groups?: number } = {},
): BlockStep {
  return { kernel: [extent, extent], outChannels, groups, stride };
}
