import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  overlapPattern,
  scatterOverlap,
  sizesMappedTo,
  slidingPositions,
  transposedOutputSize,
} from '../../../src/engine/index.ts';

const small = (least: number, most: number): fc.Arbitrary<number> => fc.integer({ min: least, max: most });
const windows = fc.record({ kernel: small(1, 7), stride: small(1, 5), dilation: small(1, 4) });

describe('scatterOverlap', () => {
  it.each([
    // Each input value written out under the output it is spread over, and the columns counted.
    [3, { kernel: 3, stride: 2, dilation: 1 }, [0], 0, [1, 1, 2, 1, 2, 1, 1]],
    [3, { kernel: 4, stride: 2, dilation: 1 }, [0], 0, [1, 1, 2, 2, 2, 2, 1, 1]],
    [2, { kernel: 2, stride: 2, dilation: 1 }, [0], 0, [1, 1, 1, 1]],
    [2, { kernel: 2, stride: 3, dilation: 1 }, [0], 0, [1, 1, 0, 1, 1]],
    [4, { kernel: 3, stride: 2, dilation: 1 }, [1], 0, [1, 2, 1, 2, 1, 2, 1]],
    [4, { kernel: 3, stride: 2, dilation: 1 }, [1], 1, [1, 2, 1, 2, 1, 2, 1, 1]],
    // The position that output padding adds past the last kernel gets nothing.
    [2, { kernel: 2, stride: 2, dilation: 1 }, [0], 1, [1, 1, 1, 1, 0]],
  ])('counts %i inputs, %j, padding %j, output padding %i as %j', (size, window, padding, extra, counts) => {
    expect(scatterOverlap(size, window, padding, extra)).toEqual(counts);
  });

  it('scatters every product when nothing is cropped: inputs times kernel in all', () => {
    fc.assert(
      fc.property(small(1, 12), windows, (size, window) => {
        const counts = scatterOverlap(size, window, 'valid');
        expect(counts.reduce((total, count) => total + count, 0)).toBe(size * window.kernel);
        expect(counts).toHaveLength(transposedOutputSize(size, window, 'valid', 0, 0));
      }),
    );
  });

  it('refuses to crop everything', () => {
    expect(() => scatterOverlap(1, { kernel: 2, stride: 1, dilation: 1 }, [1])).toThrow('leaves none');
  });
});

describe('overlapPattern', () => {
  it('is what repeats away from the borders', () => {
    fc.assert(
      fc.property(windows, (window) => {
        const { kernel, stride, dilation } = window;
        const border = dilation * (kernel - 1);
        const counts = scatterOverlap(2 * border + 2, window, 'valid');
        const start = Math.ceil(border / stride) * stride;
        expect(counts.slice(start, start + stride)).toEqual(overlapPattern(window));
      }),
    );
  });

  it('is even where the stride divides the kernel and nowhere else, at dilation 1 (Odena et al. 2016)', () => {
    fc.assert(
      fc.property(small(1, 12), small(1, 6), (kernel, stride) => {
        const even = new Set(overlapPattern({ kernel, stride, dilation: 1 })).size === 1;
        expect(even).toBe(kernel % stride === 0);
      }),
    );
  });

  it('has holes where the dilation shares a factor with the stride', () => {
    expect(overlapPattern({ kernel: 4, stride: 2, dilation: 2 })).toEqual([4, 0]);
  });

  it('refuses a stride below 1', () => {
    expect(() => overlapPattern({ kernel: 3, stride: 0, dilation: 1 })).toThrow(RangeError);
  });
});

describe('sizesMappedTo', () => {
  it('names 7 and 8 as what a 3, stride 2, padding 1 turns into 4', () => {
    expect(sizesMappedTo(4, { kernel: 3, stride: 2, dilation: 1 }, 1)).toEqual([7, 8]);
  });

  it('leaves out sizes below 1', () => {
    expect(sizesMappedTo(1, { kernel: 1, stride: 4, dilation: 1 }, 1)).toEqual([1, 2]);
  });

  it('gives the sizes that the forward convolution maps there, and all of them', () => {
    fc.assert(
      fc.property(small(1, 20), windows, small(0, 4), (outputSize, window, padding) => {
        const sizes = sizesMappedTo(outputSize, window, padding);
        const ends = { begin: padding, end: padding };
        for (const size of sizes) expect(slidingPositions(size, { ...window, ...ends })).toBe(outputSize);
        const last = sizes.at(-1);
        if (last === undefined) return;
        expect(slidingPositions(last + 1, { ...window, ...ends })).toBe(outputSize + 1);
      }),
    );
  });

  it('are what output padding 0 … stride − 1 restores', () => {
    fc.assert(
      fc.property(small(2, 20), windows, (inputSize, window) => {
        const restored = Array.from({ length: window.stride }, (_, extra) =>
          transposedOutputSize(inputSize, window, 'valid', extra, 0),
        );
        expect(sizesMappedTo(inputSize, window, 0)).toEqual(restored);
      }),
    );
  });

  it('refuses a size below 1', () => {
    expect(() => sizesMappedTo(0, { kernel: 3, stride: 2, dilation: 1 }, 0)).toThrow('outputSize');
  });
});
