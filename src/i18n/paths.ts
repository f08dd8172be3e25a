import type { Locale } from './locales.ts';
import { isLocale } from './locales.ts';

/**
 * Address of a page under the site's base path, always with a trailing slash.
 * @param base The base path the site is served under, `/` or `/notes/`.
 * @param page Path below the language, without slashes around it; empty for the home page.
 * @example pagePath('/notes/', 'zh', 'model-size') // '/notes/zh/model-size/'
 */
export function pagePath(base: string, locale: Locale, page = ''): string {
  return `${assetPath(base, locale)}/${page === '' ? '' : `${page}/`}`;
}

/**
 * Address of a file under the site's base path.
 * @example assetPath('/notes', 'theme.js') // '/notes/theme.js'
 */
export function assetPath(base: string, file: string): string {
  return `${base.replace(/\/+$/, '')}/${file}`;
}

/**
 * The language of a page, read off its address; English where there is none (the 404 page).
 * @example localeOf('/notes/', '/notes/zh/model-size/') // 'zh'
 */
export function localeOf(base: string, pathname: string): Locale {
  const [segment] = pathname.slice(assetPath(base, '').length).split('/');
  return isLocale(segment) ? segment : 'en';
}
