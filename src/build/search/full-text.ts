import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { PagefindIndex } from 'pagefind';
import { close, createIndex } from 'pagefind';
import type { SearchText } from './texts.ts';

/**
 * Words a chunk of the index holds; the library's own choice is 20,000. A query loads about a chunk a word, so small
 * chunks keep queries small. The variable is unofficial: a version that ignores it only makes chunks larger.
 */
const wordsPerChunk = 600;

/** Scripts and sheets of the library's own interfaces, and its worker; none is used here. */
const unused = /^pagefind-(?!entry\.json).*\.(js|css)$/;

/**
 * Writes the full-text index into `pagefind/`, one for each language, and returns the id of each text by its address.
 * @throws Error when the library refuses a text.
 */
export async function indexTexts(
  folder: string,
  texts: readonly SearchText[],
): Promise<ReadonlyMap<string, string>> {
  const bundle = join(folder, 'pagefind');
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = String(wordsPerChunk);
  const { index, errors } = await createIndex({ excludeSelectors: ['.katex-html', 'annotation'] });
  if (index === undefined) throw new Error(errors.join('\n'));
  for (const text of texts) await add(index, text);
  const written = await index.writeFiles({ outputPath: bundle });
  await close();
  if (written.errors.length > 0) throw new Error(written.errors.join('\n'));
  await offerPairs(bundle);
  const names = await readdir(bundle);
  await Promise.all(names.filter((name) => unused.test(name)).map((name) => rm(join(bundle, name))));
  return idsByAddress(bundle);
}

async function add(index: PagefindIndex, { languageTag, address, title, html }: SearchText): Promise<void> {
  const { errors } = await index.addHTMLFile({
    url: `/${address}`,
    content: `<!doctype html><html lang="${languageTag}"><body><div data-pagefind-body data-pagefind-meta="title[data-title]" data-title="${escaped(title)}">${html}</div></body></html>`,
  });
  if (errors.length > 0) throw new Error(`${address}: ${errors.join('\n')}`);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/**
 * Lets the Chinese index be asked for pairs of characters. The index stores every pair, but under a Chinese language
 * tag the library cuts queries into words, differently from the index; under a private tag it leaves them as they are.
 */
async function offerPairs(bundle: string): Promise<void> {
  const path = join(bundle, 'pagefind-entry.json');
  const entry: unknown = JSON.parse(await readFile(path, 'utf8'));
  if (!hasLanguages(entry)) throw new Error('the search index has an unknown form');
  const chinese = entry.languages['zh-cn'];
  if (chinese !== undefined) entry.languages.qaa = { ...chinese, page_count: 0 };
  await writeFile(path, JSON.stringify(entry));
}

function hasLanguages(entry: unknown): entry is { languages: Record<string, object> } {
  return typeof entry === 'object' && entry !== null && 'languages' in entry;
}

/** Every text's file says which address it is of, and is named after its id. */
async function idsByAddress(bundle: string): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  // One after another: a site of thousands of texts would have more files open than the system allows.
  for (const name of (await readdir(join(bundle, 'fragment'))).sort()) {
    const text = gunzipSync(await readFile(join(bundle, 'fragment', name))).toString('utf8');
    const url = /^pagefind_dcd\{"url":"\/([^"]*)"/.exec(text)?.[1];
    if (url === undefined) throw new Error(`${name} has an unknown form`);
    ids.set(url, name.replace('.pf_fragment', ''));
  }
  return ids;
}
