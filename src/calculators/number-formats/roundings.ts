import type { NumberFormat } from '../../engine/index.ts';
import { bitsOf, fieldsOf, isFloatFormat, limitsOf, nf4Values, roundTo } from '../../engine/index.ts';
import { hexOf } from './read-number.ts';

/** The formats compared, widest first. */
export const comparedFormats = [
  'float32',
  'tfloat32',
  'float16',
  'bfloat16',
  'float8_e5m2',
  'float8_e4m3fn',
  'float6_e3m2',
  'float6_e2m3',
  'float4_e2m1',
  'int8',
  'int4',
  'nf4',
] as const satisfies readonly NumberFormat[];

/** What became of a number in a format. */
export type Outcome =
  'exact' | 'rounded' | 'subnormal' | 'underflow' | 'overflow' | 'saturated' | 'nan' | 'no code';

/** A number in one format. */
export interface Rounding {
  readonly format: (typeof comparedFormats)[number];
  readonly bits: number;
  readonly outcome: Outcome;
  /** The stored number; undefined where the format has no code for what was typed. */
  readonly stored: number | undefined;
  /** |stored − value| / |value|, where both are finite and the value is not 0. */
  readonly relativeError: number | undefined;
  /** The code in hexadecimal, for formats with exponent and mantissa. */
  readonly hex: string | undefined;
}

/**
 * What every compared format makes of a number, cast as it is, without a scale.
 * @example roundings(70_000).find((row) => row.format === 'float16')?.outcome // 'overflow'
 */
export function roundings(value: number): Rounding[] {
  return comparedFormats.map((format) => {
    const bits = isFloatFormat(format) ? limitsOf(format).valueBits : bitsOf(format);
    const hasCode = !Number.isNaN(value) || (isFloatFormat(format) && limitsOf(format).hasNaN);
    if (!hasCode) {
      return {
        format,
        bits,
        outcome: 'no code',
        stored: undefined,
        relativeError: undefined,
        hex: undefined,
      };
    }
    const stored = roundTo(format, value);
    const relativeError =
      Number.isFinite(stored) && Number.isFinite(value) && value !== 0
        ? Math.abs(stored - value) / Math.abs(value)
        : undefined;
    const hex = isFloatFormat(format) ? hexOf(format, fieldsOf(format, value).code) : undefined;
    return { format, bits, outcome: outcomeOf(format, value, stored), stored, relativeError, hex };
  });
}

function outcomeOf(format: NumberFormat, value: number, stored: number): Outcome {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(stored)) return Number.isFinite(value) || Number.isNaN(stored) ? 'overflow' : 'exact';
  if (Math.abs(value) > largestOf(format, value)) return 'saturated';
  if (stored === 0 && value !== 0) return 'underflow';
  if (stored === value && !isSubnormal(format, stored)) return 'exact';
  return isSubnormal(format, stored) ? 'subnormal' : 'rounded';
}

function isSubnormal(format: NumberFormat, stored: number): boolean {
  return isFloatFormat(format) && stored !== 0 && Math.abs(stored) < limitsOf(format).smallestNormal;
}

/** The outermost magnitude on the side of `value`: integers reach one further below 0. */
function largestOf(format: NumberFormat, value: number): number {
  if (format === 'nf4') return nf4Values[15];
  if (isFloatFormat(format)) return limitsOf(format).largest;
  const half = 2 ** (bitsOf(format) - 1);
  return value < 0 ? half : half - 1;
}
