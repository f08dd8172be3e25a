import type { APIRoute, GetStaticPaths } from 'astro';
import { notesOf } from '../../../layouts/notes.ts';
import { locales, strings } from '../../../i18n/index.ts';
import type { PreviewText } from '../../../preview/index.ts';
import { previewImage } from '../../../preview/index.ts';

/** A picture for every note, one for all architectures, and one for the site's other pages. */
export const getStaticPaths = (async () => {
  const pages = await Promise.all(
    locales.map(async (locale) => {
      const { siteName, siteDescription, sections, home, architecturesPage } = strings[locale];
      const site = {
        params: { locale, page: 'site' },
        props: { kicker: '', title: home.title, description: siteDescription, siteName },
      };
      const networks = {
        params: { locale, page: 'architectures' },
        props: { kicker: '', title: architecturesPage.title, description: architecturesPage.lead, siteName },
      };
      const notes = (await notesOf(locale)).map(({ slug, entry: { data } }) => ({
        params: { locale, page: slug },
        props: { kicker: sections[data.section], title: data.title, description: data.description, siteName },
      }));
      return [site, networks, ...notes];
    }),
  );
  return pages.flat();
}) satisfies GetStaticPaths;

export const GET: APIRoute<PreviewText> = async ({ props }) =>
  new Response(await previewImage(props), { headers: { 'Content-Type': 'image/png' } });
