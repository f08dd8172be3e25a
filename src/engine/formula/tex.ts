import type { Expression, Formula } from './expression.ts';
import { symbolTex } from './symbols.ts';
import type { Bindings, SymbolName } from './symbols.ts';

/** How a number is written inside a formula; pages hand in their locale's grouping. */
export type NumberTex = (value: number) => string;

const plainDigits: NumberTex = (value) => String(value);

/** How a symbol is written; pages that explain symbols mark each with its name. */
export type SymbolTex = (name: SymbolName) => string;

const letters: SymbolTex = (name) => symbolTex[name];

/**
 * A symbol that carries its name into the page, as `data-symbol`; KaTeX sets it like the bare one.
 * @example namedSymbolTex('g') // '\\htmlData{symbol=g}{g}'
 */
export const namedSymbolTex: SymbolTex = (name) => `\\htmlData{symbol=${name}}{${symbolTex[name]}}`;

/**
 * TeX of an expression with its symbols.
 * @example toTex(quotient('C_in', 'g')) // '\\frac{C_{\\mathrm{in}}}{g}'
 */
export function toTex(
  tree: Expression,
  numberTex: NumberTex = plainDigits,
  symbol: SymbolTex = letters,
): string {
  return write(tree, symbol, ' \\, ', numberTex);
}

/**
 * TeX of an expression with the numbers put in for its symbols, factors joined by ×.
 * @throws RangeError when a symbol has no value.
 * @example toTexWithNumbers(times('k', 'k'), { k: 3 }) // '3 \\times 3'
 */
export function toTexWithNumbers(
  tree: Expression,
  bindings: Bindings,
  numberTex: NumberTex = plainDigits,
): string {
  const symbol = (name: SymbolName): string => {
    const value = bindings[name];
    if (value === undefined) throw new RangeError(`the symbol ${name} has no value`);
    return value < 0 ? `(${numberTex(value)})` : numberTex(value);
  };
  return write(tree, symbol, ' \\times ', numberTex);
}

/** TeX of `result = expression` with symbols. */
export function formulaTex(
  formula: Formula,
  numberTex: NumberTex = plainDigits,
  symbol: SymbolTex = letters,
): string {
  return `${symbol(formula.result)} = ${toTex(formula.expression, numberTex, symbol)}`;
}

function write(
  tree: Expression,
  symbol: (name: SymbolName) => string,
  multiply: string,
  numberTex: NumberTex,
): string {
  const inner = (node: Expression): string => write(node, symbol, multiply, numberTex);
  const factor = (node: Expression): string => (isSum(node) ? `\\left(${inner(node)}\\right)` : inner(node));
  switch (tree.op) {
    case 'number':
      return numberTex(tree.value);
    case 'symbol':
      return symbol(tree.name);
    case 'sum':
      return tree.terms.map(inner).join(' + ');
    case 'difference':
      return `${inner(tree.left)} - ${factor(tree.right)}`;
    case 'product':
      return writeProduct(tree.factors, factor, multiply);
    case 'quotient':
      return `\\frac{${inner(tree.numerator)}}{${inner(tree.denominator)}}`;
    case 'power':
      return `{${isAtom(tree.base) ? inner(tree.base) : `\\left(${inner(tree.base)}\\right)`}}^{${inner(tree.exponent)}}`;
    case 'floor':
      return `\\left\\lfloor ${inner(tree.of)} \\right\\rfloor`;
    case 'ceil':
      return `\\left\\lceil ${inner(tree.of)} \\right\\rceil`;
    case 'round':
      return `\\operatorname{round}\\left(${inner(tree.of)}\\right)`;
    case 'minimum':
      return `\\min\\left(${tree.of.map(inner).join(',\\; ')}\\right)`;
    case 'maximum':
      return `\\max\\left(${tree.of.map(inner).join(',\\; ')}\\right)`;
  }
}

/** Digits side by side would read as one number, so a number after any factor is always joined by ×. */
function writeProduct(
  factors: readonly Expression[],
  factor: (node: Expression) => string,
  multiply: string,
): string {
  return factors.reduce((text, node, index) => {
    if (index === 0) return factor(node);
    return `${text}${node.op === 'number' ? ' \\times ' : multiply}${factor(node)}`;
  }, '');
}

const isSum = (node: Expression): boolean => node.op === 'sum' || node.op === 'difference';
const isAtom = (node: Expression): boolean => node.op === 'number' || node.op === 'symbol';
