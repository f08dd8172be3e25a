import type { Shape } from '../checks.ts';
import { at, product } from '../checks.ts';
import type { Dtype } from '../dtype.ts';
import type { Operator } from '../ops/index.ts';
import { activation, add, broadcastShape, divide, greater, matmul, multiply, sumOver } from '../ops/index.ts';
import type { NumberArray } from './number-array.ts';

/** One operation a program can ask for: what it costs, and what it does to real values. */
export interface Kernel {
  /** Stem of the names its results get, as PyTorch's graphs name them. */
  readonly stem: string;
  /** Operator of the engine that says what it costs on inputs of these shapes. */
  readonly operatorFor: (shapes: readonly Shape[]) => Operator;
  /** Whether each result depends on the values at one place only, so that a chain of them can run as one loop. */
  readonly elementwise: boolean;
  /** Number format of its results. */
  readonly dtype: Dtype;
  readonly run: (...inputs: readonly NumberArray[]) => NumberArray;
}

/** Results are rounded to float32 after every step, as a framework's are. */
const round = Math.fround;

function elementwise(
  stem: string,
  operator: Operator,
  each: (...values: number[]) => number,
  dtype: Dtype = 'float32',
): Kernel {
  return {
    stem,
    operatorFor: () => operator,
    elementwise: true,
    dtype,
    run: (...inputs) => {
      const shape = broadcastShape(...inputs.map((input) => input.shape));
      const places = inputs.map((input) => placesIn(input.shape, shape));
      const values = Array.from({ length: product(shape) }, (_, index) =>
        round(each(...inputs.map((input, which) => at(input.values, at(at(places, which), index))))),
      );
      return { shape, values };
    },
  };
}

/** For every place of a broadcast result, in order, the place read of an operand of shape `own`. */
function placesIn(own: Shape, shape: Shape): readonly number[] {
  const skipped = shape.length - own.length;
  return Array.from({ length: product(shape) }, (_, index) => {
    let [rest, place, stride] = [index, 0, 1];
    for (let axis = shape.length - 1; axis >= skipped; axis -= 1) {
      const [size, ownSize] = [at(shape, axis), at(own, axis - skipped)];
      if (ownSize > 1) place += (rest % size) * stride;
      rest = Math.floor(rest / size);
      stride *= ownSize;
    }
    return place;
  });
}

/** Products of rows and columns, added up in order. */
function multiplyMatrices(left: NumberArray, right: NumberArray): NumberArray {
  const shape = matmul().outputShape(left.shape, right.shape);
  const [inner, columns] = [at(right.shape, 0), at(right.shape, 1)];
  const values = Array.from({ length: product(shape) }, (_, index) => {
    const [row, column] = [Math.floor(index / columns), index % columns];
    let total = 0;
    for (let k = 0; k < inner; k += 1) {
      const term = at(left.values, row * inner + k) * at(right.values, k * columns + column);
      total = round(total + term);
    }
    return total;
  });
  return { shape, values };
}

/** Sums over the first axis; over all axes, the whole array is one row. */
function addRows(input: NumberArray, columns: number, shape: Shape): NumberArray {
  const totals = Array.from({ length: columns }, () => 0);
  input.values.forEach((value, index) => {
    totals[index % columns] = round(at(totals, index % columns) + value);
  });
  return { shape, values: totals };
}

/** Every operation programs are made of. */
export const kernels = {
  matmul: {
    stem: 'matmul',
    operatorFor: () => matmul(),
    elementwise: false,
    dtype: 'float32',
    run: (...inputs) => multiplyMatrices(at(inputs, 0), at(inputs, 1)),
  },
  add: elementwise('add', add(), (left = 0, right = 0) => left + right),
  multiply: elementwise('mul', multiply(), (left = 0, right = 0) => left * right),
  divide: elementwise('div', divide(), (left = 0, right = 1) => left / right),
  greater: elementwise('gt', greater(), (left = 0, right = 0) => (left > right ? 1 : 0), 'bool'),
  relu: elementwise('relu', activation('relu'), (value = 0) => Math.max(0, value)),
  tanh: elementwise('tanh', activation('tanh'), (value = 0) => Math.tanh(value)),
  sum: {
    stem: 'sum',
    operatorFor: (shapes) => sumOver({ axes: at(shapes, 0).map((_, axis) => axis) }),
    elementwise: false,
    dtype: 'float32',
    run: (...inputs) => addRows(at(inputs, 0), 1, []),
  },
  sumRows: {
    stem: 'sum',
    operatorFor: () => sumOver({ axes: [0] }),
    elementwise: false,
    dtype: 'float32',
    run: (...inputs) => {
      const shape = at(inputs, 0).shape.slice(1);
      return addRows(at(inputs, 0), product(shape), shape);
    },
  },
} as const satisfies Readonly<Record<string, Kernel>>;

export type KernelName = keyof typeof kernels;

/** A kernel by its name. */
export function kernelNamed(name: KernelName): Kernel {
  return kernels[name];
}
