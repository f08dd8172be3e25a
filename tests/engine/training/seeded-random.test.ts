import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom, shuffledIndices } from '../../../src/engine/index.ts';

describe('seededRandom', () => {
  it('gives the same numbers for the same seed and others for another', () => {
    const first = seededRandom(1);
    const again = seededRandom(1);
    const other = seededRandom(2);
    const numbers = Array.from({ length: 5 }, first);
    expect(Array.from({ length: 5 }, again)).toEqual(numbers);
    expect(Array.from({ length: 5 }, other)).not.toEqual(numbers);
  });

  it('is uniform: mean, variance and tenths of 100,000 numbers', () => {
    const random = seededRandom(7);
    const numbers = Array.from({ length: 100_000 }, random);
    const mean = numbers.reduce((total, value) => total + value, 0) / numbers.length;
    const variance = numbers.reduce((total, value) => total + (value - mean) ** 2, 0) / numbers.length;
    expect(mean).toBeCloseTo(1 / 2, 2);
    expect(variance).toBeCloseTo(1 / 12, 2);
    for (let tenth = 0; tenth < 10; tenth++) {
      const count = numbers.filter((value) => Math.floor(10 * value) === tenth).length;
      // Five standard deviations of a binomial, √(100,000 · 0.1 · 0.9) = 95.
      expect(Math.abs(count - 10_000)).toBeLessThan(475);
    }
  });

  it('refuses a seed that is not whole', () => {
    expect(() => seededRandom(0.5)).toThrow('seed must be a whole number');
  });
});

describe('shuffledIndices', () => {
  it('holds every number once, whatever the seed', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(), (count, seed) => {
        const indices = [...shuffledIndices(count, seededRandom(seed))].sort((left, right) => left - right);
        expect(indices).toEqual(Array.from({ length: count }, (_, index) => index));
      }),
    );
  });

  it('gives each of the six orders of three about as often', () => {
    const random = seededRandom(3);
    const counts = new Map<string, number>();
    for (let draw = 0; draw < 6000; draw++) {
      const order = shuffledIndices(3, random).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    // Five standard deviations: √(6000 · 1/6 · 5/6) = 28.9.
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(145);
  });
});
