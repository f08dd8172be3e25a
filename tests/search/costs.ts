import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Locale } from '../../src/i18n/index.ts';
import { shownResults } from '../../src/search/shown.ts';
import type { BuiltSearch } from './built-search.ts';
import { openBuiltSearch } from './built-search.ts';

/** Results whose excerpts fit into the dialog, and are loaded with it. */
const visibleResults = 6;

/** Asks a query as the dialog does: all of it, with the excerpts that are seen at once. */
export async function askAsDialog(search: BuiltSearch, query: string): Promise<void> {
  await search.byName(query);
  const shown = shownResults((await search.byAll(query)).results);
  await Promise.all(shown.slice(0, visibleResults).map((result) => search.textOf(result)));
}

/** Bytes of the dialog's own script and sheet, as a host sends them. */
export function dialogBytes(folder: string): number {
  const assets = readdirSync(join(folder, '_astro')).filter((name) => /^search\..*\.(js|css)$/.test(name));
  return assets.reduce(
    (total, name) => total + brotliCompressSync(readFileSync(join(folder, '_astro', name))).byteLength,
    0,
  );
}

/** What each query loads: as the first of a visit, and as the second one after `before`. */
export async function queryBytes(
  folder: string,
  locale: Locale,
  queries: readonly string[],
): Promise<{ first: number[]; further: number[] }> {
  const first: number[] = [];
  const further: number[] = [];
  for (const [place, query] of queries.entries()) {
    const search = openBuiltSearch(folder, locale);
    await askAsDialog(search, query);
    const once = search.loadedBytes();
    first.push(once);
    const next = queries[(place + 1) % queries.length] ?? query;
    await askAsDialog(search, next);
    further.push(search.loadedBytes() - once);
  }
  return { first, further };
}

/** Milliseconds of each query in a search that has answered it before: to the names, and to everything. */
export async function warmMilliseconds(
  search: BuiltSearch,
  queries: readonly string[],
): Promise<{ names: number[]; all: number[] }> {
  const times = { names: [] as number[], all: [] as number[] };
  for (const query of queries) {
    await search.byAll(query);
    const start = performance.now();
    await search.byName(query);
    const named = performance.now();
    await search.byAll(query);
    times.names.push(named - start);
    times.all.push(performance.now() - named);
  }
  return times;
}
