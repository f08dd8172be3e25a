import type { SearchPage } from './page.ts';

/** One text of the full-text index. */
export interface SearchText {
  readonly languageTag: string;
  /** Address below the site's root: `en/model-size/#checkpoint`. */
  readonly address: string;
  readonly title: string;
  readonly html: string;
}

/** A page with its address below the site's root. */
export interface AddressedPage extends SearchPage {
  readonly address: string;
}

/**
 * The texts of a page: its sections, its terms and its references, each by itself. So a result is the part that
 * answers, and showing it loads that part alone and not the whole note, which is ten times as much.
 */
export function textsOf(page: AddressedPage): SearchText[] {
  const { languageTag, address } = page;
  const sections = page.sections.map(({ anchor, html }) => ({
    languageTag,
    address: addressOf(address, anchor),
    title: page.title,
    html,
  }));
  const records = page.records
    .filter(({ text }) => text !== '')
    .map(({ anchor, title, text }) => ({
      languageTag,
      address: addressOf(address, anchor),
      title,
      html: `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`,
    }));
  return [...sections, ...records];
}

/** @example addressOf('en/model-size/', 'why') // 'en/model-size/#why' */
export function addressOf(page: string, anchor: string): string {
  return anchor === '' ? page : `${page}#${anchor}`;
}
