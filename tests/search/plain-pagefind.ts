import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { close, createIndex } from 'pagefind';
import type { Locale } from '../../src/i18n/index.ts';

/** Indexes the built pages as Pagefind does by itself, every default as it is. */
export async function indexPlainly(folder: string, into: string): Promise<void> {
  rmSync(into, { recursive: true, force: true });
  Reflect.deleteProperty(process.env, 'PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE');
  const { index, errors } = await createIndex();
  if (index === undefined) throw new Error(errors.join('\n'));
  await index.addDirectory({ path: folder });
  await index.writeFiles({ outputPath: join(into, 'pagefind') });
  await close();
}

/** Search with such an index; gives addresses as the queries write them, best first, each at its first section. */
export async function openPlainSearch(
  folder: string,
  locale: Locale,
): Promise<(query: string) => Promise<string[]>> {
  const script: unknown = await import(
    `${pathToFileURL(resolve(folder, 'pagefind/pagefind.js')).href}?${locale}`
  );
  if (!isWholeScript(script)) throw new TypeError('the search script has an unknown form');
  Object.assign(globalThis, {
    document: { querySelector: () => ({ getAttribute: () => (locale === 'zh' ? 'zh-CN' : 'en') }) },
    fetch: (address: string) => {
      const name = address.replace(/^.*\/pagefind\//, '').replace(/\?.*/, '');
      return Promise.resolve(new Response(new Uint8Array(readFileSync(resolve(folder, 'pagefind', name)))));
    },
  });
  const instance = script.createInstance({ basePath: '/pagefind/', noWorker: true });
  await instance.init();
  // It was there for the language; a script that is loaded later would take this for a browser.
  Reflect.deleteProperty(globalThis, 'document');
  return async (query) => {
    const { results } = await instance.search(query);
    const pages = await Promise.all(results.slice(0, 3).map((result) => result.data()));
    return pages.map((page) => {
      const sections: unknown = Reflect.get(page, 'sub_results');
      const first: unknown = Array.isArray(sections) ? sections[0] : undefined;
      const url =
        typeof first === 'object' && first !== null && 'url' in first ? String(first.url) : page.url;
      return url.replace(`/${locale}/`, '').replace(/\/(?=#|$)/, '');
    });
  };
}

/** The library's script as it ships it. */
interface WholeScript {
  createInstance(options: Readonly<Record<string, unknown>>): {
    init(): Promise<void>;
    search(
      query: string,
    ): Promise<{ readonly results: readonly { data(): Promise<{ readonly url: string }> }[] }>;
  };
}

function isWholeScript(module: unknown): module is WholeScript {
  return typeof module === 'object' && module !== null && 'createInstance' in module;
}
