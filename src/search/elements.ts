import type { ExcerptPart } from './excerpt.ts';

/** Builds an element from its attributes and children; text is only ever set as text. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const result = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) result.setAttribute(attribute, value);
  result.append(...children);
  return result;
}

/** A button that does something when pressed. */
export function button(
  text: string,
  onPress: () => void,
  attributes: Readonly<Record<string, string>> = {},
): HTMLButtonElement {
  const result = element('button', { type: 'button', class: 'plain-button', ...attributes }, text);
  result.addEventListener('click', onPress);
  return result;
}

/** An excerpt as nodes, its marked words in <mark>. */
export function excerptNodes(parts: readonly ExcerptPart[]): Node[] {
  return parts.map(({ text, isMarked }) =>
    isMarked ? element('mark', {}, text) : document.createTextNode(text),
  );
}
