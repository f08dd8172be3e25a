import type { CalculatorCase } from './calculator-case.ts';
import { convolutionCases } from './convolution-cases.ts';
import { memoryCase, modelSizeCase, reconcilerCase, rooflineCase } from './network-cases.ts';
import { numberCases } from './number-cases.ts';
import { eagerGraphCase } from './program-cases.ts';

/** Every calculator of the site, for the rules that hold for all of them. */
export const everyCalculator: readonly CalculatorCase[] = [
  ...convolutionCases,
  eagerGraphCase,
  memoryCase,
  modelSizeCase,
  reconcilerCase,
  rooflineCase,
  ...numberCases,
];
