import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementOffset, samplePositions } from '../../../src/engine/index.ts';

describe('samplePositions(inputSize, outputSize, rule)', () => {
  it('lays edges on edges with half_pixel', () => {
    expect(samplePositions(4, 8, 'half_pixel')).toEqual([-0.25, 0.25, 0.75, 1.25, 1.75, 2.25, 2.75, 3.25]);
  });

  it('lays first on first and last on last with align_corners', () => {
    const positions = samplePositions(4, 8, 'align_corners');
    expect([positions[0], positions[7]]).toEqual([0, 3]);
    expect(positions[1]).toBeCloseTo(3 / 7, 12);
  });

  it('lays beginnings on beginnings with asymmetric', () => {
    expect(samplePositions(4, 8, 'asymmetric')).toEqual([0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5]);
  });

  it('reads each input at its own place when the size stays, whatever the rule', () => {
    for (const rule of ['half_pixel', 'align_corners', 'asymmetric'] as const) {
      expect(samplePositions(5, 5, rule)).toEqual([0, 1, 2, 3, 4]);
    }
  });

  it('is symmetric about the middle with half_pixel and align_corners', () => {
    const size = fc.integer({ min: 2, max: 60 });
    fc.assert(
      fc.property(
        size,
        size,
        fc.constantFrom('half_pixel' as const, 'align_corners' as const),
        (from, to, rule) => {
          const positions = samplePositions(from, to, rule);
          positions.forEach((position, index) => {
            expect(position + (positions[to - 1 - index] ?? NaN)).toBeCloseTo(from - 1, 9);
          });
        },
      ),
    );
  });

  it('refuses sizes that are none', () => {
    expect(() => samplePositions(0, 4, 'half_pixel')).toThrow(/inputSize/);
    expect(() => samplePositions(4, 1, 'align_corners')).toThrow(/outputSize/);
  });
});

describe('elementOffset(shape, index, order)', () => {
  it('counts channels first and channels last', () => {
    expect(elementOffset([512, 7, 7], [1, 0, 0], [0, 1, 2])).toBe(49);
    expect(elementOffset([512, 7, 7], [1, 0, 0], [1, 2, 0])).toBe(1);
  });

  it('gives every element a place of its own, in any order of axes', () => {
    const order = fc.shuffledSubarray([0, 1, 2], { minLength: 3 });
    const size = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(fc.tuple(size, size, size), order, (shape, axes) => {
        const places = new Set<number>();
        for (let a = 0; a < shape[0]; a++)
          for (let b = 0; b < shape[1]; b++)
            for (let c = 0; c < shape[2]; c++) places.add(elementOffset(shape, [a, b, c], axes));
        const all = shape[0] * shape[1] * shape[2];
        expect([...places].sort((x, y) => x - y)).toEqual(Array.from({ length: all }, (_, place) => place));
      }),
    );
  });

  it('refuses an order that leaves an axis out', () => {
    expect(() => elementOffset([3, 4], [0, 0], [0])).toThrow(/order/);
  });
});
