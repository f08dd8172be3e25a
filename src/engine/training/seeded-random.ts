import { wholeNumber } from '../checks.ts';

/**
 * A source of numbers in [0, 1) that gives the same ones for the same seed on every machine: a Weyl sequence of 32 bits
 * whose steps are mixed by multiplications and shifts. Not for secrets.
 * @throws RangeError when the seed is not whole.
 */
export function seededRandom(seed: number): () => number {
  let state = wholeNumber('seed', seed) >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** The numbers 0 … `count` − 1 in an order drawn from `random`, every order equally likely (Fisher and Yates). */
export function shuffledIndices(count: number, random: () => number): Uint32Array {
  const indices = Uint32Array.from({ length: wholeNumber('count', count) }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const kept = indices[last] ?? 0;
    indices[last] = indices[other] ?? 0;
    indices[other] = kept;
  }
  return indices;
}
