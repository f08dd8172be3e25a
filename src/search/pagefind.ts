/** The part of Pagefind's script that the dialog uses; the library ships no types for its browser side. */
interface Pagefind {
  options(options: Readonly<Record<string, unknown>>): Promise<void>;
  init(): Promise<void>;
  search(query: string): Promise<{ readonly results: readonly { data(): Promise<PagefindPage> }[] }>;
  mergeIndex(path: string, options: Readonly<Record<string, unknown>>): Promise<void>;
}

interface PagefindPage {
  readonly url: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly sub_results: readonly PagefindSection[];
}

interface PagefindSection {
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
  readonly weighted_locations: readonly { readonly balanced_score: number }[];
}

/** One result: the page, and the section of it that answers best. */
export interface SearchResult {
  readonly title: string;
  /** Heading of the section, when it is not the page's own title. */
  readonly section: string | undefined;
  readonly url: string;
  /** Text around the match, matches marked with <mark>; nothing else in it is markup. */
  readonly excerpt: string;
}

/** Loads the index of the page's language. `bundle` is the folder's address. */
export async function loadPagefind(bundle: string): Promise<Pagefind> {
  const loaded: unknown = await import(/* @vite-ignore */ `${bundle}pagefind.js`);
  if (!isPagefind(loaded)) throw new TypeError('the search script has an unknown form');
  await loaded.options({ excerptLength: 24 });
  await loaded.init();
  return loaded;
}

function isPagefind(module: unknown): module is Pagefind {
  return typeof module === 'object' && module !== null && 'search' in module && 'mergeIndex' in module;
}

/** Adds the indexes of other languages; results of all then come from `search`. */
export async function addLanguages(
  pagefind: Pagefind,
  bundle: string,
  languages: readonly string[],
): Promise<void> {
  for (const [place, language] of languages.entries()) {
    // Each address must differ in text from the others, or the library takes it for an index it has.
    await pagefind.mergeIndex(`${bundle}${'./'.repeat(place + 1)}`, { language });
  }
}

/** The first `most` results of a query. */
export async function search(pagefind: Pagefind, query: string, most: number): Promise<SearchResult[]> {
  const { results } = await pagefind.search(query);
  const pages = await Promise.all(results.slice(0, most).map((result) => result.data()));
  return pages.map(toResult);
}

function toResult(page: PagefindPage): SearchResult {
  const title = page.meta.title ?? page.url;
  const best = [...page.sub_results].sort((left, right) => score(right) - score(left))[0];
  return {
    title,
    section: best === undefined || best.title === title ? undefined : best.title,
    url: best?.url ?? page.url,
    excerpt: best?.excerpt ?? '',
  };
}

function score(section: PagefindSection): number {
  return section.weighted_locations.reduce((total, location) => total + location.balanced_score, 0);
}
