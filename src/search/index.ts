import type { Locale } from '../i18n/index.ts';
import { isLocale, searchWords } from '../i18n/index.ts';
import { dialogAround } from './dialog.ts';
import { element } from './elements.ts';
import { sourcesIn } from './load.ts';
import { createSearcher } from './searcher.ts';
import { SearchSession } from './session.ts';
import style from './search.css?url';

export type { Kind, NamedAnswer, NamedSection, NamesFile } from './names-file.ts';

let opened: { readonly session: SearchSession; readonly dialog: HTMLDialogElement } | undefined;
let styled: Promise<void> | undefined;

/**
 * Opens the search dialog, in this page's language.
 * @param page Address of the search page, `…/en/search/`, from which the site's root and the language are read.
 */
export async function openSearch(page: string): Promise<void> {
  const { locale, base } = placeOf(page);
  const words = searchWords[locale];
  await (styled ??= loadStyle());
  if (opened === undefined) {
    const session = makeSession(locale, base, () => opened?.dialog.close());
    opened = { session, dialog: dialogAround(session.view, words.label, words.close) };
  }
  const { session, dialog } = opened;
  if (!dialog.open) dialog.showModal();
  session.view.input.focus();
  session.view.input.select();
}

/** Puts search into the search page itself, where its address says what is searched. */
export async function placeSearch(page: string, place: HTMLElement): Promise<void> {
  const { locale, base } = placeOf(page);
  await (styled ??= loadStyle());
  const session = makeSession(
    locale,
    base,
    () => undefined,
    (query) => {
      const address = new URL(location.href);
      if (query === '') address.searchParams.delete('q');
      else address.searchParams.set('q', query);
      history.replaceState(history.state, '', address);
    },
  );
  place.replaceChildren(element('div', { class: 'search-line' }, session.view.input), ...session.view.below);
  const query = new URLSearchParams(location.search).get('q')?.trim() ?? '';
  if (query !== '') session.ask(query);
  if (location.hash === '') session.view.input.focus({ preventScroll: true });
}

function makeSession(
  locale: Locale,
  base: string,
  onFollow: () => void,
  onQuery: (query: string) => void = () => undefined,
): SearchSession {
  const searcher = createSearcher(locale, sourcesIn(`${base}pagefind/`));
  return new SearchSession({ locale, base, searcher, onFollow, onQuery });
}

function placeOf(page: string): { locale: Locale; base: string } {
  const { pathname } = new URL(page);
  const [locale] = pathname.split('/').slice(-3);
  if (!isLocale(locale)) throw new Error(`${pathname} names no language`);
  return { locale, base: new URL('../../', page).pathname };
}

/** The sheet, loaded by hand: a sheet that a script imports would be loaded with every page. */
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
