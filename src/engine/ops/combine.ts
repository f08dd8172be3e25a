import type { Shape } from '../checks.ts';
import { at, product } from '../checks.ts';
import type { Operator } from './operator.ts';
import { defineOperator, onlyInput } from './operator.ts';

/**
 * Elementwise sum of two or more equal shapes, as in a residual connection.
 * @throws RangeError when the shapes differ.
 * @example add().outputShape([256, 56, 56], [256, 56, 56]) // [256, 56, 56]
 */
export function add(): Operator<'add', Record<string, never>> {
  const shared = (inputs: readonly Shape[]): Shape => {
    const first = at(inputs, 0, 'input');
    const odd = inputs.find((input) => input.join() !== first.join());
    if (odd !== undefined)
      throw new RangeError(`input shapes differ: [${first.join(', ')}] and [${odd.join(', ')}]`);
    return first;
  };
  return defineOperator({
    kind: 'add',
    spec: {},
    outputShape: (...inputs) => shared(inputs),
    elementwise: (...inputs) => ({ additions: (inputs.length - 1) * product(shared(inputs)) }),
  });
}

/**
 * Concatenation along the channel axis.
 * @throws RangeError when the other axes differ.
 * @example concatenate().outputShape([64, 35, 35], [96, 35, 35]) // [160, 35, 35]
 */
export function concatenate(): Operator<'concatenate', Record<string, never>> {
  return defineOperator({
    kind: 'concatenate',
    spec: {},
    outputShape: (...inputs) => {
      const [, ...rest] = at(inputs, 0, 'input');
      const odd = inputs.find((input) => input.slice(1).join() !== rest.join());
      if (odd !== undefined)
        throw new RangeError(`input sizes differ: [${rest.join(', ')}] and [${odd.slice(1).join(', ')}]`);
      return [inputs.reduce((total, input) => total + at(input, 0), 0), ...rest];
    },
  });
}

/**
 * All axes joined into one, before a classifier.
 * @example flatten().outputShape([512, 1, 1]) // [512]
 */
export function flatten(): Operator<'flatten', Record<string, never>> {
  return defineOperator({
    kind: 'flatten',
    spec: {},
    outputShape: (...inputs) => [product(onlyInput('flatten', inputs))],
  });
}
