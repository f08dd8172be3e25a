/** Languages of the site, in the order the front page offers them. The first path segment of every page. */
export const locales = ['en', 'zh'] as const;

export type Locale = (typeof locales)[number];

/** BCP 47 tag of each language, for `lang`, `hreflang` and number formats. */
export const languageTag: Readonly<Record<Locale, string>> = { en: 'en', zh: 'zh-CN' };

/** Each language's own name, as its speakers write it. */
export const languageName: Readonly<Record<Locale, string>> = { en: 'English', zh: '中文' };

/** The languages a reader of `locale` may switch to. */
export function otherLocales(locale: Locale): Locale[] {
  return locales.filter((each) => each !== locale);
}

/** Whether a path segment names a language. */
export function isLocale(segment: string | undefined): segment is Locale {
  return locales.some((locale) => locale === segment);
}

/** What stands between two sentences; after a full-width stop, nothing. */
export const betweenSentences: Readonly<Record<Locale, string>> = { en: ' ', zh: '' };
