import { join } from 'node:path';
import { createIndex, close } from 'pagefind';

/**
 * Builds the full-text index of the finished pages into `pagefind/`, one per language. A formula is indexed once, by
 * its MathML: KaTeX's visible HTML and its TeX annotation would put debris into excerpts.
 */
export async function indexForSearch(folder: string): Promise<void> {
  const { index, errors } = await createIndex({ excludeSelectors: ['.katex-html', 'annotation'] });
  if (index === undefined) throw new Error(errors.join('\n'));
  const added = await index.addDirectory({ path: folder });
  const written = await index.writeFiles({ outputPath: join(folder, 'pagefind') });
  await close();
  const problems = [...added.errors, ...written.errors];
  if (problems.length > 0) throw new Error(problems.join('\n'));
  if (added.page_count === 0) throw new Error('no page was indexed for search');
}
