import { wholeNumber } from '../checks.ts';
import type { FloatFormat } from './float-formats.ts';
import { limitsOf } from './float-formats.ts';
import { roundTo } from './number-formats.ts';
import { exponentOf } from './float-grid.ts';

/** What a code of a floating-point format stands for. */
export type FloatKind = 'zero' | 'subnormal' | 'normal' | 'infinity' | 'nan';

/** A number of a floating-point format taken apart. */
export interface FloatFields {
  readonly kind: FloatKind;
  /** The number itself, `value` rounded to the format. */
  readonly value: number;
  readonly sign: 0 | 1;
  /** The exponent field as stored, bias included. */
  readonly exponentField: number;
  /** The mantissa field as a whole number; the implied 1 is not in it. */
  readonly mantissaField: number;
  /** All fields as one whole number: sign, exponent, mantissa. */
  readonly code: number;
}

/**
 * The fields of the number of `format` nearest to `value`. A NaN is given the code with all but the sign bit set.
 * @throws RangeError for NaN in a format that has none.
 * @example fieldsOf('float16', 1) // kind 'normal', sign 0, exponentField 15, mantissaField 0, code 0x3c00
 */
export function fieldsOf(format: FloatFormat, value: number): FloatFields {
  const rounded = roundTo(format, value);
  const { exponentBits, mantissaBits, exponentBias, smallestNormal, smallestSubnormal } = limitsOf(format);
  const highestField = 2 ** exponentBits - 1;
  const join = (kind: FloatKind, exponentField: number, mantissaField: number): FloatFields => {
    const sign = rounded < 0 || Object.is(rounded, -0) ? 1 : 0;
    const code = ((sign << exponentBits) | exponentField) * 2 ** mantissaBits + mantissaField;
    return { kind, value: rounded, sign, exponentField, mantissaField, code };
  };
  const magnitude = Math.abs(rounded);
  if (Number.isNaN(rounded)) return join('nan', highestField, 2 ** mantissaBits - 1);
  if (magnitude === Infinity) return join('infinity', highestField, 0);
  if (magnitude === 0) return join('zero', 0, 0);
  if (magnitude < smallestNormal) return join('subnormal', 0, magnitude / smallestSubnormal);
  const exponent = exponentOf(magnitude);
  const mantissaField = (magnitude / 2 ** exponent - 1) * 2 ** mantissaBits;
  return join('normal', exponent + exponentBias, mantissaField);
}

/**
 * The number a code of `format` stands for; NaN and infinities where the code is one.
 * @throws RangeError when the code has more bits than the format.
 * @example fromBits('float8_e4m3fn', 0b0_1111_110) // 448
 */
export function fromBits(format: FloatFormat, code: number): number {
  const limits = limitsOf(format);
  const { exponentBits, mantissaBits, exponentBias, valueBits } = limits;
  wholeNumber('code', code);
  if (code >= 2 ** valueBits) {
    throw new RangeError(`code must be below 2^${valueBits} for ${format}, not ${code}`);
  }
  const mantissaField = code % 2 ** mantissaBits;
  const exponentField = Math.floor(code / 2 ** mantissaBits) % 2 ** exponentBits;
  const sign = code >= 2 ** (valueBits - 1) ? -1 : 1;
  if (exponentField === 0) return sign * mantissaField * limits.smallestSubnormal;
  const magnitude = (1 + mantissaField * limits.epsilon) * 2 ** (exponentField - exponentBias);
  if (magnitude <= limits.largest) return sign * magnitude;
  return limits.hasInfinity && mantissaField === 0 ? sign * Infinity : NaN;
}

/**
 * The finite numbers of `format` next below and next above the one nearest to `value`; undefined beyond the largest.
 * @throws RangeError when `value` is not finite in the format.
 * @example neighboursOf('float8_e4m3fn', 448) // { below: 416, above: undefined }
 */
export function neighboursOf(
  format: FloatFormat,
  value: number,
): { below: number | undefined; above: number | undefined } {
  const rounded = roundTo(format, value);
  if (!Number.isFinite(rounded)) throw new RangeError(`value must be finite in ${format}, not ${value}`);
  const above = nextAbove(format, rounded);
  const below = nextAbove(format, -rounded);
  return { below: below === undefined ? undefined : 0 - below, above };
}

/** Codes of one sign are in the order of their magnitudes, so the next number is the next code. */
function nextAbove(format: FloatFormat, value: number): number | undefined {
  const { smallestSubnormal, largest } = limitsOf(format);
  if (value === largest) return undefined;
  if (value === 0) return smallestSubnormal;
  const { code } = fieldsOf(format, Math.abs(value));
  return value > 0 ? fromBits(format, code + 1) : 0 - fromBits(format, code - 1);
}
