import type { PartwiseQuantization } from '../../engine/index.ts';
import { quantizeParts } from '../../engine/index.ts';
import { rangeFor } from './ranges.ts';
import type { LabCase } from './state.ts';

/** The lab's weights under the chosen scheme. */
export function quantizedLab({ tensor, rule, granularity, range }: LabCase): PartwiseQuantization {
  return quantizeParts(tensor.values, tensor.shape, granularity, rule, rangeFor(range, rule));
}
