import type { Factorization } from '../../engine/index.ts';
import { at } from '../../engine/index.ts';

/** A kernel of a split and where its middle stands in its row, in pixels from the row's left end and middle line. */
export interface PlacedKernel {
  readonly kernel: readonly number[];
  readonly x: number;
  readonly y: number;
}

/** A line from one point of a row to another through the points between, and the channels it carries. */
export interface Wire {
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly channels?: number;
}

/** The kernels and wires of a row, and where its outputs are added, if they are. */
export interface Wiring {
  readonly kernels: readonly PlacedKernel[];
  readonly wires: readonly Wire[];
  readonly sum?: number;
}

/** Length of a row from input to output. */
export const rowLength = 316;

const first = 92;
const second = 206;
const branch = 150;
const sumInRow = 264;
const spread = 25;

/** The unsplit kernel between input and output. */
export function wholeWiring({ whole }: Factorization): Wiring {
  const { kernel, inChannels, outChannels } = whole.spec;
  return {
    kernels: [{ kernel, x: branch, y: 0 }],
    wires: [straight(0, branch, inChannels), straight(branch, rowLength, outChannels)],
  };
}

/** The spatial and the temporal kernel of a split, as `wiring` says they are put together. */
export function splitWiring({ convolutions, wiring }: Factorization): Wiring {
  const [spatial, temporal] = [at(convolutions, 0).spec, at(convolutions, 1).spec];
  if (wiring === 'parallel') {
    const side = (y: number): Wire => ({
      points: [
        [24, 0],
        [44, y],
        [232, y],
        [sumInRow - 7, 0],
      ],
    });
    return {
      kernels: [
        { kernel: spatial.kernel, x: branch, y: -spread },
        { kernel: temporal.kernel, x: branch, y: spread },
      ],
      wires: [
        straight(0, 24, spatial.inChannels),
        side(-spread),
        side(spread),
        straight(sumInRow, rowLength, spatial.outChannels),
      ],
      sum: sumInRow,
    };
  }
  const series: Wiring = {
    kernels: [
      { kernel: spatial.kernel, x: first, y: 0 },
      { kernel: temporal.kernel, x: second, y: 0 },
    ],
    wires: [
      straight(0, first, spatial.inChannels),
      straight(first, second, spatial.outChannels),
      straight(second, rowLength, temporal.outChannels),
    ],
  };
  if (wiring === 'series') return series;
  const skip: Wire = {
    points: [
      [116, 0],
      [128, -30],
      [246, -30],
      [sumInRow - 4, -6],
    ],
  };
  const [before, between] = series.wires;
  const toSum: Wire = {
    points: [
      [second, 0],
      [sumInRow, 0],
    ],
  };
  const after = straight(sumInRow, rowLength, temporal.outChannels);
  return {
    ...series,
    wires: [before, between, toSum, skip, after].filter((wire) => wire !== undefined),
    sum: sumInRow,
  };
}

const straight = (from: number, to: number, channels: number): Wire => ({
  points: [
    [from, 0],
    [to, 0],
  ],
  channels,
});
