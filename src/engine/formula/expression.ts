import { roundHalfEven } from '../rounding.ts';
import type { Bindings, SymbolName } from './symbols.ts';

/**
 * A formula as a tree. One tree is evaluated, typeset with symbols and typeset with numbers, so the formula on a page
 * and the number beside it cannot disagree.
 */
export type Expression =
  | { readonly op: 'number'; readonly value: number }
  | { readonly op: 'symbol'; readonly name: SymbolName }
  | { readonly op: 'sum'; readonly terms: readonly Expression[] }
  | { readonly op: 'difference'; readonly left: Expression; readonly right: Expression }
  | { readonly op: 'product'; readonly factors: readonly Expression[] }
  | { readonly op: 'quotient'; readonly numerator: Expression; readonly denominator: Expression }
  | { readonly op: 'power'; readonly base: Expression; readonly exponent: Expression }
  | { readonly op: 'floor'; readonly of: Expression }
  | { readonly op: 'ceil'; readonly of: Expression }
  | { readonly op: 'round'; readonly of: Expression }
  | { readonly op: 'minimum' | 'maximum'; readonly of: readonly Expression[] };

/** A named quantity: `result = expression`. */
export interface Formula {
  readonly result: SymbolName;
  readonly expression: Expression;
}

type Operand = Expression | SymbolName | number;

function expression(operand: Operand): Expression {
  if (typeof operand === 'number') return { op: 'number', value: operand };
  if (typeof operand === 'string') return { op: 'symbol', name: operand };
  return operand;
}

export const sum = (...terms: Operand[]): Expression => ({ op: 'sum', terms: terms.map(expression) });
export const difference = (left: Operand, right: Operand): Expression => ({
  op: 'difference',
  left: expression(left),
  right: expression(right),
});
/** A product; a single factor is that factor. */
export function times(...factors: Operand[]): Expression {
  const [first, ...others] = factors;
  if (first !== undefined && others.length === 0) return expression(first);
  return { op: 'product', factors: factors.map(expression) };
}
export const quotient = (numerator: Operand, denominator: Operand): Expression => ({
  op: 'quotient',
  numerator: expression(numerator),
  denominator: expression(denominator),
});
export const power = (base: Operand, exponent: Operand): Expression => ({
  op: 'power',
  base: expression(base),
  exponent: expression(exponent),
});
export const floor = (of: Operand): Expression => ({ op: 'floor', of: expression(of) });
export const ceil = (of: Operand): Expression => ({ op: 'ceil', of: expression(of) });
/** The nearest whole number, ties to the even one. */
export const round = (of: Operand): Expression => ({ op: 'round', of: expression(of) });
export const minimum = (...of: Operand[]): Expression => ({ op: 'minimum', of: of.map(expression) });
export const maximum = (...of: Operand[]): Expression => ({ op: 'maximum', of: of.map(expression) });

/**
 * The number an expression stands for.
 * @throws RangeError when a symbol has no value, a divisor is zero, or the result is not finite.
 * @example evaluate(times('k', 'k'), { k: 3 }) // 9
 */
export function evaluate(tree: Expression, bindings: Bindings): number {
  const value = compute(tree, bindings);
  if (!Number.isFinite(value)) throw new RangeError(`the formula has no finite value: ${String(value)}`);
  return value;
}

function compute(tree: Expression, bindings: Bindings): number {
  switch (tree.op) {
    case 'number':
      return tree.value;
    case 'symbol': {
      const value = bindings[tree.name];
      if (value === undefined) throw new RangeError(`the symbol ${tree.name} has no value`);
      return value;
    }
    case 'sum':
      return tree.terms.reduce((total, term) => total + compute(term, bindings), 0);
    case 'difference':
      return compute(tree.left, bindings) - compute(tree.right, bindings);
    case 'product':
      return tree.factors.reduce((total, factor) => total * compute(factor, bindings), 1);
    case 'quotient':
      return compute(tree.numerator, bindings) / compute(tree.denominator, bindings);
    case 'power':
      return compute(tree.base, bindings) ** compute(tree.exponent, bindings);
    case 'floor':
      return Math.floor(compute(tree.of, bindings));
    case 'ceil':
      return Math.ceil(compute(tree.of, bindings));
    case 'round':
      return roundHalfEven(compute(tree.of, bindings));
    case 'minimum':
      return Math.min(...tree.of.map((each) => compute(each, bindings)));
    case 'maximum':
      return Math.max(...tree.of.map((each) => compute(each, bindings)));
  }
}

/** The symbols of an expression in the order they are met, each once. */
export function symbolsOf(tree: Expression): SymbolName[] {
  const names = new Set<SymbolName>();
  const visit = (node: Expression): void => {
    if (node.op === 'symbol') names.add(node.name);
    for (const child of childrenOf(node)) visit(child);
  };
  visit(tree);
  return [...names];
}

function childrenOf(node: Expression): readonly Expression[] {
  switch (node.op) {
    case 'number':
    case 'symbol':
      return [];
    case 'sum':
      return node.terms;
    case 'difference':
      return [node.left, node.right];
    case 'product':
      return node.factors;
    case 'quotient':
      return [node.numerator, node.denominator];
    case 'power':
      return [node.base, node.exponent];
    case 'floor':
    case 'ceil':
    case 'round':
      return [node.of];
    case 'minimum':
    case 'maximum':
      return node.of;
  }
}
