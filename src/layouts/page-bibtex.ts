import type { Locale } from '../i18n/index.ts';
import { languageTag, strings } from '../i18n/index.ts';

/**
 * A note as a BibTeX entry. The date is that of its last change, so the entry names the text that was read.
 */
export function pageBibtex(about: {
  locale: Locale;
  slug: string;
  title: string;
  updated: string;
  address: string;
}): string {
  const { locale, slug, title, updated, address } = about;
  const year = updated.slice(0, 4);
  return [
    `@online{fieldnotes-${slug}-${year},`,
    `  title     = {${title}},`,
    `  author    = {{${strings[locale].siteName}}},`,
    `  year      = {${year}},`,
    `  date      = {${updated}},`,
    `  url       = {${address}},`,
    `  langid    = {${languageTag[locale]}}`,
    '}',
  ].join('\n');
}
