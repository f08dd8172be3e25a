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
        .map(({ ancestors = [], cause, reason }) => ({
          reason: cause instanceof Error ? cause.message : reason,
          // A display formula's innermost element is made up and stands nowhere; the one around it does.
          node: { position: ancestors.findLast(({ position }) => position !== undefined)?.position },
        })),
    );
  };
}
