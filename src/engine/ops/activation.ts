import { product } from '../checks.ts';
import type { ElementwiseOperations, Operator } from './operator.ts';
import { defineOperator, onlyInput } from './operator.ts';

/** What each activation costs for one element, by the operations of its definition. */
const perElement = {
  relu: { comparisons: 1 },
  relu6: { comparisons: 2 },
  identity: {},
} as const satisfies Record<string, ElementwiseOperations>;

export type ActivationName = keyof typeof perElement;
export type Activation = Operator<'activation', { readonly name: ActivationName }>;

/**
 * An elementwise activation; no parameters, no MACs, shape unchanged.
 * @example activation('relu').elementwise([64, 112, 112]) // { comparisons: 802_816 }
 */
export function activation(name: ActivationName): Activation {
  return defineOperator({
    kind: 'activation',
    spec: { name },
    elementwise: (...inputs) => {
      const elements = product(onlyInput(name, inputs));
      return Object.fromEntries(
        Object.entries(perElement[name]).map(([kind, each]) => [kind, each * elements]),
      );
    },
  });
}
