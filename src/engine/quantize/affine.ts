import { wholeNumber } from '../checks.ts';
import { roundHalfEven } from '../rounding.ts';
import { limitsOf } from './float-formats.ts';
import { clamp } from './number-formats.ts';

/** Numbers to be quantized; taken as float32, which is what frameworks quantize. */
export type Values = Float32Array | readonly number[];

/** The integers an affine quantizer may use and how it lays them over the values. */
export interface AffineRule {
  /** Bits of a code, 2 to 16. */
  readonly bits: number;
  /** Codes from −2^(bits−1) rather than from 0. */
  readonly signed: boolean;
  /** The code of zero in the middle of the codes, the scale from the largest magnitude. */
  readonly symmetric: boolean;
}

/** value ≈ scale · (code − zeroPoint), for codes of `bits` bits. */
export interface AffineMap {
  readonly scale: number;
  /** The code that stands for 0 exactly. */
  readonly zeroPoint: number;
  readonly bits: number;
  readonly signed: boolean;
}

/** The interval of values that codes are laid over. */
export interface ValueRange {
  readonly least: number;
  readonly greatest: number;
}

/**
 * Scale and zero point for `values` by their smallest and largest, as PyTorch's MinMaxObserver chooses them, in float32
 * arithmetic. See `scaleForRange`; `percentileRange` and `leastErrorRange` choose narrower ranges.
 * @throws RangeError when there are no values or one is not finite, and as `scaleForRange` does.
 * @example
 * chooseScale([5.617364883422852, 1.5318979024887085, 4.299714088439941, 7.782871723175049], {
 *   bits: 8, signed: false, symmetric: false,
 * }) // scale 0.03052106499671936, zeroPoint 0
 */
export function chooseScale(values: Values, rule: AffineRule): AffineMap {
  return scaleForRange(rangeOf(values), rule);
}

/**
 * Scale and zero point that lay the codes over a range.
 *
 * The range is first widened to contain 0, so that padding and ReLU's zeros are exact. Asymmetric: scale = (greatest −
 * least)/(2^bits − 1), zero point = lowest code − round(least/scale), clamped. Symmetric: scale = max|·|/((2^bits −
 * 1)/2), so for signed codes the lowest one is in use (other runtimes leave it out and divide by 2^(bits−1) − 1), and the
 * zero point is 0, or 2^(bits−1) for unsigned codes (PyTorch's 128; given a range of other codes, it takes the code below
 * the middle). A scale is at least 2^−23, PyTorch's guard against a range of 0.
 *
 * Source: torch/ao/quantization/observer.py (2.6.0), `_calculate_qparams`; Jacob et al. 2018, equation 1.
 * @throws RangeError naming `bits`, or the range when it is reversed or its width not a finite float32.
 * @example scaleForRange({ least: -1, greatest: 3 }, { bits: 4, signed: false, symmetric: false }).zeroPoint // 4
 */
export function scaleForRange(range: ValueRange, rule: AffineRule): AffineMap {
  const { bits, signed, symmetric } = rule;
  const { lowest, highest } = codesOf(rule);
  const least = Math.min(Math.fround(range.least), 0);
  const greatest = Math.max(Math.fround(range.greatest), 0);
  if (!(range.least <= range.greatest) || !Number.isFinite(Math.fround(greatest - least))) {
    throw new RangeError(`range must be finite and in order, not ${range.least} to ${range.greatest}`);
  }
  const steps = highest - lowest;
  const exact = symmetric ? Math.max(-least, greatest) / (steps / 2) : Math.fround(greatest - least) / steps;
  const scale = Math.max(Math.fround(exact), limitsOf('float32').epsilon);
  if (symmetric) return { scale, zeroPoint: signed ? 0 : 2 ** (bits - 1), bits, signed };
  const zeroPoint = clamp(lowest - roundHalfEven(Math.fround(least / scale)), lowest, highest);
  return { scale, zeroPoint, bits, signed };
}

/**
 * Codes of `values`: round(value · (1/scale)) + zeroPoint, ties to even, clamped to the codes there are.
 *
 * The product with the rounded reciprocal, in float32, is what `torch.quantize_per_tensor` computes on x86; a division
 * would send some values near ties to the other code.
 * @throws RangeError when the scale is not positive or a value not a number.
 * @example quantize([0.5, -0.3], { scale: 0.25, zeroPoint: 128, bits: 8, signed: false }) // [130, 127]
 */
export function quantize(values: Values, map: AffineMap): Int32Array {
  const encode = encoderOf(map);
  const codes = new Int32Array(values.length);
  // By index, here and below: before it is compiled, an iterator makes an object of every value.
  for (let index = 0; index < codes.length; index++) codes[index] = encode(values[index] ?? NaN);
  return codes;
}

/**
 * `quantize` for one value at a time, so that a search over ranges need not store the codes.
 * @throws RangeError as `quantize` does.
 */
export function encoderOf(map: AffineMap): (value: number) => number {
  const { lowest, highest } = codesOf(map);
  const inverse = Math.fround(1 / checkedScale(map));
  return (value) => {
    if (Number.isNaN(value)) throw new RangeError('values must be numbers to be quantized, not NaN');
    const position = Math.fround(Math.fround(value) * inverse);
    return clamp(roundHalfEven(position) + map.zeroPoint, lowest, highest);
  };
}

/**
 * The float32 values that codes stand for: scale · (code − zeroPoint).
 * @throws RangeError when the scale is not positive.
 * @example dequantize(Int32Array.of(130, 127), { scale: 0.25, zeroPoint: 128, bits: 8, signed: false }) // [0.5, -0.25]
 */
export function dequantize(codes: Int32Array, map: AffineMap): Float32Array {
  const scale = checkedScale(map);
  const { zeroPoint } = map;
  const values = new Float32Array(codes.length);
  for (let index = 0; index < values.length; index++) {
    values[index] = ((codes[index] ?? zeroPoint) - zeroPoint) * scale;
  }
  return values;
}

/** The smallest and the largest of `values` as float32; RangeError when there are none or one is not finite. */
export function rangeOf(values: Values): ValueRange {
  if (values.length === 0) throw new RangeError('values must not be empty to have a range');
  let [least, greatest] = [Infinity, -Infinity];
  for (const value of values) {
    const rounded = Math.fround(value);
    if (!Number.isFinite(rounded)) throw new RangeError(`values must be finite float32, not ${value}`);
    if (rounded < least) least = rounded;
    if (rounded > greatest) greatest = rounded;
  }
  return { least, greatest };
}

/** The lowest and the highest code of `bits` bits. */
export function codesOf({ bits, signed }: Pick<AffineRule, 'bits' | 'signed'>): {
  lowest: number;
  highest: number;
} {
  wholeNumber('bits', bits, 2);
  if (bits > 16) throw new RangeError(`bits must be at most 16, not ${bits}`);
  const lowest = signed ? -(2 ** (bits - 1)) : 0;
  return { lowest, highest: lowest + 2 ** bits - 1 };
}

function checkedScale({ scale }: AffineMap): number {
  if (scale > 0 && Number.isFinite(scale)) return Math.fround(scale);
  throw new RangeError(`scale must be positive and finite, not ${scale}`);
}
