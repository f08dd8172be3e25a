import { at, product } from '../checks.ts';
import type { Row } from '../network/index.ts';
import type { Upsample } from '../ops/index.ts';
import { isLayerNorm, isUpsample } from '../ops/index.ts';
import type { Extra, Rule } from './tool.ts';

/** Elements of an operator's first input. */
export function inputElements(row: Row): number {
  return product(at(row.inputShapes, 0, 'input'));
}

/** Whether an operator has a trained tensor of that name. */
export function hasTensor(row: Row, name: string): boolean {
  return row.node.operator.tensors.some((tensor) => tensor.name === name);
}

/** Additions of an operator's bias: one per output element, 0 without one. */
export function biasAdditions(row: Row): number {
  return hasTensor(row, 'bias') ? row.outputElements : 0;
}

/** Whether hooks on modules see it. */
export function isModule(row: Row): boolean {
  return row.node.call !== 'function';
}

/** Counts its multiply-accumulates and nothing else. */
export const macsOnly: Rule = () => ({});

/** A rule that adds a fixed number of operations for each input element. */
export function perInputElement(step: Extra, operations: number): Rule {
  return (row) => ({ extras: { [step]: operations * inputElements(row) } });
}

/** A rule that adds a fixed number of operations for each output element. */
export function perOutputElement(step: Extra, operations: number): Rule {
  return (row) => ({ extras: { [step]: operations * row.outputElements } });
}

/** Operations per element of a norm with and without a trained scale. */
export function normRule(withScale: number, without: number): Rule {
  return (row) => ({
    extras: { normalization: (hasTensor(row, 'weight') ? withScale : without) * inputElements(row) },
  });
}

/**
 * Batch norm where the framework's function is counted: 2 per element with a scale, 1 without; a module without running
 * statistics takes the batch's in inference too, which is the function's training mode, 5 and 4.
 */
export const batchNormRule: Rule = (row) =>
  (hasTensor(row, 'running_mean') ? normRule(2, 1) : normRule(5, 4))(row);

/** nn.LayerNorm itself; hooks by type do not see a subclass such as torchvision's channel-first LayerNorm2d. */
export function isPlainLayerNorm(row: Row): boolean {
  const { operator } = row.node;
  return isLayerNorm(operator) && !operator.spec.channelsFirst;
}

/** A rule for resampling that adds a number of operations for each output element by its mode. */
export function resamplingRule(perElement: Readonly<Record<Upsample['spec']['mode'], number>>): Rule {
  return (row) => {
    const { operator } = row.node;
    const operations = isUpsample(operator) ? perElement[operator.spec.mode] * row.outputElements : 0;
    return { extras: { resampling: operations } };
  };
}

/** The rule for modules only; the same work done by a function call is not seen. */
export function ofModules(rule: Rule): Rule {
  return (row) => (isModule(row) ? rule(row) : {});
}

/** None of its multiply-accumulates are seen. */
export const unseen: Rule = (row) => ({ corrections: { unseenLayers: -row.macs } });

/** A rule of hooks by exact type: modules whose class inherits from the framework's are not seen. */
export function ofExactTypes(rule: Rule): Rule {
  return (row) => (row.node.call === 'subclass' ? unseen(row) : rule(row));
}
