import type { Values } from './affine.ts';

/** How far restored values are from the original ones. */
export interface QuantizationError {
  readonly meanSquaredError: number;
  readonly largestError: number;
  /** Signal-to-quantization-noise ratio in decibels; undefined when signal or noise is zero throughout. */
  readonly sqnrDecibels: number | undefined;
}

/**
 * Errors of `restored` against `values`: mean square, largest, and 10·log₁₀(Σx²/Σ(x − x̂)²). Each further bit of a
 * uniform quantizer adds 20·log₁₀2 ≈ 6.02 dB.
 * @throws RangeError when the lengths differ or are 0.
 * @example quantizationError([1, -1], [0.9, -1.1]).sqnrDecibels // 20
 */
export function quantizationError(values: Values, restored: Values): QuantizationError {
  if (values.length === 0 || values.length !== restored.length) {
    throw new RangeError(
      `restored must have as many values (${values.length}, not 0), not ${restored.length}`,
    );
  }
  let signal = 0;
  let noise = 0;
  let largestError = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? 0;
    const error = Math.abs(value - (restored[index] ?? 0));
    signal += value * value;
    noise += error * error;
    if (error > largestError) largestError = error;
  }
  return {
    meanSquaredError: noise / values.length,
    largestError,
    sqnrDecibels: signal > 0 && noise > 0 ? 10 * Math.log10(signal / noise) : undefined,
  };
}
