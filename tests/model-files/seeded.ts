/** Whole numbers below a bound, the same for every run. Source: Marsaglia, "Xorshift RNGs", 2003, xorshift32. */
export function seededRandom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}
