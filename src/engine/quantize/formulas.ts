import type { Bindings, Formula } from '../formula/index.ts';
import { difference, power, quotient, round, sum, times } from '../formula/index.ts';
import type { AffineMap, AffineRule, ValueRange } from './affine.ts';
import { codesOf, scaleForRange } from './affine.ts';

/**
 * The affine quantizer as formulas, before codes are clamped and in real instead of float32 arithmetic.
 * `affineBindings` gives the values of their symbols; `groupBits` takes b, `b_scale`, `b_zero` and G.
 * Source: Jacob et al. 2018, equation 1.
 */
export const affineFormulas = {
  /** Δ = (x_max − x_min) / (2^b − 1), the range widened to contain 0. */
  scale: {
    result: 'Delta',
    expression: quotient(difference('x_max', 'x_min'), difference(power(2, 'b'), 1)),
  },
  /** Δ = 2|x|_max / (2^b − 1). */
  symmetricScale: {
    result: 'Delta',
    expression: quotient(times(2, 'x_abs'), difference(power(2, 'b'), 1)),
  },
  /** z = q_min − round(x_min / Δ). */
  zeroPoint: { result: 'z', expression: difference('q_min', round(quotient('x_min', 'Delta'))) },
  /** q = round(x / Δ) + z. */
  code: { result: 'q', expression: sum(round(quotient('x', 'Delta')), 'z') },
  /** x̂ = Δ(q − z). */
  restored: { result: 'x_hat', expression: times('Delta', difference('q', 'z')) },
  /** Bits per weight with its share of the group's scale and zero point: b + (b_Δ + b_z) / G. */
  groupBits: {
    result: 'b_weight',
    expression: sum('b', quotient(sum('b_scale', 'b_zero'), 'G')),
  },
} as const satisfies Record<string, Formula>;

/** Values of the symbols of `affineFormulas` that a range and a rule settle: all but x, q and those of a group. */
export function affineBindings(range: ValueRange, rule: AffineRule): Bindings {
  const { scale, zeroPoint }: AffineMap = scaleForRange(range, rule);
  const least = Math.min(range.least, 0);
  const greatest = Math.max(range.greatest, 0);
  return {
    b: rule.bits,
    x_min: least,
    x_max: greatest,
    x_abs: Math.max(-least, greatest),
    q_min: codesOf(rule).lowest,
    Delta: scale,
    z: zeroPoint,
  };
}
