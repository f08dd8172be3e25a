import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KernelName, NumberArray } from '../../../src/engine/index.ts';
import { filledArray, kernelNamed, kernels, numberArray } from '../../../src/engine/index.ts';

const matrix = numberArray([2, 3], [1, 2, 3, 4, 5, 6]);
const row = numberArray([3], [10, 20, 30]);
const run = (name: KernelName, ...inputs: readonly NumberArray[]): NumberArray =>
  kernelNamed(name).run(...inputs);

describe('kernels', () => {
  it('give the shape that the engine’s operator says', () => {
    const unary = ['relu', 'tanh', 'sum', 'sumRows'];
    const names = Object.keys(kernels).filter((name): name is KernelName => name in kernels);
    for (const name of names) {
      const right = name === 'matmul' ? filledArray([3, 4], 1) : row;
      const inputs = unary.includes(name) ? [matrix] : [matrix, right];
      const shapes = inputs.map(({ shape }) => shape);
      expect(run(name, ...inputs).shape).toEqual(
        kernelNamed(name)
          .operatorFor(shapes)
          .outputShape(...shapes),
      );
    }
  });

  it('broadcast a row over the rows of a matrix, from either side', () => {
    expect(run('add', matrix, row).values).toEqual([11, 22, 33, 14, 25, 36]);
    expect(run('add', row, matrix).values).toEqual([11, 22, 33, 14, 25, 36]);
    expect(run('multiply', matrix, numberArray([2, 1], [1, -1])).values).toEqual([1, 2, 3, -4, -5, -6]);
    expect(run('greater', matrix, numberArray([], [3])).values).toEqual([0, 0, 0, 1, 1, 1]);
  });

  it('multiply matrices and add rows', () => {
    expect(run('matmul', matrix, numberArray([3, 2], [1, 0, 0, 1, 1, 1])).values).toEqual([4, 5, 10, 11]);
    expect(run('sumRows', matrix).values).toEqual([5, 7, 9]);
    expect(run('sum', matrix)).toEqual(numberArray([], [21]));
  });

  it('round every result to float32', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e3, max: 1e3 }), fc.double({ min: 1e-3, max: 1e3 }), (left, right) => {
        const [quotient] = run('divide', numberArray([1], [left]), numberArray([], [right])).values;
        expect(quotient).toBe(Math.fround(left / right));
      }),
    );
  });

  it('refuse shapes that do not fit', () => {
    expect(() => run('matmul', matrix, matrix)).toThrow(RangeError);
    expect(() => run('add', matrix, numberArray([2], [1, 1]))).toThrow(RangeError);
    expect(() => numberArray([2], [1])).toThrow(RangeError);
  });
});
