import type { Root } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

export type ComponentElement = MdxJsxFlowElement | MdxJsxTextElement;

/** What has a place in a note's source. */
export interface Placed {
  readonly position?: ComponentElement['position'] | undefined;
}

/** Something wrong in a note, with the node it stands at. */
export interface Complaint {
  readonly reason: string;
  readonly node: Placed;
}

/** All component tags of a note in document order, HTML tags left out. */
export function componentsIn(tree: Root): ComponentElement[] {
  const found: ComponentElement[] = [];
  visit(tree, (node) => {
    if (
      (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') &&
      /^[A-Z]/.test(node.name ?? '')
    ) {
      found.push(node);
    }
  });
  return found;
}

/** The text of a quoted attribute, or undefined when it is absent or an expression. */
export function textAttribute(element: ComponentElement, name: string): string | undefined {
  const value = element.attributes.find(
    (attribute): attribute is MdxJsxAttribute =>
      attribute.type === 'mdxJsxAttribute' && attribute.name === name,
  )?.value;
  return typeof value === 'string' ? value : undefined;
}

/** Gives an element a text attribute computed by the build. */
export function setTextAttribute(element: ComponentElement, name: string, value: string): void {
  element.attributes.push({ type: 'mdxJsxAttribute', name, value });
}

/** `content/notes/en/model-size.mdx:12`, the way every complaint names its place. */
export function placeOf(file: VFile, node: Placed): string {
  return `${noteFile(file)}:${node.position?.start.line ?? 1}`;
}

/** The note's file relative to the project, the same on every machine. */
export function noteFile(file: VFile): string {
  return file.path.replace(/^.*?((?:content|tests)\/)/, '$1');
}

/**
 * Fails the build with every complaint at once, each with file and line.
 * @throws VFileMessage placed at the first complaint.
 */
export function failOn(file: VFile, complaints: readonly Complaint[]): void {
  const [first] = complaints;
  if (first === undefined) return;
  const reasons = complaints.map(({ reason, node }) => `${placeOf(file, node)}: ${reason}`);
  const { position } = first.node;
  file.fail(reasons.join('\n'), position === undefined ? {} : { place: position });
}
