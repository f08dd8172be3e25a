import { describe, expect, it } from 'vitest';
import {
  ceil,
  difference,
  evaluate,
  floor,
  maximum,
  minimum,
  power,
  quotient,
  slidingSizeFormula,
  sum,
  symbolsOf,
  times,
} from '../../../src/engine/index.ts';

describe('evaluate', () => {
  it.each([
    ['sum', sum(1, 2, 3), 6],
    ['difference', difference(1, 3), -2],
    ['product', times(2, 3, 4), 24],
    ['quotient', quotient(7, 2), 3.5],
    ['power', power(2, 10), 1024],
    ['floor of a negative', floor(quotient(-1, 2)), -1],
    ['ceil of a negative', ceil(quotient(-1, 2)), -0],
    ['minimum', minimum(3, 1, 2), 1],
    ['maximum', maximum(3, 1, 4, 2), 4],
  ])('%s', (_, tree, expected) => {
    expect(evaluate(tree, {})).toBe(expected);
  });

  it('puts in what the symbols stand for: 224, k 7, s 2, p 3 is 112', () => {
    const bindings = { n: 224, k: 7, s: 2, d: 1, p_begin: 3, p_end: 3 };
    expect(evaluate(slidingSizeFormula.expression, bindings)).toBe(112);
  });

  it('refuses a symbol without a value, and a result that is none', () => {
    expect(() => evaluate(times('C_in', 2), {})).toThrow('the symbol C_in has no value');
    expect(() => evaluate(quotient(1, 'g'), { g: 0 })).toThrow('the formula has no finite value: Infinity');
    expect(() => evaluate(quotient(0, 'g'), { g: 0 })).toThrow('NaN');
  });
});

describe('symbolsOf', () => {
  it('names each symbol once, in order of appearance', () => {
    expect(symbolsOf(slidingSizeFormula.expression)).toEqual(['n', 'p_begin', 'p_end', 'd', 'k', 's']);
    expect(symbolsOf(sum(power('k', 2), minimum('C_in', 'k'), 3))).toEqual(['k', 'C_in']);
  });
});

describe('times', () => {
  it('of one factor is that factor, so that no product of one is typeset', () => {
    expect(times('k')).toEqual({ op: 'symbol', name: 'k' });
  });
});
