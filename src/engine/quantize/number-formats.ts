import { at } from '../checks.ts';
import { bitsOf } from '../dtype.ts';
import { roundHalfEven } from '../rounding.ts';
import type { FloatFormat } from './float-formats.ts';
import { floatLayouts, limitsOf } from './float-formats.ts';
import { roundToGrid } from './float-grid.ts';

/** Whole numbers in two's complement. */
export type IntegerFormat = 'int8' | 'int4';

/** Every format `roundTo` knows: floating point, integers, and NF4's table. */
export type NumberFormat = FloatFormat | IntegerFormat | 'nf4';

/**
 * The 16 values of NF4: quantiles of a standard normal distribution scaled to [−1, 1], 8 from −1 to 0 and 9 from 0 to
 * 1 with the zero shared, so that normally distributed weights use all codes about equally often.
 * Source: Dettmers et al. 2023 (arXiv 2305.14314), appendix E.
 */
export const nf4Values = [
  -1, -0.6961928009986877, -0.5250730514526367, -0.39491748809814453, -0.28444138169288635,
  -0.18477343022823334, -0.09105003625154495, 0, 0.07958029955625534, 0.16093020141124725,
  0.24611230194568634, 0.33791524171829224, 0.44070982933044434, 0.5626170039176941, 0.7229568362236023, 1,
] as const;

/**
 * `value` rounded to the nearest number of `format`, ties to even, as a cast in PyTorch rounds it.
 *
 * Beyond the largest number (once rounded, so float8_e4m3fn still takes 464 to 448): formats with infinities give
 * them, float8_e4m3fn gives NaN, and formats with neither (6- and 4-bit floats, integers, NF4) give the outermost
 * number, as quantizers clamp; PyTorch's own cast to an integer type would truncate and wrap around instead.
 * A tie between NF4 values goes to the lower one. The value is rounded once, from all of its digits; PyTorch rounds a
 * float64 to float32 first, which for a few values differs in the last place. NVIDIA's conversion to TF32 sends ties
 * away from zero (PTX `cvt.rna`).
 *
 * Source: torch/headeronly `Half`, `BFloat16`, `Float8_e4m3fn`, `Float8_e5m2` conversions; OCP Microscaling Formats v1.0.
 * @throws RangeError for NaN in a format that has none.
 * @example roundTo('float16', 0.1) // 0.0999755859375
 * @example roundTo('float8_e4m3fn', 480) // NaN
 * @example roundTo('float8_e5m2', 65_504) // Infinity
 */
export function roundTo(format: NumberFormat, value: number): number {
  if (!isFloatFormat(format)) return roundSaturating(format, value);
  const { largest, hasInfinity, hasNaN } = limitsOf(format);
  if (!hasNaN) return roundSaturating(format, value);
  const rounded = roundToGrid(format, value);
  if (Math.abs(rounded) <= largest) return rounded;
  return hasInfinity ? Math.sign(value) * Infinity : NaN;
}

/**
 * `roundTo` with everything beyond the outermost number, infinities included, clamped to it: what the MX formats and
 * quantizers do.
 * @throws RangeError for NaN.
 * @example roundSaturating('float8_e4m3fn', 1000) // 448
 */
export function roundSaturating(format: NumberFormat, value: number): number {
  if (Number.isNaN(value)) throw new RangeError(`value must be a number to be rounded to ${format}, not NaN`);
  if (format === 'nf4') return nearestNf4(value);
  if (isFloatFormat(format)) {
    const { largest } = limitsOf(format);
    return clamp(roundToGrid(format, value), -largest, largest);
  }
  const half = 2 ** (bitsOf(format) - 1);
  return roundHalfEven(clamp(value, -half, half - 1));
}

/** True for the formats with exponent and mantissa. */
export function isFloatFormat(format: NumberFormat): format is FloatFormat {
  return format in floatLayouts;
}

function nearestNf4(value: number): number {
  const upper = nf4Values.findIndex((level) => level >= value);
  if (upper < 0) return 1;
  const above = at(nf4Values, upper);
  const below = at(nf4Values, Math.max(upper - 1, 0));
  return value - below <= above - value ? below : above;
}

/** `value` moved to the nearer end when it lies outside of `[least, greatest]`. */
export function clamp(value: number, least: number, greatest: number): number {
  return Math.min(Math.max(value, least), greatest);
}
