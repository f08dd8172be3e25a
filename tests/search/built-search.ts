import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Locale } from '../../src/i18n/index.ts';
import type { NamesFile } from '../../src/search/names-file.ts';
import { readNames } from '../../src/search/names-file.ts';
import { openIndex } from '../../src/search/pagefind.ts';
import type { Searcher } from '../../src/search/searcher.ts';
import { createSearcher } from '../../src/search/searcher.ts';

/** The search of a built site, run without a browser, and what it loaded. */
export interface BuiltSearch extends Searcher {
  readonly names: NamesFile;
  /** Bytes of every file loaded so far, as a host sends them: the index's own files are compressed already. */
  loadedBytes(): number;
}

/**
 * Opens the search of a built site for one language. It loads files as in a browser; they are put in its
 * way for as long as it is used, so one such search is to be used at a time.
 */
export function openBuiltSearch(folder: string, locale: Locale): BuiltSearch {
  const loaded = new Map<string, number>();
  const read = (name: string): Buffer => {
    const content = readFileSync(resolve(folder, 'pagefind', name));
    loaded.set(name, sentBytes(resolve(folder, 'pagefind', name), content));
    return content;
  };
  const namesOf = (of: Locale): NamesFile => readNames(read(`names.${of}.txt`).toString('utf8'));
  const names = namesOf(locale);
  const searcher = createSearcher(locale, {
    names: (of) => Promise.resolve(of === locale ? names : namesOf(of)),
    texts: () => {
      Object.assign(globalThis, {
        fetch: (address: string) => {
          const content = read(address.replace('/pagefind/', ''));
          return Promise.resolve(new Response(new Uint8Array(content)));
        },
      });
      return openIndex('/pagefind/', locale, names);
    },
  });
  return {
    ...searcher,
    names,
    loadedBytes: () => [...loaded.values()].reduce((total, bytes) => total + bytes, 0),
  };
}

const sent = new Map<string, number>();

/** Bytes of a file as a host sends it. */
function sentBytes(path: string, content: Buffer): number {
  if (/\.pf_\w+$/.test(path)) return content.byteLength;
  const bytes = sent.get(path) ?? brotliCompressSync(content).byteLength;
  sent.set(path, bytes);
  return bytes;
}
