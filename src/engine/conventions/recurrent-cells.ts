import { product } from '../checks.ts';
import type { Rule } from './tool.ts';

/**
 * A rule for recurrent layers that adds a fixed number of operations per hidden value, step, layer and direction, and
 * the additions of both bias vectors.
 * @param perHidden Operations of one cell for one hidden value, beside its matrix products and biases.
 */
export function recurrentCell(perHidden: number): Rule {
  return (row) => {
    const steps = row.outputShape[0] ?? 0;
    return { extras: { recurrentCells: steps * (hiddenValues(row) * perHidden + biasElements(row)) } };
  };
}

/** Hidden values of all layers and directions. */
export function hiddenValues(row: Parameters<Rule>[0]): number {
  return tensorsStarting(row, 'weight_hh').reduce((total, tensor) => total + (tensor.shape[1] ?? 0), 0);
}

/** Elements of all bias vectors. */
export function biasElements(row: Parameters<Rule>[0]): number {
  return tensorsStarting(row, 'bias').reduce((total, tensor) => total + product(tensor.shape), 0);
}

function tensorsStarting(
  row: Parameters<Rule>[0],
  start: string,
): Parameters<Rule>[0]['node']['operator']['tensors'] {
  return row.node.operator.tensors.filter((tensor) => tensor.name.startsWith(start));
}
