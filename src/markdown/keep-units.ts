import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

const unit =
  /(?:[kMGTP]?i?B|bits?|bytes?|[kMGTP]?(?:MACs?|FLOPs?|FLOP\/s|Hz)|[mµn]?s|字节|位)(?![\p{Letter}])/u;
const afterDigit = new RegExp(`(?<=\\d) (?=${unit.source})`, 'gu');
const atStart = new RegExp(`^ (?=${unit.source})`, 'u');

/** Remark plugin: a unit never parts from its number at a line's end, whether the number is typed or computed. */
export function remarkKeepUnits() {
  return (tree: Root): void => {
    visit(tree, 'text', (text, index, parent) => {
      text.value = text.value.replaceAll(afterDigit, '\u00a0');
      const before = index === undefined ? undefined : parent?.children[index - 1];
      if (before?.type === 'mdxTextExpression') text.value = text.value.replace(atStart, '\u00a0');
    });
  };
}
