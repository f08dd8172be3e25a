import type { Formula } from '../formula/index.ts';
import { axisSymbols, quotient, sum, times } from '../formula/index.ts';
import { bitsPerByte } from '../units.ts';

/**
 * B = (N·(C_in·∏in + C_out·∏out) + P)·b/8: what `bytesMoved` counts for a convolution run by itself on `N` samples, input
 * and output once for each sample, weights once for the batch.
 * @throws RangeError when `axes` is not 1, 2 or 3.
 * @example evaluate(trafficFormula(1).expression, { N: 2, C_in: 1, W_in: 8, C_out: 1, W_out: 6, P: 3, b: 32 }) // 124
 */
export function trafficFormula(axes: number): Formula {
  const { input, output } = axisSymbols(axes);
  const values = sum(times('N', sum(times('C_in', ...input), times('C_out', ...output))), 'P');
  return { result: 'B', expression: quotient(times(values, 'b'), bitsPerByte) };
}

/**
 * I = 2NM / B: floating-point operations for each byte moved, one multiply-add being two, as `arithmeticIntensity` gives.
 * Source: Williams et al. 2009, "Roofline".
 * @example evaluate(intensityFormula.expression, { N: 1, M: 115_605_504, B: 1_753_088 }) // 131.9
 */
export const intensityFormula = {
  result: 'I',
  expression: quotient(times(2, 'N', 'M'), 'B'),
} as const satisfies Formula;
