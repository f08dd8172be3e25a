import type { CalculatorCase } from './calculator-case.ts';
import { convolutionCases } from './convolution-cases.ts';
import { memoryCase, modelSizeCase, reconcilerCase, rooflineCase } from './network-cases.ts';
import { numberCases } from './number-cases.ts';

/** Every calculator of the site, for the rules that hold for all of them. */
export const everyCalculator: readonly CalculatorCase[] = [
  ...convolutionCases,
  memoryCase,
  modelSizeCase,
  reconcilerCase,
  rooflineCase,
  ...numberCases,
];
