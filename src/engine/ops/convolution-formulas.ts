import type { Shape } from '../checks.ts';
import { at } from '../checks.ts';
import type { Bindings, Formula, SymbolName } from '../formula/index.ts';
import { axisSymbols, ceil, difference, floor, minimum, quotient, sum, times } from '../formula/index.ts';
import { resolvePadding } from './axes.ts';
import type { ConvolutionSpec } from './convolution.ts';
import type { OperatorFormulas } from './operator.ts';
import type { TransposedPadding } from './transposed.ts';
import { transposedPadding } from './transposed.ts';

/**
 * The formulas of a convolution: parameters, MACs, and the output size of each axis in that axis's own letters
 * (`windowBindings` gives their values).
 * @param writesGroups Whether the groups are in the formulas; a reader who changes their number keeps seeing them at 1.
 */
export function convolutionFormulas(
  spec: ConvolutionSpec,
  writesGroups = spec.groups !== 1,
): OperatorFormulas {
  const { kernel, input, output } = axisSymbols(spec.kernel.length);
  const channels = writesGroups ? (['C_out', quotient('C_in', 'g')] as const) : (['C_out', 'C_in'] as const);
  const weight = [...channels, ...kernel];
  return {
    parameters: {
      result: 'P',
      expression: spec.bias ? sum(times(...weight), 'C_out') : times(...weight),
    },
    macs: { result: 'M', expression: times(...weight, ...(spec.transposed ? input : output)) },
    outputSize: spec.kernel.map(() => (spec.transposed ? transposedSizeFormula : slidingSizeFormula)),
  };
}

/** o = floor((n + p_b + p_e − d(k − 1) − 1) / s) + 1. */
export const slidingSizeFormula: Formula = {
  result: 'o',
  expression: sum(
    floor(
      quotient(difference(difference(sum('n', 'p_begin', 'p_end'), times('d', difference('k', 1))), 1), 's'),
    ),
    1,
  ),
};

/**
 * o = min(ceil((n + p_b + p_e − d(k − 1) − 1) / s) + 1, ceil((n + p_b) / s)): pooling in ceil mode. The second term drops
 * a window that would start in the end padding.
 */
export const ceilSizeFormula: Formula = {
  result: 'o',
  expression: minimum(
    sum(
      ceil(
        quotient(
          difference(difference(sum('n', 'p_begin', 'p_end'), times('d', difference('k', 1))), 1),
          's',
        ),
      ),
      1,
    ),
    ceil(quotient(sum('n', 'p_begin'), 's')),
  ),
};

/** o = (n − 1)s − p_b − p_e + d(k − 1) + p_out + 1. */
export const transposedSizeFormula: Formula = {
  result: 'o',
  expression: sum(
    difference(difference(times(difference('n', 1), 's'), 'p_begin'), 'p_end'),
    times('d', difference('k', 1)),
    'p_out',
    1,
  ),
};

/** Values of the symbols in `parameters` and `macs`. */
export function convolutionBindings(
  spec: ConvolutionSpec,
  axes: number,
  input: Shape,
  output: Shape,
): Bindings {
  const symbols = axisSymbols(axes);
  const pairs: [SymbolName, number][] = symbols.kernel.flatMap((name, axis): [SymbolName, number][] => [
    [name, at(spec.kernel, axis)],
    [at(symbols.input, axis), at(input, axis + 1)],
    [at(symbols.output, axis), at(output, axis + 1)],
  ]);
  const sizes: Bindings = Object.fromEntries(pairs);
  return { C_in: spec.inChannels, C_out: spec.outChannels, g: spec.groups, ...sizes };
}

/** What `windowBindings` reads of a convolution's or a pooling's spec. */
export type WindowSpec = Pick<ConvolutionSpec, 'kernel' | 'stride' | 'padding' | 'dilation'> &
  Partial<Pick<ConvolutionSpec, 'transposed' | 'outputPadding'>>;

/** Values of the symbols in `outputSize[axis]` for `inputSize` positions on that axis. */
export function windowBindings(spec: WindowSpec, axis: number, inputSize: number): Bindings {
  const window = {
    kernel: at(spec.kernel, axis),
    stride: at(spec.stride, axis),
    dilation: at(spec.dilation, axis),
  };
  const padding = spec.transposed
    ? transposedPadding(window, spec.padding, spec.outputPadding?.[axis] ?? 0, axis)
    : slidingPadding(spec.padding, axis, inputSize, window);
  return {
    n: inputSize,
    k: window.kernel,
    s: window.stride,
    d: window.dilation,
    p_begin: padding.begin,
    p_end: padding.end,
    p_out: padding.extra,
  };
}

/** Resolved padding in the form a transposed convolution has it; nothing is added beyond it. */
function slidingPadding(...parameters: Parameters<typeof resolvePadding>): TransposedPadding {
  const [begin, end] = resolvePadding(...parameters);
  return { begin, end, extra: 0 };
}
