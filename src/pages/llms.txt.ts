import type { APIRoute } from 'astro';
import { assetPath, locales, pagePath, strings } from '../i18n/index.ts';
import { notesOf } from '../layouts/notes.ts';

/** What the site holds, for language models: every note's Markdown form, and the data files (llmstxt.org's layout). */
export const GET: APIRoute = async ({ site }) => {
  const base = import.meta.env.BASE_URL;
  const absolute = (path: string): string => new URL(path, site).href;
  const file = (path: string): string => absolute(assetPath(base, path));
  const notes = await Promise.all(
    locales.map(async (locale) => {
      const lines = (await notesOf(locale)).map(
        ({ slug, entry: { data } }) =>
          `- [${data.title}](${file(`${locale}/${slug}.md`)}): ${data.description}`,
      );
      return [`## ${strings[locale].notes}`, '', ...lines].join('\n');
    }),
  );
  const data = locales.map((locale) => {
    const { architecturesPage, dataPage, glossary } = strings[locale];
    const page = (path: string): string => absolute(pagePath(base, locale, path));
    return [
      `## ${dataPage.title}`,
      '',
      `- [${architecturesPage.title}](${page('architectures')}): ${architecturesPage.lead}`,
      `- [${dataPage.title}](${page('data')}): ${dataPage.lead}`,
      `- [${dataPage.list}](${file('data/architectures.json')})`,
      `- [${dataPage.schema}](${file('data/schema.json')})`,
      `- [${glossary}](${page('glossary')})`,
    ].join('\n');
  });
  const { siteName, siteDescription, aboutPage } = strings.en;
  const [, , conventions] = aboutPage.parts;
  const text = [
    `# ${siteName}`,
    `> ${siteDescription}`,
    ...(conventions?.text ?? []),
    ...notes,
    ...data,
  ].join('\n\n');
  return new Response(`${text}\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
