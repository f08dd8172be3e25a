import type { Shape } from '../checks.ts';
import { product } from '../checks.ts';

/** An array with its values, the last axis running fastest; a scalar has no axes. */
export interface NumberArray {
  readonly shape: Shape;
  readonly values: readonly number[];
}

/**
 * An array from its values in order.
 * @throws RangeError when there are more or fewer than the shape holds.
 * @example numberArray([2, 2], [1, 2, 3, 4]).shape // [2, 2]
 */
export function numberArray(shape: Shape, values: readonly number[]): NumberArray {
  if (values.length !== product(shape)) {
    throw new RangeError(`shape [${shape.join(', ')}] does not hold ${values.length} values`);
  }
  return { shape, values };
}

/**
 * An array of one value throughout.
 * @example filledArray([2, 3], 1).values.length // 6
 */
export function filledArray(shape: Shape, value: number): NumberArray {
  return { shape, values: Array.from({ length: product(shape) }, () => value) };
}

/**
 * The largest difference between two arrays, value by value; undefined when their shapes differ.
 * @example largestDifference(filledArray([2], 1), filledArray([2], 3)) // 2
 */
export function largestDifference(left: NumberArray, right: NumberArray): number | undefined {
  if (left.shape.join() !== right.shape.join()) return undefined;
  return Math.max(0, ...left.values.map((value, index) => Math.abs(value - (right.values[index] ?? NaN))));
}
