import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { PagefindIndex } from 'pagefind';
import { close, createIndex } from 'pagefind';
import { makeSmaller } from './smaller.ts';
import type { SearchText } from './texts.ts';

/**
 * Words a chunk of the index holds; the library's own choice is 20,000. A query loads about a chunk a word, so small
 * chunks keep queries small. The variable is unofficial: a version that ignores it only makes chunks larger.
 */
const wordsPerChunk = 600;

/**
 * Writes the full-text index into `pagefind/`, one for each language, and returns by its address the place that each text
 * has in the list of its language.
 * @throws Error when the library refuses a text.
 */
export async function indexTexts(
  folder: string,
  texts: readonly SearchText[],
): Promise<ReadonlyMap<string, number>> {
  const bundle = join(folder, 'pagefind');
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = String(wordsPerChunk);
  const { index, errors } = await createIndex({ excludeSelectors: ['.katex-html', 'annotation'] });
  if (index === undefined) throw new Error(errors.join('\n'));
  for (const text of texts) await add(index, text);
  const written = await index.writeFiles({ outputPath: bundle });
  await close();
  if (written.errors.length > 0) throw new Error(written.errors.join('\n'));
  await offerPairs(bundle);
  const places = await placesByAddress(bundle);
  await makeSmaller(bundle);
  return places;
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

/** Every text's file is named as the library calls it, and says which address it is of. */
async function placesByAddress(bundle: string): Promise<Map<string, number>> {
  const places = new Map<string, number>();
  for (const order of await textOrders(bundle)) {
    // One after another: a site of thousands of texts would have more files open than the system allows.
    for (const [place, name] of order.entries()) {
      const text = gunzipSync(await readFile(join(bundle, 'fragment', `${name}.pf_fragment`))).toString(
        'utf8',
      );
      const url = /^pagefind_dcd\{"url":"\/([^"]*)"/.exec(text)?.[1];
      if (url === undefined) throw new Error(`${name} has an unknown form`);
      places.set(url, place);
    }
  }
  return places;
}

/** What the library calls its texts, for each language in the order in which it lists them. */
async function textOrders(bundle: string): Promise<string[][]> {
  const texts = new Set((await readdir(join(bundle, 'fragment'))).map((name) => name.replace(/\..*/, '')));
  const called = new RegExp(
    `(?:${[...new Set([...texts].map((name) => name.replace(/_.*/, '')))].join('|')})_[0-9a-f]+`,
    'g',
  );
  const lists = (await readdir(bundle)).filter((name) => name.endsWith('.pf_meta'));
  const orders = await Promise.all(
    lists.map(async (name) => {
      const list = gunzipSync(await readFile(join(bundle, name))).toString('latin1');
      return [...new Set(Array.from(list.matchAll(called), ([found]) => found))].filter((each) =>
        texts.has(each),
      );
    }),
  );
  if (new Set(orders.flat()).size !== texts.size) throw new Error('the list of texts has an unknown form');
  return orders;
}
