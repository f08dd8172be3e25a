import { bitsOf } from '../dtype.ts';
import type { Values } from './affine.ts';
import { rangeOf } from './affine.ts';
import type { FloatFormat } from './float-formats.ts';
import { limitsOf } from './float-formats.ts';
import { exponentOf } from './float-grid.ts';
import { clamp, roundSaturating } from './number-formats.ts';

/** Values that share a scale in every MX format. */
export const mxBlockElements = 32;

/** Bits of the shared scale, E8M0: an exponent of two from −127 to 127, and NaN. */
export const mxScaleBits = 8;
const largestScaleExponent = 2 ** (mxScaleBits - 1) - 1;

/** Element formats of the MX formats; MXINT8 holds whole multiples of 2^−6. */
export const mxElements = {
  mxfp8_e5m2: 'float8_e5m2',
  mxfp8_e4m3: 'float8_e4m3fn',
  mxfp6_e3m2: 'float6_e3m2',
  mxfp6_e2m3: 'float6_e2m3',
  mxfp4: 'float4_e2m1',
  mxint8: 'int8',
} as const satisfies Record<string, FloatFormat | 'int8'>;

export type MxFormat = keyof typeof mxElements;

/** Values in an MX format. */
export interface MxQuantization {
  /** The shared exponent of each block; its scale is two to that power. */
  readonly scaleExponents: readonly number[];
  readonly restored: Float32Array;
}

/**
 * Bits that one value takes with its share of the block's scale.
 * @example mxBitsPerWeight('mxfp4') // 4.25
 */
export function mxBitsPerWeight(format: MxFormat): number {
  return bitsOf(mxElements[format]) + mxScaleBits / mxBlockElements;
}

/**
 * Quantizes values in blocks of 32 to an MX format; a last block may be shorter.
 *
 * The block's scale is 2^(⌊log₂ max|v|⌋ − the element format's largest exponent), so the largest value lands in the
 * topmost binade; what is beyond the largest element there clamps (448 of a possible 512 for E4M3, 6 of 8 for E2M1).
 * MXINT8 leaves its lowest code unused, as the specification allows. A block of zeros takes the smallest scale.
 *
 * Source: OCP Microscaling Formats (MX) v1.0, §5 and §6.3; microsoft/microxcaling, `_quantize_mx`.
 * @throws RangeError when there are no values or one is not finite.
 * @example microscale([1, 0.3, -7], 'mxfp4').restored // [1, 0.5, -6]
 */
export function microscale(values: Values, format: MxFormat): MxQuantization {
  rangeOf(values);
  const restored = new Float32Array(values.length);
  const scaleExponents: number[] = [];
  for (let begin = 0; begin < values.length; begin += mxBlockElements) {
    const block = scaleBlock(values.slice(begin, begin + mxBlockElements), format);
    scaleExponents.push(block.exponent);
    restored.set(block.restored, begin);
  }
  return { scaleExponents, restored };
}

function scaleBlock(block: Values, format: MxFormat): { exponent: number; restored: readonly number[] } {
  const { least, greatest } = rangeOf(block);
  const largest = Math.max(-least, greatest);
  const exponent = clamp(
    largest === 0 ? -Infinity : exponentOf(largest) - largestExponentOf(format),
    -largestScaleExponent,
    largestScaleExponent,
  );
  const scale = 2 ** exponent;
  const restored: number[] = [];
  for (const value of block) restored.push(roundElement(format, Math.fround(value) / scale) * scale);
  return { exponent, restored };
}

/** Steps of MXINT8 in one unit of the scale. */
const int8StepsPerUnit = 2 ** 6;

function largestExponentOf(format: MxFormat): number {
  const element = mxElements[format];
  return element === 'int8' ? 0 : limitsOf(element).largestExponent;
}

function roundElement(format: MxFormat, value: number): number {
  const element = mxElements[format];
  if (element !== 'int8') return roundSaturating(element, value);
  return Math.max(roundSaturating(element, value * int8StepsPerUnit), -127) / int8StepsPerUnit;
}
