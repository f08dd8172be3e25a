import type { Locale } from '../i18n/index.ts';
import { locales } from '../i18n/index.ts';

/** Paths of a page that every language has once. */
export function localePaths(): { params: { locale: Locale }; props: { locale: Locale } }[] {
  return locales.map((locale) => ({ params: { locale }, props: { locale } }));
}
