import type { Convolution, Formula } from '../../engine/index.ts';
import { flopsAtOnePerMacFormula, flopsFormula, flopsWithBiasFormula } from '../../engine/index.ts';
import type { FlopsConvention } from './fields.ts';

/** The formula of a convention; one that counts the bias needs a bias to count. */
export function flopsFormulaOf(convention: FlopsConvention, { spec }: Convolution): Formula {
  if (convention === 'one') return flopsAtOnePerMacFormula;
  return convention === 'two-and-bias' && spec.bias ? flopsWithBiasFormula(spec.kernel.length) : flopsFormula;
}
