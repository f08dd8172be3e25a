/** A count as a source prints it. */
export interface PrintedCount {
  /** The digits, zeros at the end included: `4.09`. */
  readonly digits: string;
  /** What they are multiplied by: 10⁹ for G, 1 for a number printed whole. */
  readonly scale: number;
  /**
   * Count the last digit stands for, where the digits do not say it: 10⁶ for a column of three decimals that prints
   * 0.04, 10⁸ for "approximately 3500 million".
   */
  readonly lastPlace?: number;
}

/** How an exact count became the printed digits. */
export type Rounding = 'rounded' | 'cutOff';

/**
 * The count the digits state.
 * @throws RangeError when they are no number, or state no whole count that a double holds.
 * @example printedCount({ digits: '4.09', scale: 1e9 }) // 4_090_000_000
 */
export function printedCount({ digits, scale }: PrintedCount): number {
  const [, whole, fraction = ''] = /^(\d+)(?:\.(\d+))?$/.exec(digits) ?? [];
  const count = (Number(`${whole ?? NaN}${fraction}`) * scale) / 10 ** fraction.length;
  if (!Number.isSafeInteger(count)) throw new RangeError(`digits must state a whole count, not ${digits}`);
  return count;
}

/**
 * The count that one unit of the last printed digit stands for.
 * @example lastPlaceOf({ digits: '4.09', scale: 1e9 }) // 10_000_000
 */
export function lastPlaceOf({ digits, scale, lastPlace }: PrintedCount): number {
  return lastPlace ?? scale / 10 ** (digits.split('.')[1]?.length ?? 0);
}

/**
 * How `exact` becomes the printed digits: to the nearest, ties either way, or cut off; undefined when it does not.
 * @example roundingOf({ digits: '3.8', scale: 1e9 }, 3_857_973_248) // 'cutOff'
 */
export function roundingOf(printed: PrintedCount, exact: number): Rounding | undefined {
  const excess = exact - printedCount(printed);
  const place = lastPlaceOf(printed);
  if (2 * Math.abs(excess) <= place) return 'rounded';
  return excess > 0 && excess < place ? 'cutOff' : undefined;
}
