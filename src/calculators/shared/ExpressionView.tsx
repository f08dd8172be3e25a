import type { ComponentChildren, JSX } from 'preact';
import type { Expression, SymbolName } from '../../engine/index.ts';

interface Props {
  readonly tree: Expression;
  /** How a symbol is written: its letters, or its value. */
  readonly symbol: (name: SymbolName) => ComponentChildren;
  readonly number: (value: number) => string;
  /** Sign between factors. */
  readonly times: string;
}

/** An expression as HTML, fractions and floor brackets drawn; needs no typesetter in the reader's browser. */
export function ExpressionView(props: Props): JSX.Element {
  const { tree, symbol, number, times } = props;
  const inner = (node: Expression): JSX.Element => <ExpressionView {...props} tree={node} />;
  const bracketed = (node: Expression): JSX.Element => {
    const bracket = (sign: string): ComponentChildren =>
      isTall(node) ? <span class="tall">{sign}</span> : sign;
    return (
      <>
        {bracket('(')}
        {inner(node)}
        {bracket(')')}
      </>
    );
  };
  const factor = (node: Expression): JSX.Element => (isSum(node) ? bracketed(node) : inner(node));
  switch (tree.op) {
    case 'number':
      return <>{number(tree.value)}</>;
    case 'symbol':
      return <>{symbol(tree.name)}</>;
    case 'sum':
      return <>{joined(tree.terms.map(inner), ' + ')}</>;
    case 'difference':
      return (
        <>
          {inner(tree.left)} − {factor(tree.right)}
        </>
      );
    case 'product':
      return <>{joined(tree.factors.map(factor), times)}</>;
    case 'quotient':
      return (
        <span class="fraction">
          <span>{inner(tree.numerator)}</span>
          <span>{inner(tree.denominator)}</span>
        </span>
      );
    case 'power':
      return (
        <>
          {factor(tree.base)}
          <sup>{inner(tree.exponent)}</sup>
        </>
      );
    case 'floor':
    case 'ceil':
      return <span class={tree.op}>{inner(tree.of)}</span>;
    case 'round':
      return <>round{bracketed(tree.of)}</>;
    case 'minimum':
      return <>min({joined(tree.of.map(inner), ', ')})</>;
    case 'maximum':
      return <>max({joined(tree.of.map(inner), ', ')})</>;
  }
}

/** Whether a fraction makes an expression higher than a line, so that its brackets have to grow. */
function isTall(node: Expression): boolean {
  switch (node.op) {
    case 'number':
    case 'symbol':
      return false;
    case 'sum':
      return node.terms.some(isTall);
    case 'difference':
      return isTall(node.left) || isTall(node.right);
    case 'product':
      return node.factors.some(isTall);
    case 'quotient':
      return true;
    case 'power':
      return isTall(node.base);
    case 'floor':
    case 'ceil':
    case 'round':
      return isTall(node.of);
    case 'minimum':
    case 'maximum':
      return node.of.some(isTall);
  }
}

const isSum = (node: Expression): boolean => node.op === 'sum' || node.op === 'difference';

function joined(parts: readonly JSX.Element[], sign: string): ComponentChildren {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [sign, part]));
}
