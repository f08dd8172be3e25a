import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluate, flopsAtTwoPerMac, flopsFormula, formulaTex } from '../../../src/engine/index.ts';

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
