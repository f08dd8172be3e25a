import type { Locale } from '../i18n/index.ts';
import { languageTag, strings } from '../i18n/index.ts';
import type { Note } from './notes.ts';

/** What search engines are told of a note: an article, and its place on the site. */
export function noteStructuredData(about: {
  locale: Locale;
  note: Note;
  address: string;
  home: string;
  image: string;
}): object[] {
  const { locale, note, address, home, image } = about;
  const { title, description, updated, section, aliases } = note.entry.data;
  const words = strings[locale];
  return [
    {
      '@context': 'https://schema.org',
      '@type': 'TechArticle',
      headline: title,
      description,
      inLanguage: languageTag[locale],
      dateModified: updated,
      url: address,
      image,
      keywords: aliases,
      license: 'https://creativecommons.org/licenses/by/4.0/',
      isPartOf: { '@type': 'WebSite', name: words.siteName, url: home },
      author: { '@type': 'Organization', name: words.siteName },
    },
    {
      '@context': 'https://schema.org',
      '@type': 'BreadcrumbList',
      itemListElement: [
        { '@type': 'ListItem', position: 1, name: words.siteName, item: home },
        { '@type': 'ListItem', position: 2, name: words.sections[section], item: `${home}notes/#${section}` },
        { '@type': 'ListItem', position: 3, name: title, item: address },
      ],
    },
  ];
}
