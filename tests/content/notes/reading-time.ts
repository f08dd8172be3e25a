import type { Nodes, Root } from 'mdast';
import { blocksOf } from './blocks.ts';

/**
 * Reading speeds: what studies find for plain prose (about 240 English words and 400 Han characters a minute, read
 * silently) less a sixth, because this prose is dense.
 */
const perMinute = { words: 200, hanCharacters: 330 } as const;

/**
 * Minutes to read what a note shows before anything is unfolded: prose, tables and captions, a computed number being a
 * word. Answers are folded away, and code is looked up rather than read.
 */
export function readingMinutes(tree: Root): number {
  const text = blocksOf(unfoldedPartOf(tree))
    .map(({ text: own }) => own)
    .join('\n');
  const characters = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.replaceAll(/\p{Script=Han}/gu, ' ').match(/\S*[\p{L}\p{N}⟨]\S*/gu)?.length ?? 0;
  return words / perMinute.words + characters / perMinute.hanCharacters;
}

function unfoldedPartOf(tree: Root): Root {
  const isShown = (node: Nodes): boolean => !('name' in node && node.name === 'Answer');
  const prune = <Node extends Nodes>(node: Node): Node =>
    'children' in node ? { ...node, children: node.children.filter(isShown).map(prune) } : node;
  return prune(tree);
}
