import type { Shape } from '../checks.ts';
import { savedValues } from '../network/index.ts';
import type { OperationNode } from './graph.ts';
import { kernelOf } from './graph.ts';

/**
 * Ids of what an operation keeps for its backward pass: nothing when no input needs a gradient. The gradient of one factor
 * of a product is computed from the other, so a factor is kept only when the other one needs a gradient; a divisor is
 * read for either.
 *
 * Source: PyTorch, tools/autograd/derivatives.yaml.
 * @param shapes Shapes of the inputs.
 * @param needing For every input, whether it needs a gradient.
 * @example keptForBackward(matmul, [[2, 2], [2, 3]], [false, true]) // [id of the first factor]
 */
export function keptForBackward(
  node: OperationNode,
  shapes: readonly Shape[],
  needing: readonly boolean[],
): readonly number[] {
  if (!needing.includes(true)) return [];
  const others = (index: number): boolean => needing.some((needs, each) => needs && each !== index);
  switch (node.kernel) {
    case 'matmul':
    case 'multiply':
      return node.inputs.filter((_, index) => others(index));
    case 'divide':
      return node.inputs.filter((_, index) => index === 1 || others(index));
    default: {
      const saved = savedValues(kernelOf(node).operatorFor(shapes));
      return saved === 'inputs' ? node.inputs : saved === 'output' ? [node.id] : [];
    }
  }
}
