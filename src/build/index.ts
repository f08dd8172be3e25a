import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeHeaders } from './headers.ts';
import { hoistStyles } from './hoist-styles.ts';
import { settleIslands } from './islands.ts';
import { writeMarkdownNotes } from './markdown-notes.ts';
import { nameOfflineCache } from './offline.ts';
import { pruneFormulaStyles } from './prune-formula-styles.ts';
import { indexForSearch } from './search/index.ts';

/**
 * What happens to the pages once Astro has written them: islands settled, styles hoisted and pruned, notes written as
 * Markdown, header file written, search index built, the offline cache named.
 */
export function finishSite(): AstroIntegration {
  let base = '/';
  return {
    name: 'finish-site',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        await settleIslands(folder);
        await hoistStyles(folder, base);
        await pruneFormulaStyles(folder);
        await writeMarkdownNotes(folder);
        await writeHeaders(folder, base);
        await indexForSearch(folder);
        await nameOfflineCache(folder);
      },
    },
  };
}
