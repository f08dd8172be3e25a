import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  affineBindings,
  affineFormulas,
  chooseScale,
  dequantize,
  evaluate,
  formulaTex,
  groupBitsPerWeight,
  quantize,
  toTexWithNumbers,
} from '../../../src/engine/index.ts';

const values = fc.array(fc.float({ min: -100, max: 100, noNaN: true }), { minLength: 1, maxLength: 20 });
const range = (own: readonly number[]): { least: number; greatest: number } => ({
  least: Math.min(...own),
  greatest: Math.max(...own),
});

describe('affineFormulas', () => {
  it('give the scale and zero point that chooseScale gives', () => {
    fc.assert(
      fc.property(values, fc.boolean(), fc.boolean(), (own, signed, symmetric) => {
        const rule = { bits: 8, signed, symmetric };
        const map = chooseScale(own, rule);
        const bindings = affineBindings(range(own), rule);
        const { scale, symmetricScale, zeroPoint } = affineFormulas;
        const exact = evaluate((symmetric ? symmetricScale : scale).expression, bindings);
        // Never below 2^-23, which the formula does not say.
        expect(Math.abs(map.scale - Math.max(exact, 2 ** -23))).toBeLessThanOrEqual(map.scale * 2 ** -22);
        if (!symmetric) {
          expect(Math.abs(evaluate(zeroPoint.expression, bindings) - map.zeroPoint)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('give the codes and restored values of a worked example', () => {
    const rule = { bits: 4, signed: false, symmetric: false };
    const own = [-1, 3, 0.5];
    const map = chooseScale(own, rule);
    const bindings = affineBindings(range(own), rule);
    const q = evaluate(affineFormulas.code.expression, { ...bindings, x: 0.5 });
    // 0.5 / (4/15) = 1.875 goes to 2; the zero point is 0 − round(−3.75) = 4.
    expect([q, map.zeroPoint]).toEqual([6, 4]);
    expect(quantize([0.5], map)[0]).toBe(q);
    const restored = evaluate(affineFormulas.restored.expression, { ...bindings, q });
    expect(dequantize(Int32Array.of(q), map)[0]).toBeCloseTo(restored, 6);
  });

  it('give the bits per weight of a group', () => {
    const group = { bits: 4, groupElements: 128, scaleBits: 16, zeroPointBits: 4 };
    const bindings = { b: 4, b_scale: 16, b_zero: 4, G: 128 };
    expect(evaluate(affineFormulas.groupBits.expression, bindings)).toBe(groupBitsPerWeight(group));
  });

  it('are typeset with round as an operator', () => {
    expect(formulaTex(affineFormulas.zeroPoint)).toBe(
      'z = q_{\\mathrm{min}} - \\operatorname{round}\\left(\\frac{x_{\\mathrm{min}}}{\\Delta}\\right)',
    );
    expect(toTexWithNumbers(affineFormulas.code.expression, { x: -0.5, Delta: 0.25, z: 8 })).toBe(
      '\\operatorname{round}\\left(\\frac{(-0.5)}{0.25}\\right) + 8',
    );
  });
});
