import type { Formula } from '../formula/index.ts';
import { axisSymbols, sum, times } from '../formula/index.ts';

/**
 * F = 2M: floating-point operations of M multiply-adds when the multiplication and the addition count as one each, the
 * convention of `flopsAtTwoPerMac`. A sum of n products needs one addition less unless it starts from a value (a bias, an
 * accumulator at zero), which hardware does; no tool subtracts it.
 * Source: torch/utils/flop_counter.py, mm_flop ("Should be 2 * k - 1 technically").
 * @example evaluate(flopsFormula.expression, { M: 12 }) // 24
 */
export const flopsFormula = { result: 'F', expression: times(2, 'M') } as const satisfies Formula;

/**
 * F = M: the convention of most papers and of fvcore and torchvision's tables, which call one multiply-add one FLOP.
 * Source: fvcore/nn/flop_count.py ("We count one fused multiply-add as one flop").
 * @example evaluate(flopsAtOnePerMacFormula.expression, { M: 12 }) // 12
 */
export const flopsAtOnePerMacFormula = { result: 'F', expression: times('M') } as const satisfies Formula;

/**
 * F = 2M + C_out · ∏out: as `flopsFormula`, and one addition more for the bias of every output value, as DeepSpeed's
 * profiler counts a convolution with bias.
 * Source: deepspeed/profiling/flops_profiler/profiler.py, _conv_flops_compute.
 * @throws RangeError when `axes` is not 1, 2 or 3.
 * @example evaluate(flopsWithBiasFormula(1).expression, { M: 12, C_out: 2, W_out: 3 }) // 30
 */
export function flopsWithBiasFormula(axes: number): Formula {
  return { result: 'F', expression: sum(times(2, 'M'), times('C_out', ...axisSymbols(axes).output)) };
}

/**
 * F_tool = c_M · M + F_extra: what a counting tool prints, from the multiply-adds it sees, each counted c_M times (1 or
 * 2), and from what it counts besides.
 * @example evaluate(toolCountFormula.expression, { c_M: 2, M: 12, F_extra: 3 }) // 27
 */
export const toolCountFormula = {
  result: 'F_tool',
  expression: sum(times('c_M', 'M'), 'F_extra'),
} as const satisfies Formula;
