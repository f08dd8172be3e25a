import { describe, expect, it } from 'vitest';
import { likeness, slipsBetween } from '../../src/search/likeness.ts';

const finished = { unfinished: false, known: false };

describe('likeness', () => {
  it('is 1 for the same word', () => {
    expect(likeness('stride', 'stride', finished)).toBe(1);
  });

  it.each([
    ['asymetric', 'asymmetric'],
    ['bottelneck', 'bottleneck'],
    ['dialated', 'dilated'],
    ['paramter', 'parameter'],
    ['seperable', 'separable'],
    ['convtarnspose2d', 'convtranspose2d'],
  ])('takes %s for a misspelling of %s', (typed, name) => {
    expect(likeness(typed, name, finished)).toBeCloseTo(0.8);
  });

  it.each([
    ['quantized', 'quantization'],
    ['factorizing', 'factorization'],
    ['transposing', 'transposed'],
  ])('takes %s for another form of %s', (typed, name) => {
    expect(likeness(typed, name, finished)).toBeGreaterThan(0);
  });

  it.each([
    ['transformer', 'transposed'],
    ['fp16', 'bf16'],
    ['fp16', 'fp32'],
    ['conv2d', 'conv3d'],
    ['mac', 'map'],
    ['channel', 'changes'],
  ])('does not take %s for %s', (typed, name) => {
    expect(likeness(typed, name, finished)).toBe(0);
  });

  it('takes a beginning of four letters for the word, and a shorter one only while it is typed', () => {
    expect(likeness('conv', 'convolution', finished)).toBeCloseTo(0.9);
    expect(likeness('co', 'convolution', finished)).toBe(0);
    expect(likeness('co', 'convolution', { unfinished: true, known: false })).toBeCloseTo(0.9);
  });

  it('does not correct a word that some name has', () => {
    expect(likeness('slower', 'lower', { unfinished: false, known: true })).toBe(0);
    expect(likeness('stripe', 'stride', { unfinished: false, known: true })).toBe(0);
  });
});

describe('slipsBetween', () => {
  it.each([
    ['dilated', 'dilated', 0],
    ['dialted', 'dilated', 1],
    ['asymetric', 'asymmetric', 1],
    ['shuffel', 'shuffle', 1],
    ['', 'abc', 3],
    ['kernel', 'colonel', 4],
  ])('of %j and %j are %i', (left, right, slips) => {
    expect(slipsBetween(left, right)).toBe(slips);
    expect(slipsBetween(right, left)).toBe(slips);
  });
});
