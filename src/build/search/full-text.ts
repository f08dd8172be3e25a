import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { PagefindIndex } from 'pagefind';
import { close, createIndex } from 'pagefind';
import { makeSmaller } from './smaller.ts';
import type { NamesFile } from '../../search/index.ts';
import type { SearchText } from './texts.ts';

/**
 * Words a chunk of the index holds; the library's own choice is 20,000. A query loads about a chunk a word, so small
 * chunks keep queries small. The variable is unofficial: a version that ignores it only makes chunks larger.
 */
const wordsPerChunk = 600;

/** The full-text index as it was written. */
export interface WrittenIndex {
  /** The place of each text in the list of its language, by its address. */
  readonly places: ReadonlyMap<string, number>;
  /** What the files of each language are called, by its tag. */
  readonly files: ReadonlyMap<string, IndexFiles>;
}

/** What the library calls a language's index and the program that searches it. */
type IndexFiles = Pick<NamesFile, 'index' | 'program'>;

/**
 * Writes the full-text index into `pagefind/`, one for each language.
 * @throws Error when the library refuses a text.
 */
export async function indexTexts(folder: string, texts: readonly SearchText[]): Promise<WrittenIndex> {
  const bundle = join(folder, 'pagefind');
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = String(wordsPerChunk);
  const { index, errors } = await createIndex({ excludeSelectors: ['.katex-html', 'annotation'] });
  if (index === undefined) throw new Error(errors.join('\n'));
  for (const text of texts) await add(index, text);
  const written = await index.writeFiles({ outputPath: bundle });
  await close();
  if (written.errors.length > 0) throw new Error(written.errors.join('\n'));
  const [places, files] = [await placesByAddress(bundle), await filesByTag(bundle)];
  await makeSmaller(bundle);
  return { places, files };
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
 * What the library's entry says of each language. Chinese is searched by the program without word endings: the one for
 * Chinese would cut queries into words, and not where the index has them, though the index has every pair of characters.
 */
async function filesByTag(bundle: string): Promise<Map<string, IndexFiles>> {
  const entry: unknown = JSON.parse(await readFile(join(bundle, 'pagefind-entry.json'), 'utf8'));
  if (!hasLanguages(entry)) throw new Error('the search index has an unknown form');
  return new Map(
    Object.entries(entry.languages).map(([tag, { hash, wasm }]) => [
      tag,
      { index: hash, program: wasm ?? 'unknown' },
    ]),
  );
}

function hasLanguages(
  entry: unknown,
): entry is { languages: Record<string, { readonly hash: string; readonly wasm: string | null }> } {
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
