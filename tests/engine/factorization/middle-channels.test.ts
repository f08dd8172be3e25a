import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Split } from '../../../src/engine/index.ts';
import { factorize, middleChannelsThreshold } from '../../../src/engine/index.ts';

/** A convolution of `channels` in and out that keeps the size. */
const square = (k: number, channels = 64): { inChannels: number; outChannels: number; kernel: number[] } => ({
  inChannels: channels,
  outChannels: channels,
  kernel: [k, k],
});

describe('middleChannelsThreshold', () => {
  it('is k/2 times the width for a k×k at equal channels', () => {
    expect(middleChannelsThreshold(square(3), 'asymmetric')).toBe(96);
    expect(middleChannelsThreshold(square(7), 'asymmetric')).toBe(224);
  });

  it('is 57 for a 3×3 at 64 channels as 3×3 into the middle and 1×1: 9·64·64/(9·64 + 64) is 57.6', () => {
    expect(middleChannelsThreshold(square(3), 'low-rank')).toBe(57);
  });

  it('solves a square with three parts: 3·9·m² + … ≤ 49·64² for a 7×7 as three 3×3', () => {
    // 9·(64m + m² + 64m) ≤ 49·64²: m = 98.5…
    expect(middleChannelsThreshold(square(7), 'stack-of-3')).toBe(98);
    expect(9 * (128 * 98 + 98 ** 2)).toBeLessThanOrEqual(49 * 64 ** 2);
    expect(9 * (128 * 99 + 99 ** 2)).toBeGreaterThan(49 * 64 ** 2);
  });

  it('is the last width that does not cost more, for every split with a middle', () => {
    const sizes = fc.record({
      split: fc.constantFrom<Split>('stack-of-3', 'stack-of-2', 'asymmetric', 'low-rank', 'p3d-a', '2plus1d'),
      half: fc.integer({ min: 2, max: 6 }),
      inChannels: fc.integer({ min: 1, max: 3000 }),
      outChannels: fc.integer({ min: 1, max: 3000 }),
    });
    fc.assert(
      fc.property(sizes, ({ split, half, inChannels, outChannels }) => {
        const spec = { inChannels, outChannels, kernel: [5, 5, 5].fill(2 * half + 1), bias: false };
        const threshold = middleChannelsThreshold(spec, split);
        const { whole, parameters } = factorize(spec, split, { middleChannels: threshold + 1 });
        expect(parameters).toBeGreaterThan(whole.parameters);
        fc.pre(threshold > 0);
        const widest = factorize(spec, split, { middleChannels: threshold });
        expect(widest.parameters).toBeLessThanOrEqual(whole.parameters);
      }),
    );
  });

  it('is the last width that does not cost more', () => {
    const spec = { inChannels: 48, outChannels: 100, kernel: [3, 5], bias: false };
    const threshold = middleChannelsThreshold(spec, 'asymmetric');
    const ratio = (middleChannels: number): number =>
      factorize(spec, 'asymmetric', { middleChannels }).weightRatio;
    expect(threshold).toBe(133);
    expect(ratio(133)).toBeLessThanOrEqual(1);
    expect(ratio(134)).toBeGreaterThan(1);
  });
});
