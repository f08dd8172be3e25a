import { wholeNumber } from '../checks.ts';
import type { Bindings, Expression, Formula } from '../formula/index.ts';
import { power, quotient, sum, times } from '../formula/index.ts';
import type { Convolution } from '../ops/index.ts';
import { convolution } from '../ops/index.ts';

/** The three bottleneck units that ShuffleNet's paper compares. */
export const residualUnits = ['resnet', 'resnext', 'shufflenet'] as const;
export type ResidualUnitName = (typeof residualUnits)[number];

/** A bottleneck unit at stride 1: 1×1, 3×3, 1×1, its input added to its output. */
export interface ResidualUnit {
  readonly convolutions: readonly [entering: Convolution, spatial: Convolution, leaving: Convolution];
  /** Weights of the three convolutions, norms left out. */
  readonly parameters: number;
  /** Multiply-accumulates of the three for one sample. */
  readonly macs: number;
  /** The same as one formula. */
  readonly formula: Formula;
  readonly bindings: Bindings;
}

/** Sizes of a unit. */
export interface ResidualUnitOptions {
  readonly channels: number;
  /** Width of the 3×3. */
  readonly middleChannels: number;
  /** Groups of the 3×3 (ResNeXt) or of both 1×1 (ShuffleNet); a ResNet unit has none. */
  readonly groups: number;
  /** Height and width. */
  readonly grid: number;
}

/**
 * What a bottleneck unit costs without groups (ResNet), with a grouped 3×3 (ResNeXt), and with grouped 1×1 around a
 * depthwise 3×3 (ShuffleNet).
 * Source: Zhang et al. 2018 (arXiv 1707.01083), §3.2: hw(2cm + 9m²), hw(2cm + 9m²/g), hw(2cm/g + 9m).
 * @throws RangeError when a size is below 1 or the groups divide the widths they apply to with a remainder.
 * @example residualUnit('shufflenet', { channels: 240, middleChannels: 60, groups: 3, grid: 28 }).macs // 7_949_760
 */
export function residualUnit(name: ResidualUnitName, options: ResidualUnitOptions): ResidualUnit {
  const { channels, middleChannels, groups } = options;
  const grid = wholeNumber('grid', options.grid, 1);
  const pointwiseGroups = name === 'shufflenet' ? groups : 1;
  const spatialGroups = { resnet: 1, resnext: groups, shufflenet: middleChannels }[name];
  const between = (inChannels: number, outChannels: number, kernel: number, own: number): Convolution =>
    convolution({
      inChannels,
      outChannels,
      kernel: [kernel, kernel],
      padding: 'same',
      groups: own,
      bias: false,
    });
  const convolutions = [
    between(channels, middleChannels, 1, pointwiseGroups),
    between(middleChannels, middleChannels, 3, spatialGroups),
    between(middleChannels, channels, 1, pointwiseGroups),
  ] as const;
  return {
    convolutions,
    parameters: convolutions.reduce((total, own) => total + own.parameters, 0),
    macs: convolutions.reduce((total, own) => total + own.macs([own.spec.inChannels, grid, grid]), 0),
    formula: { result: 'M', expression: times(sum(...terms[name]), 'H_out', 'W_out') },
    bindings: { C: channels, C_mid: middleChannels, g: groups, H_out: grid, W_out: grid },
  };
}

const pointwise = times(2, 'C', 'C_mid');
const spatial = times(9, power('C_mid', 2));

/** Both 1×1 and the 3×3, for each position. */
const terms: Readonly<Record<ResidualUnitName, readonly [Expression, Expression]>> = {
  resnet: [pointwise, spatial],
  resnext: [pointwise, quotient(spatial, 'g')],
  shufflenet: [quotient(pointwise, 'g'), times(9, 'C_mid')],
};
