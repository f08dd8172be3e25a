/** A shape without its batch: `[channels, ...spatial]` for images and video, `[tokens, features]` for sequences. */
export type Shape = readonly number[];

/**
 * Returns `value` when it is a whole number of at least `least` that a double holds exactly.
 *
 * Every size in the engine passes through here, so no NaN, fraction or negative number can leave it.
 * @throws RangeError naming `parameter` and the value.
 * @example wholeNumber('stride', 2, 1) // 2
 */
export function wholeNumber(parameter: string, value: number, least = 0): number {
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new RangeError(`${parameter} must be a whole number of at least ${least}, not ${String(value)}`);
}

/** `wholeNumber` for each entry of a per-axis list, named `parameter[axis]`. Throws as it does. */
export function wholeNumbers(parameter: string, values: readonly number[], least = 0): readonly number[] {
  // Every size of every network passes here: a name is put together only for a message.
  return values.map((value, axis) =>
    Number.isSafeInteger(value) && value >= least
      ? value
      : wholeNumber(`${parameter}[${axis}]`, value, least),
  );
}

/**
 * Returns `shape` when it has `rank` whole entries of at least 1.
 * @throws RangeError naming `parameter`, the rank wanted and the shape.
 */
export function shapeOfRank(parameter: string, shape: Shape, rank: number): Shape {
  if (shape.length !== rank) {
    throw new RangeError(`${parameter} must have ${rank} axes, not ${shape.length} ([${shape.join(', ')}])`);
  }
  return wholeNumbers(parameter, shape, 1);
}

/** The entry of `values` at `index`; RangeError when there is none, so that callers need no unchecked access. */
export function at<T>(values: readonly T[], index: number, what = 'index'): T {
  const value = values[index];
  if (value === undefined) throw new RangeError(`${what} ${index} is outside of 0..${values.length - 1}`);
  return value;
}

/**
 * Product of all values; 1 for none.
 * @throws RangeError when the product is not exact in a double: a count that has lost its last digits is wrong.
 */
export function product(values: readonly number[]): number {
  const result = values.reduce((left, right) => left * right, 1);
  if (!Number.isSafeInteger(result)) {
    throw new RangeError(`the product ${values.join(' × ')} is beyond 2^53 and cannot be counted exactly`);
  }
  return result;
}
