import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { localePaths } from '../../layouts/locale-paths.ts';
import { notesOf } from '../../layouts/notes.ts';
import { isLocale, languageTag, pagePath, strings } from '../../i18n/index.ts';

export const getStaticPaths = localePaths;

/** Notes by their last change, newest first, as RSS. */
export const GET: APIRoute = async ({ params, site }) => {
  const { locale } = params;
  if (!isLocale(locale) || site === undefined)
    throw new Error('the feed needs a language and a site address');
  const notes = [...(await notesOf(locale))].sort((left, right) =>
    right.entry.data.updated.localeCompare(left.entry.data.updated),
  );
  const words = strings[locale];
  return rss({
    title: words.siteName,
    description: words.siteDescription,
    site: new URL(pagePath(import.meta.env.BASE_URL, locale), site),
    customData: `<language>${languageTag[locale]}</language>`,
    items: notes.map(({ slug, entry }) => ({
      title: entry.data.title,
      description: entry.data.description,
      link: new URL(pagePath(import.meta.env.BASE_URL, locale, slug), site).href,
      pubDate: new Date(entry.data.updated),
    })),
  });
};
