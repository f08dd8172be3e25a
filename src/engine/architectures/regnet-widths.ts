import { roundedChannels } from './blocks.ts';

/** The numbers a RegNet's depths and widths follow from (equations 2 to 4 of the paper). */
export interface RegNetParameters {
  /** Blocks in all stages together. */
  readonly depth: number;
  readonly initialWidth: number;
  /** Channels each block would add on the straight line. */
  readonly slope: number;
  /** Ratio of neighbouring stages' widths before rounding. */
  readonly multiplier: number;
  readonly groupWidth: number;
  /**
   * How a stage's width is fitted to a multiple of its group width: torchvision rounds as MobileNet does (halves up,
   * and up when a tenth would be lost), pycls, the authors' code, to the nearest (halves to even). Only RegNetX-400MF,
   * RegNetY-800MF and RegNetY-8GF differ.
   */
  readonly fit: 'torchvision' | 'pycls';
}

export interface RegNetStage {
  readonly channels: number;
  readonly blocks: number;
  readonly groups: number;
}

/** Widths are multiples of this before they are fitted to the groups. */
const quantum = 8;

/**
 * The stages of a RegNet: blocks on a straight line of widths, drawn to powers of the multiplier, neighbours of equal
 * width joined, each width fitted to the group width.
 *
 * Source: Radosavovic et al. 2020, section 3.3; pycls/models/regnet.py; torchvision/models/regnet.py (0.21.0).
 * @example regNetStages({ depth: 16, initialWidth: 48, slope: 27.89, multiplier: 2.09, groupWidth: 8, fit: 'pycls' })
 * // channels 48, 104, 208, 440 with 1, 3, 6, 6 blocks: RegNetY-400MF
 */
export function regNetStages(parameters: RegNetParameters): readonly RegNetStage[] {
  const { depth, initialWidth, slope, multiplier, groupWidth, fit } = parameters;
  const blocksOfWidth = new Map<number, number>();
  for (let block = 0; block < depth; block++) {
    const line = initialWidth + slope * block;
    const power = roundToEven(Math.log(line / initialWidth) / Math.log(multiplier));
    const width = roundToEven((initialWidth * multiplier ** power) / quantum) * quantum;
    blocksOfWidth.set(width, (blocksOfWidth.get(width) ?? 0) + 1);
  }
  return [...blocksOfWidth].map(([width, blocks]) => {
    const group = Math.min(groupWidth, width);
    const groups = fit === 'pycls' ? roundToEven(width / group) : roundedChannels(width, group) / group;
    return { channels: groups * group, blocks, groups };
  });
}

/** Rounding as Python and PyTorch do it: halves to the even neighbour. */
function roundToEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
