/**
 * How many of `values` lie in each of `bins` equal parts of the interval from `least` to `greatest`; what lies outside is
 * counted at its end. An interval of no width is one part.
 * @example histogram([0, 1, 1, 4], 0, 4, 2) // [3, 1]
 */
export function histogram(values: Iterable<number>, least: number, greatest: number, bins: number): number[] {
  const parts = greatest > least ? bins : 1;
  const width = (greatest - least) / parts;
  const counts = Array<number>(parts).fill(0);
  for (const value of values) {
    const index = width > 0 ? Math.min(Math.max(Math.floor((value - least) / width), 0), parts - 1) : 0;
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}
