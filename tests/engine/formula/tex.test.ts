import { describe, expect, it } from 'vitest';
import {
  axisSymbols,
  convolution,
  difference,
  floor,
  formulaTex,
  maximum,
  minimum,
  multiHeadAttention,
  power,
  quotient,
  sum,
  times,
  toTex,
  toTexWithNumbers,
} from '../../../src/engine/index.ts';

describe('toTex', () => {
  it.each([
    ['C_{\\mathrm{in}} \\, C_{\\mathrm{out}}', times('C_in', 'C_out')],
    ['4 \\, E', times(4, 'E')],
    ['k \\times 2', times('k', 2)],
    ['\\frac{C_{\\mathrm{in}}}{g}', quotient('C_in', 'g')],
    ['\\left(n - 1\\right) \\, s', times(difference('n', 1), 's')],
    ['n - \\left(k + 1\\right)', difference('n', sum('k', 1))],
    ['{k}^{2}', power('k', 2)],
    ['{\\left(2 \\, k\\right)}^{2}', power(times(2, 'k'), 2)],
    ['\\left\\lfloor \\frac{n}{s} \\right\\rfloor', floor(quotient('n', 's'))],
    ['\\min\\left(n,\\; k\\right)', minimum('n', 'k')],
    ['\\max\\left(n,\\; k\\right)', maximum('n', 'k')],
  ])('%s', (expected, tree) => {
    expect(toTex(tree)).toBe(expected);
  });

  it("typesets a grouped convolution's parameters with its groups", () => {
    const { formulas } = convolution({ inChannels: 64, outChannels: 128, kernel: [3, 3], groups: 32 });
    expect(formulas.parameters && formulaTex(formulas.parameters)).toBe(
      'P = C_{\\mathrm{out}} \\, \\frac{C_{\\mathrm{in}}}{g} \\, k_h \\, k_w + C_{\\mathrm{out}}',
    );
  });

  it('typesets plain attention as 4NE² + 2N²E', () => {
    const { macs } = multiHeadAttention({ features: 768, heads: 12 }).formulas;
    expect(macs && formulaTex(macs)).toBe('M = 4 \\, N \\, {E}^{2} + 2 \\, {N}^{2} \\, E');
  });
});

describe('toTexWithNumbers', () => {
  it('joins factors by × and brackets negative values', () => {
    expect(toTexWithNumbers(times('C_in', 'C_out'), { C_in: 64, C_out: 128 })).toBe('64 \\times 128');
    expect(toTexWithNumbers(sum('n', 'd'), { n: 4, d: -1 })).toBe('4 + (-1)');
  });

  it('writes numbers as it is told', () => {
    const grouped = (value: number): string => value.toLocaleString('en').replaceAll(',', '\\,');
    expect(toTexWithNumbers(times('n', 2), { n: 12_345 }, grouped)).toBe('12\\,345 \\times 2');
  });

  it('refuses a symbol without a value', () => {
    expect(() => toTexWithNumbers(times('n', 2), {})).toThrow('the symbol n has no value');
  });
});

describe('axisSymbols', () => {
  it('names the slowest axis first', () => {
    expect(axisSymbols(1).kernel).toEqual(['k_w']);
    expect(axisSymbols(3).output).toEqual(['T_out', 'H_out', 'W_out']);
    expect(() => axisSymbols(4)).toThrow('axes must be 1, 2 or 3, not 4');
  });
});
