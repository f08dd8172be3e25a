import type { SymbolName } from '../../engine/index.ts';
import { flopsFormula, windowBindings } from '../../engine/index.ts';
import type { ArithmeticLine } from '../shared/ArithmeticSteps.tsx';
import type { ConvolutionCostLayer, FieldName } from './state.ts';
import { inputOf } from './state.ts';
import type { Words } from './words.ts';

/** The output size, which the multiply-adds take over from the first line. */
const outputSize = ['H_out', 'W_out'] as const;

/** Where a field enters the formulas: its own letters on every axis, and the output size when it sets that too. */
export const placesOf: Readonly<Record<FieldName, readonly SymbolName[]>> = {
  inChannels: ['C_in'],
  outChannels: ['C_out'],
  kernel: ['k', 'k_h', 'k_w', ...outputSize],
  inputSize: ['n', ...outputSize],
  stride: ['s', ...outputSize],
  padding: ['p_begin', 'p_end', ...outputSize],
  groups: ['g'],
};

/** Output size, parameters, multiply-adds and FLOPs of the layer for one sample, each formula with its values. */
export function linesFor(layer: ConvolutionCostLayer, words: Words): readonly ArithmeticLine[] {
  const { operator, inputSize } = layer;
  const { parameters, macs, outputSize: sizes = [] } = operator.formulas;
  const values = operator.bindings(inputOf(layer));
  return [
    ...sizes.slice(0, 1).map((formula) => ({
      formula,
      values: windowBindings(operator.spec, 0, inputSize),
      quantity: 'activations' as const,
      unit: words.positions,
    })),
    ...(parameters === undefined
      ? []
      : [{ formula: parameters, values, quantity: 'parameters' as const, unit: words.weights }]),
    ...(macs === undefined ? [] : [{ formula: macs, values, quantity: 'macs' as const, unit: words.macs }]),
    {
      formula: flopsFormula,
      values: { M: operator.macs(inputOf(layer)) },
      quantity: 'macs' as const,
      unit: words.flops,
    },
  ];
}
