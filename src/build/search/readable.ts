import type { HtmlElement, HtmlNode } from '../html-tree.ts';
import { attribute, elementsWhere, hasClass, isElement, rawText } from '../html-tree.ts';
import { plainFormula } from './plain-formula.ts';

/** What a reader does not read as text: live controls, their scripts, drawings. */
const unread = new Set(['astro-island', 'script', 'style', 'svg', 'button', 'template', 'nav']);

/** What a page says of itself as a whole is read from it before. */
const forWholePages = new Set(['data-pagefind-filter', 'data-pagefind-meta']);

/**
 * Makes a page's main element, in place, what an excerpt may quote: what is marked as not to be searched is taken out,
 * a formula becomes one line of text (KaTeX's own markup holds it twice, and its TeX once more), so that `C_in` is
 * found as it is read. Of the list of sources the titles stay, with little weight, and the names in their addresses,
 * by which papers are looked up.
 */
export function readableContent(element: HtmlElement): void {
  element.childNodes = element.childNodes.flatMap((child): HtmlNode[] => {
    if (!isElement(child)) return [child];
    if (hasClass(child, 'katex') || hasClass(child, 'katex-display')) return [asText(child)];
    if (hasClass(child, 'references')) return [sources(child)];
    if (unread.has(child.tagName) || attribute(child, 'data-pagefind-ignore') !== undefined) return [];
    child.attrs = child.attrs.filter(({ name }) => !forWholePages.has(name));
    readableContent(child);
    return [child];
  });
}

function asText(formula: HtmlElement): HtmlNode {
  const tex = elementsWhere(formula, ({ tagName }) => tagName === 'annotation').map(rawText);
  // Displayed formulas follow each other without a blank.
  const blank = hasClass(formula, 'katex-display') ? ' ' : '';
  return textNode(`${blank}${plainFormula(tex.join(' '))}${blank}`, formula);
}

function sources(list: HtmlElement): HtmlElement {
  list.attrs = list.attrs
    .filter(({ name }) => name !== 'data-pagefind-ignore')
    .concat({ name: 'data-pagefind-weight', value: '0.2' });
  for (const item of elementsWhere(list, ({ tagName }) => tagName === 'li')) {
    item.attrs = [];
    item.childNodes = item.childNodes.filter(
      (node) => !isElement(node) || attribute(node, 'href')?.startsWith('#') !== true,
    );
  }
  for (const link of elementsWhere(list, ({ tagName }) => tagName === 'a')) {
    link.childNodes.push(textNode(` ${wordsOfAddress(attribute(link, 'href') ?? '')}`, link));
  }
  return list;
}

/** The parts of an address that name a paper: `https://arxiv.org/abs/1512.00567` gives `1512.00567`. */
export function wordsOfAddress(address: string): string {
  if (!URL.canParse(address)) return '';
  const { pathname, searchParams } = new URL(address);
  return [pathname.split('/').at(-1) ?? '', ...searchParams.values()].join(' ').trim();
}

function textNode(value: string, parent: HtmlElement): HtmlNode {
  return { nodeName: '#text', value, parentNode: parent };
}
