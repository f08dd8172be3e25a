import type { Locale } from './locales.ts';

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
