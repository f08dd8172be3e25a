import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { separateKernel } from '../../../src/engine/index.ts';

const closeTo = (expected: readonly number[], actual: readonly number[]): void => {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, index) => {
    expect(actual[index]).toBeCloseTo(value, 12);
  });
};

describe('separateKernel', () => {
  it('takes the Sobel kernel apart into 1, 2, 1 and 1, 0, −1', () => {
    const { rank, column, row, relativeError, singularValues } = separateKernel([
      [1, 0, -1],
      [2, 0, -2],
      [1, 0, -1],
    ]);
    closeTo([1, 2, 1], column);
    closeTo([1, 0, -1], row);
    closeTo([Math.sqrt(12), 0, 0], singularValues);
    expect([rank, relativeError]).toEqual([1, 0]);
  });

  it('finds rank 2 in the Laplacian, whose singular values are √6 ± 2', () => {
    const { rank, relativeError, singularValues } = separateKernel([
      [0, 1, 0],
      [1, -4, 1],
      [0, 1, 0],
    ]);
    expect(rank).toBe(2);
    closeTo([Math.sqrt(6) + 2, Math.sqrt(6) - 2, 0], singularValues);
    expect(relativeError).toBeCloseTo((Math.sqrt(6) - 2) / Math.sqrt(20), 12);
  });

  it('misses all but one diagonal entry of the identity', () => {
    const identity = [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ];
    expect(separateKernel(identity)).toMatchObject({ rank: 3, singularValues: [1, 1, 1] });
    expect(separateKernel(identity).relativeError).toBeCloseTo(Math.sqrt(2 / 3), 14);
  });

  it('gives back column and row of any product, whatever their scale', () => {
    const entries = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 2, maxLength: 7 });
    const scale = fc.constantFrom(1e-150, 1, 1e150);
    fc.assert(
      fc.property(entries, entries, scale, (column, row, size) => {
        fc.pre(column.some(Boolean) && row.some(Boolean));
        const kernel = column.map((left) => row.map((right) => left * right * size));
        const own = separateKernel(kernel);
        expect(own.rank).toBe(1);
        kernel.flat().forEach((entry, index) => {
          const [i, j] = [Math.floor(index / row.length), index % row.length];
          expect(((own.column[i] ?? NaN) * (own.row[j] ?? NaN)) / size).toBeCloseTo(entry / size, 10);
        });
      }),
    );
  });

  it('leaves a rest as large as the other singular values together, as Eckart and Young found', () => {
    const kernels = fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 5, maxLength: 5 }), {
      minLength: 3,
      maxLength: 6,
    });
    fc.assert(
      fc.property(kernels, (kernel) => {
        fc.pre(kernel.flat().some(Boolean));
        const { rest, singularValues, relativeError } = separateKernel(kernel);
        const missed = Math.hypot(...rest.flat());
        expect(missed).toBeCloseTo(Math.hypot(...singularValues.slice(1)), 9);
        expect(missed / Math.hypot(...kernel.flat())).toBeCloseTo(relativeError, 10);
      }),
    );
  });

  it.each([
    ['all zeros', [[0, 0]], /must not be all zeros/],
    ['an entry that is no number', [[1, NaN]], /kernel\[0\]\[1\] must be finite, not NaN/],
    ['rows of two lengths', [[1, 2], [3]], /kernel\[1\] must have 2 entries, not 1/],
    ['no row', [], /kernel row 0/],
  ])('refuses %s', (_, kernel, message) => {
    expect(() => separateKernel(kernel)).toThrow(message);
  });
});
