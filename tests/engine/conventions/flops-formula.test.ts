import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  convolution,
  evaluate,
  flopsAtOnePerMacFormula,
  flopsAtTwoPerMac,
  flopsFormula,
  flopsWithBiasFormula,
  formulaTex,
  toolCountFormula,
} from '../../../src/engine/index.ts';

it('is the formula of flopsAtTwoPerMac', () => {
  fc.assert(
    fc.property(fc.nat(), (macs) => {
      expect(evaluate(flopsFormula.expression, { M: macs })).toBe(flopsAtTwoPerMac(macs));
    }),
  );
});

it('gives 24 FLOPs for the 12 multiply-adds of a layer from 4 to 3 features', () => {
  expect(evaluate(flopsFormula.expression, { M: 12 })).toBe(24);
  expect(formulaTex(flopsFormula)).toBe('F = 2 \\, M');
});

it('gives as many FLOPs as multiply-adds where one is counted as one', () => {
  expect(evaluate(flopsAtOnePerMacFormula.expression, { M: 12 })).toBe(12);
});

it('adds one addition per output value for the bias, as DeepSpeed does', () => {
  const operator = convolution({
    inChannels: 3,
    outChannels: 64,
    kernel: [7, 7],
    stride: [2, 2],
    padding: [3, 3],
  });
  const input = [3, 224, 224];
  // 2 · 118,013,952 + 64 · 112 · 112.
  expect(
    evaluate(flopsWithBiasFormula(2).expression, { ...operator.bindings(input), M: operator.macs(input) }),
  ).toBe(236_830_720);
});

it('prints 27 for 12 multiply-adds at two each and 3 operations besides', () => {
  expect(evaluate(toolCountFormula.expression, { c_M: 2, M: 12, F_extra: 3 })).toBe(27);
});
