import type { Formula } from '../formula/index.ts';
import { times } from '../formula/index.ts';

/**
 * F = 2M: floating-point operations of M multiply-adds when the multiplication and the addition count as one each, the
 * convention of `flopsAtTwoPerMac`. A sum of n products needs one addition less unless it starts from a value (a bias, an
 * accumulator at zero), which hardware does; no tool subtracts it.
 * Source: torch/utils/flop_counter.py, mm_flop ("Should be 2 * k - 1 technically").
 * @example evaluate(flopsFormula.expression, { M: 12 }) // 24
 */
export const flopsFormula = { result: 'F', expression: times(2, 'M') } as const satisfies Formula;
