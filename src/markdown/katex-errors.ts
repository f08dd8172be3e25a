import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { failOn } from './mdx-tree.ts';

/**
 * Rehype plugin for after rehype-katex, which only remarks on a formula it cannot typeset and prints it in red: here
 * each of those remarks fails the build.
 */
export function rehypeKatexErrors() {
  return (_tree: Root, file: VFile): void => {
    failOn(
      file,
      file.messages
        .filter(({ source }) => source === 'rehype-katex')
        .map(({ cause, reason, line }) => ({
          reason: cause instanceof Error ? cause.message : reason,
          node: { position: { start: { line: line ?? 1, column: 1 }, end: { line: line ?? 1, column: 1 } } },
        })),
    );
  };
}
