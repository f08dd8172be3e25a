import { roundHalfEven } from '../rounding.ts';
import type { FloatFormat } from './float-formats.ts';
import { limitsOf } from './float-formats.ts';

/**
 * The nearest number of a floating-point format whose exponent were unbounded above, ties to the even mantissa. Below
 * the smallest normal number the steps stay those of the subnormal numbers.
 */
export function roundToGrid(format: FloatFormat, value: number): number {
  if (value === 0 || !Number.isFinite(value)) return value;
  const { mantissaBits, exponentBias } = limitsOf(format);
  const exponent = Math.max(exponentOf(value), 1 - exponentBias);
  const step = 2 ** (exponent - mantissaBits);
  const rounded = roundHalfEven(Math.abs(value) / step) * step;
  return value < 0 ? -rounded : rounded;
}

/** Written and read at once; a buffer for every value would cost more than the rest. */
const bits = new DataView(new ArrayBuffer(8));

/**
 * ⌊log₂|value|⌋ of a finite value other than 0, read from the bits because `Math.log2` is off just below powers of two.
 * @example exponentOf(0.75) // -1
 */
export function exponentOf(value: number): number {
  bits.setFloat64(0, value);
  const field = (bits.getUint16(0) >> 4) & 0x7ff;
  // A double's own subnormal numbers have no leading 1; scaled up by 2^64 they do.
  return field === 0 ? exponentOf(value * 2 ** 64) - 64 : field - 1023;
}
