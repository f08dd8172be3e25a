import { roundHalfEven } from '../rounding.ts';

/** Digits numpy prints of a count, `%.3e`. */
const printedDigits = 4;

/**
 * Multiply-accumulates of one einsum as the tools have them that read `np.einsum_path`'s text "Optimized FLOP count":
 * two operations each, rounded to 4 digits.
 *
 * Source: numpy/_core/einsumfunc.py, `einsum_path`; fvcore/nn/jit_handles.py, `einsum_flop_jit`; DeepSpeed's and
 * calflops' `_einsum_flops_compute`.
 * @example printedEinsumMacs(1_234_567) // 1_234_500, from 2.469e+06
 */
export function printedEinsumMacs(macs: number): number {
  const flops = 2 * macs;
  const unit = 10 ** Math.max(String(flops).length - printedDigits, 0);
  return (roundHalfEven(flops / unit) * unit) / 2;
}
