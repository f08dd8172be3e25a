import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Split } from '../../../src/engine/index.ts';
import { evaluate, factorize, formulaTex } from '../../../src/engine/index.ts';

const square = { inChannels: 64, outChannels: 64, kernel: [7, 7] };

describe('factorization formulas', () => {
  it('write an asymmetric pair as k_w before and k_h after the middle', () => {
    const { formulas } = factorize(square, 'asymmetric');
    expect(formulaTex(formulas.macs)).toBe(
      'M = \\left(k_w \\, C_{\\mathrm{in}} \\, C_{\\mathrm{mid}} + k_h \\, C_{\\mathrm{mid}} \\, C_{\\mathrm{out}}\\right) \\, H_{\\mathrm{out}} \\, W_{\\mathrm{out}}',
    );
    expect(formulas.equalWidthRatio && formulaTex(formulas.equalWidthRatio)).toBe(
      'R = \\frac{k_w + k_h}{k_h \\, k_w}',
    );
    expect(formulas.middleChannels && formulaTex(formulas.middleChannels)).toBe(
      'C_{\\mathrm{max}} = \\left\\lfloor \\frac{k_h \\, k_w \\, C_{\\mathrm{in}} \\, C_{\\mathrm{out}}}{k_w \\, C_{\\mathrm{in}} + k_h \\, C_{\\mathrm{out}}} \\right\\rfloor',
    );
  });

  it('count equal layers of a stack in one term', () => {
    const { formulas } = factorize(square, 'stack-of-3');
    expect(formulas.equalWidthRatio && formulaTex(formulas.equalWidthRatio)).toBe(
      'R = \\frac{3 \\times 3 \\times 3}{k_h \\, k_w}',
    );
    expect(formulas.middleChannels).toBeUndefined();
  });

  it('have no equal-width ratio for depthwise parts, whose widths do not cancel', () => {
    expect(factorize(square, 'depthwise-separable').formulas.equalWidthRatio).toBeUndefined();
  });

  it('agree with the counted cost for every split, width and size', () => {
    const cases = fc.record({
      split: fc.constantFrom<Split>(
        'stack-of-3',
        'stack-of-2',
        'asymmetric',
        'asymmetric-reversed',
        'p3d-a',
        'p3d-b',
        'p3d-c',
        '2plus1d',
        'depthwise-separable',
        'low-rank',
      ),
      half: fc.integer({ min: 2, max: 4 }),
      inChannels: fc.integer({ min: 1, max: 40 }),
      outChannels: fc.integer({ min: 1, max: 40 }),
      axisSize: fc.integer({ min: 1, max: 20 }),
    });
    fc.assert(
      fc.property(cases, ({ split, half, inChannels, outChannels, axisSize }) => {
        const axes = split.includes('d-') || split === '2plus1d' ? 3 : 2;
        const kernel = Array.from({ length: axes }, () => 2 * half + 1);
        const own = factorize({ inChannels, outChannels, kernel, padding: 'same' }, split);
        const input = [inChannels, ...kernel.map(() => axisSize)];
        const bindings = own.bindings(input);
        expect(evaluate(own.formulas.macs.expression, bindings)).toBe(own.macs(input));
        expect(evaluate(own.formulas.ratio.expression, bindings)).toBeCloseTo(own.weightRatio, 12);
        expect(own.macsRatio(input)).toBeCloseTo(own.weightRatio, 12);
      }),
    );
  });

  it('give the ratio at equal widths when all widths are equal', () => {
    for (const split of ['stack-of-3', 'stack-of-2', 'asymmetric', 'low-rank'] as const) {
      const own = factorize(square, split);
      const ratio = own.formulas.equalWidthRatio;
      expect(ratio && evaluate(ratio.expression, own.bindings([64, 9, 9]))).toBeCloseTo(own.weightRatio, 15);
    }
  });
});

describe('the middle width formula', () => {
  it('is the largest width of a pair that does not cost more', () => {
    const sizes = fc.record({
      inChannels: fc.integer({ min: 1, max: 300 }),
      outChannels: fc.integer({ min: 1, max: 300 }),
      kernel: fc.tuple(
        fc.integer({ min: 2, max: 9 }),
        fc.integer({ min: 2, max: 9 }),
        fc.integer({ min: 2, max: 9 }),
      ),
    });
    fc.assert(
      fc.property(sizes, (spec) => {
        const matched = factorize({ ...spec, bias: false }, '2plus1d');
        const [spatial] = matched.convolutions;
        const middleChannels = (spatial?.spec.outChannels ?? 0) + 1;
        const wider = factorize({ ...spec, bias: false }, '2plus1d', { middleChannels });
        expect(matched.parameters).toBeLessThanOrEqual(matched.whole.parameters);
        expect(wider.parameters).toBeGreaterThan(wider.whole.parameters);
      }),
    );
  });
});
