import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { ExpressionView } from '../../../src/calculators/shared/ExpressionView.tsx';
import type { Expression } from '../../../src/engine/index.ts';

const drawn = (tree: Expression): string =>
  render(
    h(ExpressionView, {
      tree,
      symbol: (name) => name,
      number: (value) => String(value),
      times: ' · ',
    }),
  );
const number = (value: number): Expression => ({ op: 'number', value });
const half: Expression = { op: 'quotient', numerator: number(1), denominator: number(2) };
const sumOf = (...terms: Expression[]): Expression => ({ op: 'sum', terms });
const productOf = (...factors: Expression[]): Expression => ({ op: 'product', factors });

describe('an expression in a calculator', () => {
  it('puts a sum that is a factor in brackets, and no other', () => {
    expect(drawn(productOf(number(2), sumOf(number(3), number(4))))).toBe('2 · (3 + 4)');
    expect(drawn(sumOf(number(2), productOf(number(3), number(4))))).toBe('2 + 3 · 4');
  });

  it('lets brackets grow with a fraction inside them, however deep', () => {
    const tall = /<span class="tall">\(<\/span>.*<span class="tall">\)<\/span>/;
    expect(drawn(productOf(number(2), sumOf(number(3), half)))).toMatch(tall);
    expect(drawn(productOf(number(2), sumOf(number(3), productOf(number(4), half))))).toMatch(tall);
    expect(drawn({ op: 'round', of: half })).toMatch(/^round<span class="tall">/);
    expect(drawn(productOf(half, sumOf(number(3), number(4))))).not.toContain('tall');
  });

  it('is the same letters whether its brackets grow or not', () => {
    const letters = drawn(productOf(number(2), sumOf(number(3), half))).replaceAll(/<[^>]*>/g, '');
    expect(letters).toBe('2 · (3 + 12)');
  });
});
