import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arithmeticIntensity,
  depthwiseSeparable,
  evaluate,
  factorize,
  formulaTex,
  multipliersRatioFormula,
} from '../../../src/engine/index.ts';

const square = (kernel: number): [number, number] => [kernel, kernel];

describe('depthwiseSeparable', () => {
  it.each([
    [3, 64, 0.1267],
    [3, 128, 0.1189],
    [3, 512, 0.1131],
    [5, 128, 0.0478],
  ])('costs 1/C_out + 1/k² of a dense %i×%i to %i channels', (kernel, outChannels, ratio) => {
    const own = depthwiseSeparable({ inChannels: 64, outChannels, kernel: square(kernel), padding: 'same' });
    expect(Number(own.ratio.toFixed(4))).toBe(ratio);
  });

  it('has 64·9 + 64·128 = 8,768 weights from 64 to 128 channels, and twice that with multiplier 2', () => {
    const layer = { inChannels: 64, outChannels: 128, kernel: square(3) };
    expect(depthwiseSeparable(layer).parameters).toBe(8_768);
    expect(depthwiseSeparable({ ...layer, depthMultiplier: 2 }).parameters).toBe(17_536);
  });

  it('keeps its ratio under stride, padding and dilation', () => {
    const layers = fc.record({
      inChannels: fc.integer({ min: 1, max: 40 }),
      outChannels: fc.integer({ min: 1, max: 40 }),
      kernel: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
      depthMultiplier: fc.integer({ min: 1, max: 4 }),
      stride: fc.integer({ min: 1, max: 3 }),
      dilation: fc.integer({ min: 1, max: 2 }),
    });
    fc.assert(
      fc.property(layers, ({ stride, dilation, ...layer }) => {
        const input = [layer.inChannels, ...layer.kernel.map(() => 12)];
        const own = depthwiseSeparable({
          ...layer,
          stride: layer.kernel.map(() => stride),
          dilation: layer.kernel.map(() => dilation),
        });
        const values = own.bindings(input);
        expect(own.macs(input) / own.whole.macs(input)).toBeCloseTo(own.ratio, 12);
        expect(own.parameters / own.whole.parameters).toBeCloseTo(own.ratio, 12);
        expect(evaluate(own.formulas.macs.expression, values)).toBe(own.macs(input));
        expect(evaluate(own.formulas.parameters.expression, values)).toBe(own.parameters);
        expect(evaluate(own.formulas.ratio.expression, values)).toBeCloseTo(own.ratio, 12);
      }),
    );
  });

  it('is the factorization of that name with multiplier 1', () => {
    const layer = { inChannels: 48, outChannels: 96, kernel: square(5), padding: 'same' as const };
    const split = factorize({ ...layer, bias: false }, 'depthwise-separable');
    const own = depthwiseSeparable(layer);
    expect([own.parameters, own.macs([48, 14, 14])]).toEqual([split.parameters, split.macs([48, 14, 14])]);
  });

  it('does 132, 2.2 and 15.8 FLOPs for each byte moved at 56×56 and 64 channels in float32', () => {
    const own = depthwiseSeparable({ inChannels: 64, outChannels: 64, kernel: square(3), padding: 'same' });
    const rows = own.rows([64, 56, 56]);
    const intensity = (name: keyof typeof rows): number =>
      arithmeticIntensity(rows[name], { dtype: 'float32' });
    expect(Math.round(intensity('whole'))).toBe(132);
    expect(intensity('depthwise').toFixed(1)).toBe('2.2');
    expect(intensity('pointwise').toFixed(1)).toBe('15.8');
  });

  it('writes the ratio as m(1/C_out + 1/k_h k_w), and leaves a multiplier of 1 out', () => {
    const ratio = (depthMultiplier: number): string => {
      const layer = { inChannels: 1, outChannels: 1, kernel: square(3), depthMultiplier };
      return formulaTex(depthwiseSeparable(layer).formulas.ratio);
    };
    const terms = '\\frac{1}{C_{\\mathrm{out}}} + \\frac{1}{k_h \\, k_w}';
    expect(ratio(1)).toBe(`R = ${terms}`);
    expect(ratio(2)).toBe(`R = m \\, \\left(${terms}\\right)`);
  });

  it('refuses a multiplier below 1', () => {
    const layer = { inChannels: 8, outChannels: 8, kernel: square(3) };
    expect(() => depthwiseSeparable({ ...layer, depthMultiplier: 0 })).toThrow(/depthMultiplier .* 0$/);
  });
});

describe('multipliersRatioFormula', () => {
  it('is what a thinner layer at a lower resolution costs over the standard convolution', () => {
    const standard = depthwiseSeparable({
      inChannels: 64,
      outChannels: 128,
      kernel: square(3),
      padding: 'same',
    });
    const thinner = depthwiseSeparable({
      inChannels: 48,
      outChannels: 96,
      kernel: square(3),
      padding: 'same',
    });
    const values = { alpha: 0.75, rho: 0.5, C_out: 128, k_h: 3, k_w: 3 };
    expect(evaluate(multipliersRatioFormula.expression, values)).toBeCloseTo(
      thinner.macs([48, 28, 28]) / standard.whole.macs([64, 56, 56]),
      14,
    );
  });
});
