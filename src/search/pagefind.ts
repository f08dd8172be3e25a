import type { Locale } from '../i18n/index.ts';
import { languageTag } from '../i18n/index.ts';
import type { TextHit, TextIndex } from './full-text.ts';

/** The part of Pagefind's script that is used; the library ships no types for its browser side. */
export interface PagefindScript {
  createInstance(options: Readonly<Record<string, unknown>>): PagefindInstance;
}

interface PagefindInstance {
  init(): Promise<void>;
  search(query: string | null): Promise<{ readonly results: readonly TextHit[] }>;
  mergeIndex(path: string, options: Readonly<Record<string, unknown>>): Promise<void>;
}

/** An index that can take up that of another language; results of both then come from `search`. */
export interface GrowingIndex extends TextIndex {
  add(locale: Locale): Promise<void>;
}

/**
 * The language the library is told for each of ours. Under a Chinese tag it would cut queries into words, and not where
 * the index has them; under a tag of private use it takes the pairs of characters it is given.
 */
const toldLanguage: Readonly<Record<Locale, string>> = { en: languageTag.en, zh: 'qaa' };

/**
 * Opens the index of a language.
 * @param bundle Address of its folder, with a slash at the end.
 * @param build What tells one build from another, for caches.
 * @param page The element whose `lang` the library reads.
 */
export async function openIndex(
  script: PagefindScript,
  { bundle, build, page, locale }: { bundle: string; build: string; page: LanguageHolder; locale: Locale },
): Promise<GrowingIndex> {
  const own = page.lang;
  page.lang = toldLanguage[locale];
  // A worker would load a second copy of the script to spare a few milliseconds.
  const instance = script.createInstance({ basePath: bundle, metaCacheTag: build, noWorker: true });
  page.lang = own;
  await instance.init();
  // Each address must differ in text from the others, or the library takes it for an index it has.
  let path = bundle;
  return {
    search: (query) => instance.search(query),
    add: (other) => {
      path += './';
      return instance.mergeIndex(path, { language: toldLanguage[other], metaCacheTag: build });
    },
  };
}

/** What of a page's root element is needed here. */
export interface LanguageHolder {
  lang: string;
}

/** Whether what was loaded is the library. */
export function isPagefind(module: unknown): module is PagefindScript {
  return typeof module === 'object' && module !== null && 'createInstance' in module;
}
