import type { Expression } from './expression.ts';
import type { Bindings, SymbolName } from './symbols.ts';

/**
 * An expression on one line of plain text with the numbers put in, for screen readers and copies.
 * @throws RangeError when a symbol has no value.
 * @example toText(quotient(sum('n', 1), 's'), { n: 4, s: 2 }) // '(4 + 1) / 2'
 */
export function toText(
  tree: Expression,
  bindings: Bindings,
  digits: (value: number) => string = String,
): string {
  const symbol = (name: SymbolName): string => {
    const value = bindings[name];
    if (value === undefined) throw new RangeError(`the symbol ${name} has no value`);
    return digits(value);
  };
  return write(tree, symbol, digits);
}

function write(
  tree: Expression,
  symbol: (name: SymbolName) => string,
  digits: (value: number) => string,
): string {
  const inner = (node: Expression): string => write(node, symbol, digits);
  const grouped = (node: Expression): string => (bare.has(node.op) ? inner(node) : `(${inner(node)})`);
  switch (tree.op) {
    case 'number':
      return digits(tree.value);
    case 'symbol':
      return symbol(tree.name);
    case 'sum':
      return tree.terms.map(inner).join(' + ');
    case 'difference':
      return `${inner(tree.left)} − ${grouped(tree.right)}`;
    case 'product':
      return tree.factors
        .map((factor) => (factor.op === 'product' ? inner(factor) : grouped(factor)))
        .join(' × ');
    case 'quotient':
      return `${grouped(tree.numerator)} / ${grouped(tree.denominator)}`;
    case 'power':
      return `${grouped(tree.base)}^${grouped(tree.exponent)}`;
    case 'floor':
      return `floor(${inner(tree.of)})`;
    case 'ceil':
      return `ceil(${inner(tree.of)})`;
    case 'round':
      return `round(${inner(tree.of)})`;
    case 'minimum':
      return `min(${tree.of.map(inner).join(', ')})`;
    case 'maximum':
      return `max(${tree.of.map(inner).join(', ')})`;
  }
}

/** What needs no brackets around it, or brings its own. */
const bare: ReadonlySet<Expression['op']> = new Set([
  'number',
  'symbol',
  'floor',
  'ceil',
  'round',
  'minimum',
  'maximum',
]);
