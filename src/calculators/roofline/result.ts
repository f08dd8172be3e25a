import type { LayerTime, LayerWork, NetworkTime } from '../../engine/index.ts';
import { canFuse, timeBound, totalTime } from '../../engine/index.ts';
import type { Table } from '../shared/csv.ts';
import type { RooflineRun } from './state.ts';

/** A layer with its least time. */
export interface TimedLayer extends LayerTime {
  readonly path: string;
}

/** Every layer's least time, in the order they run, and what they come to. */
export interface RooflineResult extends NetworkTime {
  readonly layers: readonly TimedLayer[];
}

/** The least time of every layer of a run. */
export function rooflineResult(run: RooflineRun, work: readonly LayerWork[]): RooflineResult {
  const { batch, device, fused, precision } = run;
  const layers = work
    .filter(({ kind }) => !fused || !canFuse(kind))
    .map((layer) => ({ path: layer.path, ...timeBound(layer, { batch, dtype: precision, device }) }));
  return { layers, ...totalTime(layers, device) };
}

/** Whether every count of a run is a number that a double holds. */
export function countsExactly(run: RooflineRun, work: readonly LayerWork[]): boolean {
  return work.every(({ macs, readElements, writtenElements, weightElements }) =>
    [2 * macs * run.batch, 32 * ((readElements + writtenElements) * run.batch + weightElements)].every(
      (count) => Number.isSafeInteger(count),
    ),
  );
}

/** The longest layers first, at most `count`. */
export function longestLayers({ layers }: RooflineResult, count: number): readonly TimedLayer[] {
  return layers.toSorted((left, right) => right.seconds - left.seconds).slice(0, count);
}

/** Every layer as a row of a table, in base units. */
export function layerTable({ layers }: RooflineResult): Table {
  return [
    ['layer', 'FLOPs', 'bytes', 'FLOPs per byte', 'seconds', 'bound by'],
    ...layers.map(({ path, flops, bytes, intensity, seconds, bound }) => [
      path,
      flops,
      bytes,
      intensity,
      seconds,
      bound,
    ]),
  ];
}
