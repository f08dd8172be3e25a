import type { SymbolName } from '../../engine/index.ts';
import type { FieldName } from './state.ts';

/** The symbols in the formula that each field sets. */
export const placesOf: Readonly<Record<FieldName, readonly SymbolName[]>> = {
  network: [],
  side: [],
  tokens: [],
  batch: [],
  device: ['F_peak', 'B_peak'],
  peak: ['F_peak'],
  bandwidth: ['B_peak'],
  precision: ['F_peak'],
  elementwise: [],
};
