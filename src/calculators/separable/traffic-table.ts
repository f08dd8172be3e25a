import { arithmeticIntensity, bytesMoved } from '../../engine/index.ts';
import type { SeparableCase } from './state.ts';

/** What one layer costs and moves in float32 for one sample. */
export interface TrafficRow {
  readonly layer: 'whole' | 'depthwise' | 'pointwise';
  readonly weights: number;
  readonly macs: number;
  readonly bytes: number;
  readonly flopsPerByte: number;
}

/** The dense layer and the two that stand in for it. */
export function trafficTable({ layer, input }: SeparableCase): readonly TrafficRow[] {
  const rows = layer.rows(input);
  return (['whole', 'depthwise', 'pointwise'] as const).map((name) => {
    const { readBytes, writtenBytes } = bytesMoved(rows[name], { dtype: 'float32' });
    return {
      layer: name,
      weights: rows[name].parameters,
      macs: rows[name].macs,
      bytes: readBytes + writtenBytes,
      flopsPerByte: arithmeticIntensity(rows[name], { dtype: 'float32' }),
    };
  });
}
