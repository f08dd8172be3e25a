import type { AffineMap, AffineRule, ValueRange, Values } from './affine.ts';
import { encoderOf, rangeOf, scaleForRange } from './affine.ts';

/**
 * The range that holds the middle `percent` of the values, the rest cut off half at each end; positions between two
 * values are interpolated. Outliers then clip instead of stretching every step.
 * @throws RangeError when `percent` is not above 0 and at most 100, and as `rangeOf` does.
 * @example percentileRange([0, 1, 2, 3, 100], 50) // { least: 1, greatest: 3 }
 */
export function percentileRange(values: Values, percent: number): ValueRange {
  if (!(percent > 0 && percent <= 100)) {
    throw new RangeError(`percent must be above 0 and at most 100, not ${percent}`);
  }
  rangeOf(values);
  const sorted = Float32Array.from(values).sort();
  const cut = (1 - percent / 100) / 2;
  return { least: quantileOf(sorted, cut), greatest: quantileOf(sorted, 1 - cut) };
}

function quantileOf(sorted: Float32Array, fraction: number): number {
  const position = fraction * (sorted.length - 1);
  const below = Math.floor(position);
  const lower = sorted[below] ?? NaN;
  const upper = sorted[below + 1] ?? lower;
  return lower + (position - below) * (upper - lower);
}

/** Fractions of the full range that `leastErrorRange` tries, in hundredths. */
const triedHundredths = Array.from({ length: 100 }, (_, index) => 100 - index);

/**
 * Of the full range and its hundredths, the one with the smallest mean squared error after quantization: where the
 * clipping of few values costs as much as the finer steps of all others gain.
 * @throws RangeError as `chooseScale` does.
 * @example leastErrorRange([-8, -7, 0, 7], { bits: 4, signed: true, symmetric: false }) // { least: -8, greatest: 7 }
 */
export function leastErrorRange(values: Values, rule: AffineRule): ValueRange {
  const full = rangeOf(values);
  let best = { range: full, error: Infinity };
  for (const hundredths of triedHundredths) {
    const range = { least: (full.least * hundredths) / 100, greatest: (full.greatest * hundredths) / 100 };
    const error = squaredErrorUpTo(best.error, values, scaleForRange(range, rule));
    if (error < best.error) best = { range, error };
  }
  return best.range;
}

/** Sum of the squared errors of quantizing `values`, given up once it has reached `limit`. */
function squaredErrorUpTo(limit: number, values: Values, map: AffineMap): number {
  const encode = encoderOf(map);
  let squaredError = 0;
  for (const value of values) {
    const error = value - Math.fround((encode(value) - map.zeroPoint) * map.scale);
    squaredError += error * error;
    if (squaredError >= limit) break;
  }
  return squaredError;
}
