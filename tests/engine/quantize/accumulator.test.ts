import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accumulatorBits, termsWithoutOverflow } from '../../../src/engine/index.ts';

const bytes = { activationBits: 8, weightBits: 8 };

describe('accumulatorBits', () => {
  it('is 16 for one product of bytes and 29 for a 3×3 over 512 channels', () => {
    // 255·128 = 32,640 < 2^15; 4,608 · 32,640 = 150,405,120 < 2^28.
    expect(accumulatorBits({ ...bytes, terms: 1 })).toBe(16);
    expect(accumulatorBits({ ...bytes, terms: 4608 })).toBe(29);
  });

  it('is 1 for a single product of bits, which is 0 or −1', () => {
    expect(accumulatorBits({ activationBits: 1, weightBits: 1, terms: 1 })).toBe(1);
    expect(accumulatorBits({ activationBits: 1, weightBits: 1, terms: 2 })).toBe(2);
    expect(accumulatorBits({ activationBits: 1, weightBits: 1, terms: 3 })).toBe(3);
  });

  it('refuses a fraction', () => {
    expect(() => accumulatorBits({ ...bytes, terms: 0 })).toThrow(
      'terms must be a whole number of at least 1',
    );
  });
});

describe('termsWithoutOverflow', () => {
  it('is 65,793 products of bytes in int32 and 1 in int16', () => {
    expect(termsWithoutOverflow({ ...bytes, bits: 32 })).toBe(65_793);
    expect(termsWithoutOverflow({ ...bytes, bits: 16 })).toBe(1);
  });

  it('is the last count that accumulatorBits fits into the accumulator', () => {
    const sizes = fc.record({
      activationBits: fc.integer({ min: 1, max: 8 }),
      weightBits: fc.integer({ min: 1, max: 8 }),
      bits: fc.integer({ min: 16, max: 32 }),
    });
    fc.assert(
      fc.property(sizes, ({ bits, ...products }) => {
        const terms = termsWithoutOverflow({ ...products, bits });
        expect(accumulatorBits({ ...products, terms })).toBeLessThanOrEqual(bits);
        expect(accumulatorBits({ ...products, terms: terms + 1 })).toBeGreaterThan(bits);
      }),
    );
  });
});
