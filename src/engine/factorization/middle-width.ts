import { at, product, wholeNumber } from '../checks.ts';
import type { Bindings } from '../formula/index.ts';
import { axisSymbols, evaluate } from '../formula/index.ts';
import type { Convolution, ConvolutionOptions, ConvolutionSpec } from '../ops/index.ts';
import { convolution } from '../ops/index.ts';
import { isPair, middleChannelsFormula } from './formulas.ts';
import type { Plan, Split } from './splits.ts';
import { planOf } from './splits.ts';

/**
 * The widest middle with which a split does not cost more than the convolution it replaces, in weights and, at stride 1
 * with padding that keeps the size, in multiply-accumulates. For a pair it is
 * ⌊∏k·C_in·C_out / (K₁·C_in + K₂·C_out)⌋, K₁ and K₂ the kernel products of the two parts
 * (`factorize(…).formulas.middleChannels`); with more parts the middle enters squared.
 *
 * For `2plus1d` it is the middle width of R(2+1)D. Source: Tran et al. 2018 (arXiv 1711.11248), §3.5.
 * @throws RangeError when the split has no free middle, and where `factorize` does.
 * @example middleChannelsThreshold({ inChannels: 64, outChannels: 128, kernel: [3, 3, 3] }, '2plus1d') // 230
 */
export function middleChannelsThreshold(spec: ConvolutionOptions, split: Split): number {
  const whole = checkedWhole(spec).spec;
  const plan = planOf(split, whole.kernel);
  if (isPair(plan)) return matchingWidth(plan, whole);
  if (!hasFreeMiddle(plan)) throw new RangeError(`split must have a free middle width, not be ${split}`);
  return widestMiddle(plan, whole);
}

/** The whole as an operator; RangeError when it is transposed or grouped, which the splits are not defined for. */
export function checkedWhole(spec: ConvolutionOptions): Convolution {
  const whole = convolution(spec);
  if (whole.spec.transposed) throw new RangeError('transposed must be false, not true, to be factorized');
  if (whole.spec.groups !== 1)
    throw new RangeError(`groups must be 1 to be factorized, not ${whole.spec.groups}`);
  return whole;
}

/** The width between the parts, or undefined for a split that has none. */
export function middleWidth(
  plan: Plan,
  split: Split,
  whole: ConvolutionSpec,
  given: number | undefined,
): number | undefined {
  const free = hasFreeMiddle(plan);
  if (given !== undefined) {
    wholeNumber('middleChannels', given, 1);
    if (!free) throw new RangeError(`middleChannels must be left out for ${split}, not ${given}`);
    return given;
  }
  if (!free) return undefined;
  return split === '2plus1d' ? matchingWidth(plan, whole) : whole.outChannels;
}

function hasFreeMiddle({ parts }: Plan): boolean {
  return parts.some((part) => part.to === 'C_mid');
}

function matchingWidth(plan: Plan, whole: ConvolutionSpec): number {
  return evaluate(middleChannelsFormula(plan, whole.kernel).expression, widthBindings(whole));
}

/**
 * The largest whole m with a·m² + b·m ≤ c, where c are the whole's weights, b·m those of the first and last part and
 * a·m² those of the parts between. The root is corrected by counting, since it is rounded.
 */
function widestMiddle({ parts }: Plan, whole: ConvolutionSpec): number {
  const areas = parts.map((part) => product(part.kernel));
  const between = areas.slice(1, -1).reduce((total, area) => total + area, 0);
  const ends = at(areas, 0) * whole.inChannels + at(areas, areas.length - 1) * whole.outChannels;
  const weights = product([...whole.kernel, whole.inChannels, whole.outChannels]);
  const fits = (middle: number): boolean => between * middle ** 2 + ends * middle <= weights;
  let middle = Math.round((2 * weights) / (ends + Math.sqrt(ends ** 2 + 4 * between * weights)));
  while (fits(middle + 1)) middle++;
  while (!fits(middle)) middle--;
  return middle;
}

/** Kernel and channel symbols, which need no input. */
function widthBindings({ kernel, inChannels, outChannels }: ConvolutionSpec): Bindings {
  const symbols = axisSymbols(kernel.length).kernel;
  const kernels: Bindings = Object.fromEntries(symbols.map((name, axis) => [name, at(kernel, axis)]));
  return { ...kernels, C_in: inChannels, C_out: outChannels };
}
