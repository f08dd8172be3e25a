import type { Shape } from '../checks.ts';
import { at, product } from '../checks.ts';
import { times } from '../formula/index.ts';
import { axisOf } from './combine.ts';
import { repeatedOperations } from './elementwise.ts';
import type { ElementwiseOperations, Operator } from './operator.ts';
import { defineOperator, inputsOf, onlyInput } from './operator.ts';

/**
 * Matrix product of two computed arrays, `[…, M, K] × […, K, N]` to `[…, M, N]`; no parameters.
 *
 * MACs: ∏leading · M · K · N. Leading axes must be equal. Source: torch.matmul.
 * @throws RangeError when the inner sizes or the leading axes differ.
 * @example matmul().macs([12, 197, 64], [12, 64, 197]) // 29_805_312, one ViT-B layer's scores
 */
export function matmul(): Operator<'matmul', Record<string, never>> {
  const operands = (
    inputs: readonly Shape[],
  ): { leading: Shape; rows: number; inner: number; cols: number } => {
    const checked = inputsOf('matmul', inputs, 2);
    const [left, right] = [at(checked, 0), at(checked, 1)];
    if (left.length < 2 || left.length !== right.length) {
      throw new RangeError(
        `inputs must have equally many axes, 2 or more, not ${left.length} and ${right.length}`,
      );
    }
    const [leading, other] = [left.slice(0, -2), right.slice(0, -2)];
    const [rows, inner] = [at(left, left.length - 2), at(left, left.length - 1)];
    const [rightInner, cols] = [at(right, right.length - 2), at(right, right.length - 1)];
    if (inner !== rightInner || leading.join() !== other.join()) {
      throw new RangeError(`inputs do not multiply: [${left.join(', ')}] and [${right.join(', ')}]`);
    }
    return { leading, rows, inner, cols };
  };
  return defineOperator({
    kind: 'matmul',
    spec: {},
    outputShape: (...inputs) => {
      const { leading, rows, cols } = operands(inputs);
      return [...leading, rows, cols];
    },
    macs: (...inputs) => {
      const { leading, rows, inner, cols } = operands(inputs);
      return product([...leading, rows, inner, cols]);
    },
    formulas: { macs: { result: 'M', expression: times('N', 'F_in', 'F_out') } },
    bindings: (...inputs) => {
      const { leading, rows, inner, cols } = operands(inputs);
      return { N: product([...leading, rows]), F_in: inner, F_out: cols };
    },
  });
}

/**
 * Work of one softmax over `elements` values, e^(x − max) / Σ e^(x − max): the maximum (n − 1 comparisons) is part of
 * it because every framework subtracts it.
 * @example softmaxOperations(197) // { comparisons: 196, additions: 393, exponentials: 197, divisions: 197 }
 */
export function softmaxOperations(elements: number): ElementwiseOperations {
  return {
    comparisons: elements - 1,
    additions: 2 * elements - 1,
    exponentials: elements,
    divisions: elements,
  };
}

/**
 * Softmax along one axis, by default the last; shape unchanged. Source: torch.nn.Softmax.
 * @example softmax().elementwise([12, 197, 197]).exponentials // 465_708
 */
export function softmax(
  options: { axis?: number | undefined } = {},
): Operator<'softmax', { readonly axis: number }> {
  const { axis = -1 } = options;
  const rowLength = (input: Shape): number => at(input, axisOf('axis', axis, input.length));
  return defineOperator({
    kind: 'softmax',
    spec: { axis },
    outputShape: (...inputs) => {
      const input = onlyInput('softmax', inputs);
      axisOf('axis', axis, input.length);
      return input;
    },
    elementwise: (...inputs) => {
      const input = onlyInput('softmax', inputs);
      const elements = rowLength(input);
      return repeatedOperations(softmaxOperations(elements), product(input) / elements);
    },
  });
}
