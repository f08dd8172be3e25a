import { readFile, writeFile } from 'node:fs/promises';
import { htmlFiles } from './pages.ts';

/** The one style element Astro puts inline, before the first island; its rule is in calculator.css instead. */
const islandStyle = /<style>astro-island,[^<]*<\/style>/g;

/**
 * Makes islands' markup the same on every machine and valid in the text: Astro derives an island's id from the folder
 * it was built in, and sets a style element among the page's content.
 */
export async function settleIslands(folder: string): Promise<void> {
  await Promise.all(
    (await htmlFiles(folder)).map(async (path) => {
      const source = await readFile(path, 'utf8');
      if (source.includes('<astro-island')) await writeFile(path, settle(source));
    }),
  );
}

function settle(source: string): string {
  let islands = 0;
  return source
    .replaceAll(islandStyle, '')
    .replaceAll(/<astro-island uid="[^"]*"/g, () => `<astro-island uid="island-${++islands}"`);
}
