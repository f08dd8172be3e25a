import type { NumberArray } from './number-array.ts';
import { filledArray, numberArray } from './number-array.ts';
import type { KernelName } from './kernels.ts';
import type { CallArguments, Program, Term } from './program.ts';

const name = (of: string): Term => ({ is: 'name', name: of });
const number = (value: number): Term => ({ is: 'number', value });
const call = (kernel: KernelName, ...of: readonly Term[]): Term => ({ is: 'call', kernel, of });

/** Features of a row that goes into the example, and of one that comes out. */
const [inFeatures, outFeatures] = [2, 3];

const weights: Readonly<Record<string, NumberArray>> = {
  W: numberArray([inFeatures, outFeatures], [1, -1, 2, 1, 3, -1]),
  g: numberArray([outFeatures], [1, 2, 0.5]),
  b: numberArray([outFeatures], [0.5, -0.5, 0.25]),
};

/**
 * The smallest program that shows what eager execution and tracing do differently: weights that only meet weights, a
 * branch on a value, a loop, and a division by the number of rows.
 * @example programLines(branchingProgram).length // 10
 */
export const branchingProgram: Program = {
  name: 'f',
  inputs: ['x'],
  numbers: ['steps'],
  weights,
  body: [
    { does: 'assign', to: 'w', value: call('multiply', name('W'), name('g')) },
    { does: 'assign', to: 'h', value: call('matmul', name('x'), name('w')) },
    {
      does: 'branch',
      test: call('greater', call('sum', name('x')), number(0)),
      then: [{ does: 'assign', to: 'h', value: call('relu', call('add', name('h'), name('b'))) }],
      otherwise: [{ does: 'assign', to: 'h', value: call('tanh', name('h')) }],
    },
    {
      does: 'repeat',
      count: 'steps',
      body: [
        { does: 'assign', to: 'h', value: call('add', call('multiply', name('g'), name('h')), name('b')) },
      ],
    },
    { does: 'return', value: call('divide', call('sumRows', name('h')), { is: 'rows', of: 'x' }) },
  ],
};

/** What the example is called with. */
export interface ExampleCall {
  /** Every value of `x`; its sign decides the branch. */
  readonly value: number;
  /** Rows of `x`, the batch. */
  readonly rows: number;
  /** Rounds of the loop. */
  readonly steps: number;
}

/**
 * Arguments of one call of the example.
 * @example exampleCall({ value: 1, rows: 2, steps: 2 }).inputs.x.shape // [2, 2]
 */
export function exampleCall({ value, rows, steps }: ExampleCall): CallArguments {
  return { inputs: { x: filledArray([rows, inFeatures], value) }, numbers: { steps } };
}
