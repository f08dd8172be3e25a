import { product } from '../checks.ts';
import { repeatedOperations } from './elementwise.ts';
import type { ElementwiseOperations, Operator } from './operator.ts';
import { defineOperator, onlyInput } from './operator.ts';

/**
 * What each activation costs for one element, by the operations of its definition as PyTorch documents it, with
 * constants such as 1/6 and 1/√2 folded. A branch counts its dearer side for every element: hardware evaluates both.
 * Evaluations of exp, ln and erf all count as `exponentials`.
 */
const perElement = {
  /** max(0, x) */
  relu: { comparisons: 1 },
  /** min(max(0, x), 6) */
  relu6: { comparisons: 2 },
  /** x or slope · x */
  leakyRelu: { comparisons: 1, multiplications: 1 },
  /** 1 / (1 + e^−x) */
  sigmoid: { exponentials: 1, additions: 1, divisions: 1 },
  /** (e^2x − 1) / (e^2x + 1) */
  tanh: { multiplications: 1, exponentials: 1, additions: 2, divisions: 1 },
  /** x · sigmoid(x) */
  silu: { exponentials: 1, additions: 1, divisions: 1, multiplications: 1 },
  /** x · ½ · (1 + erf(x / √2)), the exact form */
  gelu: { multiplications: 3, exponentials: 1, additions: 1 },
  /** x · relu6(x + 3) / 6 */
  hardswish: { additions: 1, comparisons: 2, multiplications: 2 },
  /** relu6(x + 3) / 6 */
  hardsigmoid: { additions: 1, comparisons: 2, multiplications: 1 },
  /** x or α · (e^x − 1) */
  elu: { comparisons: 1, exponentials: 1, additions: 1, multiplications: 1 },
  /** ln(1 + e^x) */
  softplus: { exponentials: 2, additions: 1 },
  identity: {},
} as const satisfies Record<string, ElementwiseOperations>;

export type ActivationName = keyof typeof perElement;
export type Activation = Operator<'activation', { readonly name: ActivationName }>;

/**
 * An elementwise activation; no parameters, no MACs, shape unchanged. `identity` also stands for what inference skips
 * (dropout, stochastic depth).
 *
 * Source: torch.nn, "Non-linear Activations".
 * @example activation('relu').elementwise([64, 112, 112]) // { comparisons: 802_816 }
 */
export function activation(name: ActivationName): Activation {
  return defineOperator({
    kind: 'activation',
    spec: { name },
    elementwise: (...inputs) => repeatedOperations(perElement[name], product(onlyInput(name, inputs))),
  });
}
