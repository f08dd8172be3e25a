import type { Shape } from '../checks.ts';
import { at, product, wholeNumber, wholeNumbers } from '../checks.ts';
import type { Operator } from './operator.ts';
import { defineOperator, inputsOf, onlyInput } from './operator.ts';

/**
 * The shape two or more arrays take together: axes aligned at the end, each equal or 1.
 *
 * Source: NumPy and PyTorch, "Broadcasting semantics".
 * @throws RangeError when two sizes differ and neither is 1.
 * @example broadcastShape([256, 1, 1], [256, 56, 56]) // [256, 56, 56]
 */
export function broadcastShape(...inputs: readonly Shape[]): Shape {
  const checked = inputs.map((input) => wholeNumbers('input', input, 1));
  return checked.reduce((left, right) => {
    const rank = Math.max(left.length, right.length);
    return Array.from({ length: rank }, (_, index) => {
      const [one = 1, other = 1] = [left.at(index - rank), right.at(index - rank)];
      if (one !== other && one !== 1 && other !== 1) {
        throw new RangeError(`input shapes do not combine: [${left.join(', ')}] and [${right.join(', ')}]`);
      }
      return Math.max(one, other);
    });
  }, []);
}

/**
 * Elementwise sum of two or more shapes, as in a residual connection; smaller ones are broadcast.
 * @throws RangeError when the shapes do not combine.
 * @example add().outputShape([256, 56, 56], [256, 56, 56]) // [256, 56, 56]
 */
export function add(): Operator<'add', Record<string, never>> {
  return defineOperator({
    kind: 'add',
    spec: {},
    outputShape: (...inputs) => combined('add', inputs),
    elementwise: (...inputs) => ({ additions: (inputs.length - 1) * product(combined('add', inputs)) }),
  });
}

/**
 * Elementwise product of two or more shapes, smaller ones broadcast: a squeeze-and-excitation gate `[C, 1, 1]`, a
 * layer scale, a gated unit. Elementwise products are not MACs: nothing is accumulated.
 * @throws RangeError when the shapes do not combine.
 * @example multiply().elementwise([96, 1, 1], [96, 28, 28]) // { multiplications: 75_264 }
 */
export function multiply(): Operator<'multiply', Record<string, never>> {
  return defineOperator({
    kind: 'multiply',
    spec: {},
    outputShape: (...inputs) => combined('multiply', inputs),
    elementwise: (...inputs) => ({
      multiplications: (inputs.length - 1) * product(combined('multiply', inputs)),
    }),
  });
}

/**
 * Elementwise quotient of two shapes, the smaller one broadcast.
 * @throws RangeError when the shapes do not combine.
 * @example divide().elementwise([3], []) // { divisions: 3 }
 */
export function divide(): Operator<'divide', Record<string, never>> {
  return defineOperator({
    kind: 'divide',
    spec: {},
    outputShape: (...inputs) => combined('divide', inputsOf('divide', inputs, 2)),
    elementwise: (...inputs) => ({ divisions: product(combined('divide', inputs)) }),
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
    outputShape: (...inputs) => combined('greater', inputsOf('greater', inputs, 2)),
    elementwise: (...inputs) => ({ comparisons: product(combined('greater', inputs)) }),
  });
}

function combined(kind: string, inputs: readonly Shape[]): Shape {
  if (inputs.length < 2) throw new RangeError(`${kind} takes at least 2 inputs, not ${inputs.length}`);
  return broadcastShape(...inputs);
}

/**
 * Concatenation along `axis`, by default the channels (axis 0); a negative axis counts from the end.
 * @throws RangeError when the other axes differ.
 * @example concatenate().outputShape([64, 35, 35], [96, 35, 35]) // [160, 35, 35]
 */
export function concatenate(
  options: { axis?: number | undefined } = {},
): Operator<'concatenate', { readonly axis: number }> {
  const { axis = 0 } = options;
  return defineOperator({
    kind: 'concatenate',
    spec: { axis },
    outputShape: (...inputs) => {
      const first = wholeNumbers('input', at(inputs, 0, 'input'), 1);
      const joined = axisOf('axis', axis, first.length);
      const rest = (shape: Shape): string => shape.toSpliced(joined, 1).join();
      const odd = inputs.find((input) => input.length !== first.length || rest(input) !== rest(first));
      if (odd !== undefined) {
        throw new RangeError(
          `input sizes differ off axis ${joined}: [${first.join(', ')}] and [${odd.join(', ')}]`,
        );
      }
      const along = inputs.reduce((total, input) => total + wholeNumber('input', at(input, joined), 1), 0);
      return first.with(joined, along);
    },
  });
}

/**
 * The index of an axis that may be counted from the end.
 * @throws RangeError naming `parameter` when a shape of `rank` axes has none such.
 * @example axisOf('axis', -1, 3) // 2
 */
export function axisOf(parameter: string, axis: number, rank: number): number {
  if (!Number.isInteger(axis) || axis < -rank || axis >= rank) {
    throw new RangeError(`${parameter} must be an axis of ${rank}, not ${String(axis)}`);
  }
  return axis < 0 ? axis + rank : axis;
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
