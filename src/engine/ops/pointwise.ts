import type { Shape } from '../checks.ts';
import { at, product } from '../checks.ts';
import { broadcastShape } from './combine.ts';
import type { Operator } from './operator.ts';
import { defineOperator, inputsOf } from './operator.ts';

/**
 * Elementwise quotient of two shapes, the smaller one broadcast.
 * @throws RangeError when the shapes do not combine.
 * @example divide().elementwise([3], []) // { divisions: 3 }
 */
export function divide(): Operator<'divide', Record<string, never>> {
  return defineOperator({
    kind: 'divide',
    spec: {},
    outputShape: (...inputs) => together('divide', inputs),
    elementwise: (...inputs) => ({ divisions: product(together('divide', inputs)) }),
  });
}

/**
 * Elementwise comparison of two shapes, the smaller one broadcast; its results are booleans.
 * @throws RangeError when the shapes do not combine.
 * @example greater().elementwise([2, 2], []) // { comparisons: 4 }
 */
export function greater(): Operator<'greater', Record<string, never>> {
  return defineOperator({
    kind: 'greater',
    spec: {},
    outputShape: (...inputs) => together('greater', inputs),
    elementwise: (...inputs) => ({ comparisons: product(together('greater', inputs)) }),
  });
}

function together(kind: string, inputs: readonly Shape[]): Shape {
  const pair = inputsOf(kind, inputs, 2);
  return broadcastShape(at(pair, 0), at(pair, 1));
}
