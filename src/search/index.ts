import type { Locale } from '../i18n/index.ts';
import { isLocale, languageTag, otherLocales, strings } from '../i18n/index.ts';
import { SearchDialog } from './dialog.ts';
import type { FoundResults } from './dialog.ts';
import { addLanguages, loadPagefind, search } from './pagefind.ts';
import { element } from './elements.ts';
import style from './search.css?url';

/** Results shown of each language. */
const mostResults = 8;
/** With fewer own results than this, the other languages are searched too. */
const enoughResults = 3;
/** How long to wait for more typing before searching. */
const pauseMilliseconds = 120;

let searchBox: SearchBox | undefined;
let styled: Promise<void> | undefined;

/**
 * Opens the search dialog, on this page's language.
 * @param page Address of the search page, `…/en/search/`, from which the site's root and the language are read.
 */
export async function openSearch(page: string, query?: string): Promise<void> {
  searchBox ??= makeSearchBox(new URL(page));
  await (styled ??= loadStyle());
  searchBox.dialog.open(query);
  if (query !== undefined) searchBox.search(query);
}

/** The dialog's sheet, loaded by hand: a sheet that a script imports would be loaded with every page. */
function loadStyle(): Promise<void> {
  const link = element('link', { rel: 'stylesheet', href: style });
  const loaded = new Promise<void>((resolve, reject) => {
    link.addEventListener('load', () => {
      resolve();
    });
    link.addEventListener('error', reject);
  });
  document.head.append(link);
  return loaded;
}

/** The dialog, and how to search in it without typing. */
interface SearchBox {
  readonly dialog: SearchDialog;
  readonly search: (query: string) => void;
}

function makeSearchBox(page: URL): SearchBox {
  const [locale] = page.pathname.split('/').slice(-3);
  if (!isLocale(locale)) throw new Error(`${page.pathname} names no language`);
  const root = new URL('../../', page).pathname;
  const words = strings[locale].searchPage;
  const find = finder(`${root}pagefind/`, root, locale);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;
  const run = async (query: string): Promise<void> => {
    const turn = ++latest;
    try {
      const found = await find(query);
      if (turn !== latest) return;
      const count = found.own.length + found.other.length;
      dialog.show(found);
      dialog.say(count === 0 ? words.none(query) : words.results(count));
    } catch {
      dialog.say(import.meta.env.DEV ? words.devOnly : words.failed);
    }
  };
  const onQuery = (query: string): void => {
    clearTimeout(timer);
    if (query.trim() === '') {
      latest++;
      suggest();
      return;
    }
    dialog.say(words.loading);
    timer = setTimeout(() => void run(query.trim()), pauseMilliseconds);
  };
  const dialog = new SearchDialog(locale, onQuery);
  const suggest = (): void => {
    dialog.suggest(words.examples, (query) => {
      dialog.open(query);
      void run(query);
    });
  };
  suggest();
  return { dialog, search: (query) => void run(query) };
}

/** Searches the page's language, and the others when that gives little. The index is loaded on the first query. */
function finder(bundle: string, root: string, locale: Locale): (query: string) => Promise<FoundResults> {
  const loading = loadPagefind(bundle);
  let merging: Promise<void> | undefined;
  const isOwn = (url: string): boolean => url.startsWith(`${root}${locale}/`);
  return async (query) => {
    const pagefind = await loading;
    if (merging === undefined) {
      const own = await search(pagefind, query, mostResults);
      if (own.length >= enoughResults) return { own, other: [] };
      merging = addLanguages(
        pagefind,
        bundle,
        otherLocales(locale).map((other) => languageTag[other].toLowerCase()),
      );
    }
    await merging;
    const all = await search(pagefind, query, 2 * mostResults);
    const own = all.filter(({ url }) => isOwn(url)).slice(0, mostResults);
    const other = own.length >= enoughResults ? [] : all.filter(({ url }) => !isOwn(url));
    return { own, other: other.slice(0, mostResults) };
  };
}
