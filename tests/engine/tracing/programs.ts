import fc from 'fast-check';
import type { KernelName, NumberArray, Program, Statement, Term } from '../../../src/engine/index.ts';
import { filledArray, numberArray } from '../../../src/engine/index.ts';

const name = (of: string): Term => ({ is: 'name', name: of });
const call = (kernel: KernelName, ...of: readonly Term[]): Term => ({ is: 'call', kernel, of });

/** Any term over the names, whose result has the shape of `x` or combines with it. */
const anyTerm = (names: readonly string[]): fc.Arbitrary<Term> =>
  fc.letrec<{ term: Term }>((tie) => ({
    term: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(...names).map(name),
      fc.integer({ min: -3, max: 3 }).map((value): Term => ({ is: 'number', value })),
      fc.constant<Term>({ is: 'rows', of: 'x' }),
      fc
        .tuple(fc.constantFrom<KernelName>('add', 'multiply', 'greater'), tie('term'), tie('term'))
        .map(([kernel, left, right]) => call(kernel, left, right)),
      fc
        .tuple(fc.constantFrom<KernelName>('relu', 'tanh'), tie('term'))
        .map(([kernel, of]) => call(kernel, of)),
    ),
  })).term;

const testOf = (term: Term): Term =>
  call('greater', call('sum', call('add', name('x'), term)), { is: 'number', value: 0 });

const anyStatement: fc.Arbitrary<Statement> = fc.oneof(
  anyTerm(['x', 'h', 'u', 'v']).map((value): Statement => ({
    does: 'assign',
    to: 'h',
    value: call('add', name('x'), value),
  })),
  anyTerm(['u', 'v']).map((value): Statement => ({ does: 'assign', to: 'u', value: call('tanh', value) })),
  fc.constant<Statement>({ does: 'assign', to: 'h', value: call('matmul', name('h'), name('v')) }),
  anyTerm(['h', 'v']).map((value): Statement => ({
    does: 'branch',
    test: testOf(value),
    then: [{ does: 'assign', to: 'h', value: call('relu', name('h')) }],
    otherwise: [{ does: 'assign', to: 'h', value: call('multiply', name('h'), name('v')) }],
  })),
  anyTerm(['h', 'u']).map((value): Statement => ({
    does: 'repeat',
    count: 'steps',
    body: [{ does: 'assign', to: 'h', value: call('tanh', call('add', name('h'), value)) }],
  })),
);

/** Programs on arrays of two columns, with branches and loops. */
export const anyProgram: fc.Arbitrary<Program> = fc
  .tuple(fc.array(anyStatement, { maxLength: 5 }), fc.constantFrom<KernelName>('sumRows', 'tanh', 'sum'))
  .map(([statements, last]) => ({
    name: 'f',
    inputs: ['x'],
    numbers: ['steps'],
    weights: { u: numberArray([2], [0.5, -1]), v: numberArray([2, 2], [1, 0.25, -0.5, 2]) },
    body: [
      { does: 'assign', to: 'h', value: call('add', name('x'), name('u')) },
      ...statements,
      { does: 'return', value: call(last, call('add', name('x'), name('h'))) },
    ],
  }));

/** Two rows, so that every array combines with the square one. */
export const anyInput: fc.Arbitrary<NumberArray> = fc
  .tuple(...[0, 1, 2, 3].map(() => fc.integer({ min: -4, max: 4 })))
  .map((values) => numberArray([2, 2], values));

/** One value throughout. */
export const filled = (rows: number, value: number): NumberArray => filledArray([rows, 2], value);
