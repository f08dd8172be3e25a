/** A bar of a histogram, from `begin` up to `end`. */
export interface Bin {
  readonly begin: number;
  readonly end: number;
  readonly count: number;
}

/**
 * Counts of `values` in `bins` equal parts of the interval from `least` to `greatest`; what lies outside is counted at
 * its end. An interval of no width is one bar.
 * @example histogram([0, 1, 1, 4], 0, 4, 2).map((bin) => bin.count) // [3, 1]
 */
export function histogram(values: Iterable<number>, least: number, greatest: number, bins: number): Bin[] {
  if (!(greatest > least)) return [{ begin: least, end: least, count: [...values].length }];
  const width = (greatest - least) / bins;
  const counts = Array<number>(bins).fill(0);
  for (const value of values) {
    const index = Math.min(Math.max(Math.floor((value - least) / width), 0), bins - 1);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts.map((count, index) => ({
    begin: least + index * width,
    end: least + (index + 1) * width,
    count,
  }));
}
