import type { Bindings, Formula, SymbolName } from '../../engine/index.ts';
import {
  at,
  axisSymbols,
  effectiveKernel,
  effectiveKernelFormula,
  evaluate,
  intensityFormula,
  receptiveFieldFormulas,
  trafficFormula,
} from '../../engine/index.ts';
import type { ArithmeticLine } from '../shared/ArithmeticSteps.tsx';
import type { FieldName, Kind } from './fields.ts';
import { flopsFormulaOf } from './flops.ts';
import type { Layer, Part } from './layer.ts';
import { axisBindings, costBindings } from './layer.ts';
import type { Words } from './words.ts';

/** Formulas worked out for some axes of the layer, which have the same values on all of them. */
export interface AxisLines {
  /** Numbers of the axes, from 0. */
  readonly axes: readonly number[];
  readonly lines: readonly ArithmeticLine[];
}

/** Output size, axis by axis; axes with the same numbers are worked out once. */
export function outputSizeLines({ operator, ...rest }: Part, words: Words): readonly AxisLines[] {
  const formulas = operator.formulas.outputSize ?? [];
  const bindings = axisBindings({ operator, ...rest });
  return alike(bindings).map((axes) => ({
    axes,
    lines: [
      {
        ...inPositions(at(formulas, at(axes, 0)), at(bindings, at(axes, 0)), words),
        quantity: 'activations',
      },
    ],
  }));
}

/** Parameters, multiply-adds and FLOPs of one part, for one sample. */
export function countLines(part: Part, layer: Layer, words: Words): readonly ArithmeticLine[] {
  const values = costBindings(part, layer);
  const { parameters, macs } = part.operator.formulas;
  const line = (
    formula: Formula | undefined,
    rest: Omit<ArithmeticLine, 'formula' | 'values'>,
  ): ArithmeticLine[] => (formula === undefined ? [] : [{ formula, values, ...rest }]);
  return [
    ...line(parameters, { quantity: 'parameters', unit: words.units.parameters }),
    ...line(macs, { quantity: 'macs', unit: words.units.macs }),
    ...line(flopsFormulaOf(layer.convention, part.operator), { quantity: 'macs', unit: words.units.flops }),
  ];
}

/** Bytes one part moves for the batch, and its FLOPs for each of them. */
export function trafficLines(part: Part, layer: Layer, words: Words): readonly ArithmeticLine[] {
  const values = costBindings(part, layer);
  return [
    {
      formula: trafficFormula(part.input.length - 1),
      values,
      quantity: 'bytes',
      unit: words.units.bytes,
    },
    { formula: intensityFormula, values, digits: 2, unit: words.units.intensity },
  ];
}

/** What the kernel spans, and, going forward, the receptive field and the jump after this layer. */
export function reachLines(layer: Layer, words: Words): readonly AxisLines[] {
  const { operator } = at(layer.parts, 0);
  const { kernel, stride, dilation, transposed } = operator.spec;
  const bindings = kernel.map((own, axis): Bindings => {
    const [k, d] = [own, at(dilation, axis)];
    const before = { r_prev: at(layer.before.sizes, axis), j_prev: at(layer.before.jumps, axis) };
    return { k, d, s: at(stride, axis), k_eff: effectiveKernel(k, d), ...before };
  });
  return alike(bindings).map((axes) => {
    const values = at(bindings, at(axes, 0));
    const { size, jump } = receptiveFieldFormulas;
    const formulas = transposed ? [effectiveKernelFormula] : [effectiveKernelFormula, size, jump];
    return { axes, lines: formulas.map((formula) => inPositions(formula, values, words)) };
  });
}

/** A formula whose result is a number of positions. */
function inPositions(formula: Formula, values: Bindings, { units }: Words): ArithmeticLine {
  const single = evaluate(formula.expression, values) === 1;
  return { formula, values, unit: single ? units.position : units.positions };
}

/** Axes grouped by equal values, in the order of their first. */
function alike(bindings: readonly Bindings[]): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  bindings.forEach((values, axis) => {
    const key = JSON.stringify(values);
    groups.set(key, [...(groups.get(key) ?? []), axis]);
  });
  return [...groups.values()];
}

/** Where a field enters the formulas: its own letters, and the results it changes that later lines take over. */
export function placesOf(name: FieldName, axes: number, kind: Kind): readonly SymbolName[] {
  const { kernel, input, output } = axisSymbols(axes);
  // What a separable layer's first part writes is what its second one reads.
  const written = kind === 'separable' ? [...input, ...output] : output;
  switch (name) {
    case 'inChannels':
    case 'multiplier':
      return ['C_in', 'C_out', 'g', 'P', 'M'];
    case 'outChannels':
      return ['C_in', 'C_out', 'P', 'M'];
    case 'groups':
      return ['g', 'P', 'M'];
    case 'input':
      return ['n', ...input, ...output, 'M'];
    case 'kernel':
      return ['k', 'k_eff', ...kernel, ...written, 'P', 'M'];
    case 'stride':
      return ['s', ...written, 'M'];
    case 'dilation':
      return ['d', 'k_eff', ...written, 'M'];
    case 'padding':
    case 'paddingAfter':
    case 'paddingRule':
      return ['p_begin', 'p_end', ...written, 'M'];
    case 'outputPadding':
      return ['p_out', ...written];
    case 'bias':
      return ['P'];
    case 'batch':
      return ['N'];
    case 'dtype':
      return ['b'];
    case 'fieldBefore':
      return ['r_prev'];
    case 'jumpBefore':
      return ['j_prev'];
    default:
      return [];
  }
}
