import type { Locale } from '../i18n/index.ts';
import { languageTag } from '../i18n/index.ts';
import type { TextHit, TextIndex } from './full-text.ts';

/** What of Pagefind's script is kept; the library ships no types for its browser side. */
export interface PagefindScript {
  readonly Pagefind: new (options: Readonly<Record<string, unknown>>) => Pagefind;
}

interface Pagefind {
  /** All texts for `null`, in the order of the index. */
  search(query: string | null): Promise<{ readonly results: readonly LibraryHit[] }>;
  mergeIndex(path: string, options: Readonly<Record<string, unknown>>): Promise<void>;
}

type LibraryHit = Omit<TextHit, 'locale' | 'place'>;

/** An index that can take up that of another language; results of both then come from `search`. */
export interface GrowingIndex extends TextIndex {
  add(locale: Locale): Promise<void>;
  /** The text at a place in the list of a language. */
  at(locale: Locale, place: number): TextHit | undefined;
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
 */
export async function openIndex(
  script: PagefindScript,
  { bundle, build, locale }: { bundle: string; build: string; locale: Locale },
): Promise<GrowingIndex> {
  const instance = new script.Pagefind({
    basePath: bundle,
    metaCacheTag: build,
    language: toldLanguage[locale],
  });
  const known = new Map<string, Pick<TextHit, 'locale' | 'place'>>();
  const listed = new Map<Locale, readonly TextHit[]>();
  const list = async (of: Locale): Promise<void> => {
    const { results } = await instance.search(null);
    const texts = results
      .filter(({ id }) => !known.has(id))
      .map((hit, place): TextHit => ({ ...hit, locale: of, place }));
    for (const { id, place } of texts) known.set(id, { locale: of, place });
    listed.set(of, texts);
  };
  await list(locale);
  // Each address must differ in text from the others, or the library takes it for an index it has.
  let path = bundle;
  return {
    search: async (query) => {
      const { results } = await instance.search(query);
      return results.flatMap((hit) => {
        const where = known.get(hit.id);
        return where === undefined ? [] : [{ ...hit, ...where }];
      });
    },
    add: async (other) => {
      path += './';
      await instance.mergeIndex(path, { language: toldLanguage[other], metaCacheTag: build });
      await list(other);
    },
    at: (of, place) => listed.get(of)?.[place],
  };
}

/** Whether what was loaded is the library. */
export function isPagefind(module: unknown): module is PagefindScript {
  return typeof module === 'object' && module !== null && 'Pagefind' in module;
}
