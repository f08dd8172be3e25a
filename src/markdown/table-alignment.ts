import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Rehype plugin: a table cell's alignment as a class, because the page's policy refuses style attributes. */
export function rehypeTableAlignment() {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      const { align } = node.properties;
      if (typeof align !== 'string') return;
      delete node.properties.align;
      node.properties.className = [`align-${align}`];
    });
  };
}
