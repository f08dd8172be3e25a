import { describe, expect, it } from 'vitest';
import { plainFormula } from '../../../src/build/search/plain-formula.ts';

describe('plainFormula', () => {
  it.each([
    ['C_{\\mathrm{in}}', 'C_in'],
    ['P = \\frac{C_{\\mathrm{in}}}{g} \\, k_h', 'P = C_in / g k_h'],
    ['R = \\frac{k_w + k_h}{k_h \\, k_w}', 'R = (k_w + k_h) / (k_h k_w)'],
    ['{C_{\\mathrm{mid}}}^{2}', 'C_mid²'],
    ['d(k - 1) - p', 'd(k - 1) - p'],
    [
      'o = \\left\\lfloor \\frac{n - d \\, \\left(k - 1\\right) - 1}{s} \\right\\rfloor + 1',
      'o = ⌊(n - d (k - 1) - 1) / s⌋ + 1',
    ],
    ['\\Delta = \\frac{2 \\, |x|_{\\mathrm{max}}}{{2}^{b} - 1}', 'Δ = (2 |x|_max) / (2^b - 1)'],
    ['3 \\times 3', '3 × 3'],
  ])('writes %s as %s', (tex, plain) => {
    expect(plainFormula(tex)).toBe(plain);
  });
});
