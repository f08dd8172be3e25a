import type { Heading, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Complaint } from './mdx-tree.ts';
import { failOn } from './mdx-tree.ts';

/**
 * Remark plugin: a heading carries its id in a comment, `## Padding {/* padding *​/}`, the same in both languages, so
 * that a link to a heading survives translation and rewording. A heading without one, or a second one with the same
 * id, fails the build.
 */
export function remarkHeadingIds() {
  return (tree: Root, file: VFile): void => {
    const complaints: Complaint[] = [];
    const seen = new Set<string>();
    visit(tree, 'heading', (heading) => {
      const id = takeId(heading);
      if (heading.depth === 1)
        complaints.push({ reason: 'a note has no level-1 heading; its title is one', node: heading });
      else if (id === undefined)
        complaints.push({ reason: 'heading without an id: write ## Title {/* id */}', node: heading });
      else if (seen.has(id)) complaints.push({ reason: `heading id ${id} is used twice`, node: heading });
      else seen.add(id);
    });
    failOn(file, complaints);
  };
}

/** Removes the id comment from a heading and makes it the element's id. */
function takeId(heading: Heading): string | undefined {
  const last = heading.children.at(-1);
  if (last?.type !== 'mdxTextExpression') return undefined;
  const id = /^\/\*\s*([a-z0-9-]+)\s*\*\/$/.exec(last.value.trim())?.[1];
  if (id === undefined) return undefined;
  heading.children.pop();
  const before = heading.children.at(-1);
  if (before?.type === 'text') before.value = before.value.trimEnd();
  heading.data = { ...heading.data, hProperties: { id } };
  return id;
}
