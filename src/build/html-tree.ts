import type { DefaultTreeAdapterTypes } from 'parse5';

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

/** Whether a node is an element. */
export function isElement(node: DefaultTreeAdapterTypes.Node): node is HtmlElement {
  return 'tagName' in node;
}

/** Value of an attribute, or `undefined` where the element has none of that name. */
export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value;
}

/** Whether the element carries a class. */
export function hasClass(element: HtmlElement, name: string): boolean {
  return attribute(element, 'class')?.split(/\s+/).includes(name) ?? false;
}

/** All elements below a node that fit, in the order of the text; what lies below one that fits is searched too. */
export function elementsWhere(
  node: DefaultTreeAdapterTypes.ParentNode,
  fits: (element: HtmlElement) => boolean,
): HtmlElement[] {
  return node.childNodes.filter(isElement).flatMap((child) => {
    const below = elementsWhere(child, fits);
    return fits(child) ? [child, ...below] : below;
  });
}

/** All text below a node as it stands in the source. */
export function rawText(node: DefaultTreeAdapterTypes.Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(rawText).join('') : '';
}
