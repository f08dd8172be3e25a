import type { Table } from '../shared/csv.ts';
import type { DilatedLayers } from './state.ts';
import type { Words } from './words.ts';

/** A stack layer by layer on one axis, its columns named in the first row. */
export function layerTable({ layers }: DilatedLayers, { heads }: Words): Table {
  return [
    [heads.layer, heads.dilation, heads.effectiveKernel, heads.receptiveField, heads.reached, heads.hole],
    ...layers.map(({ dilation, effectiveKernel, reach }, index) => [
      index + 1,
      dilation,
      effectiveKernel,
      reach.receptiveField,
      reach.reachedPositions,
      reach.widestHole,
    ]),
  ];
}
