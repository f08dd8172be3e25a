import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtPages } from './pages.ts';

const site = 'http://localhost:4321';

const htmlOf = (path: string): string =>
  readFileSync(`dist${path}${path.endsWith('/') ? 'index.html' : ''}`, 'utf8');
const attributes = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].flatMap((match) => match[1] ?? []);

/** Pages search engines may list: not the 404 page, and not the search page. */
const listed = builtPages().filter((path) => !htmlOf(path).includes('content="noindex"'));
const inLanguage = listed.filter((path) => path !== '/');

describe('the head of every listed page', () => {
  it.each(listed)('%s names its own address as canonical', (path) => {
    expect(attributes(htmlOf(path), /<link rel="canonical" href="([^"]+)"/g)).toEqual([site + path]);
  });

  it.each(inLanguage)('%s points to its translations, which point back', (path) => {
    const translations = new Map(
      [...htmlOf(path).matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)].map((match) => [
        match[1],
        match[2] ?? '',
      ]),
    );
    expect([...translations.keys()]).toEqual(['en', 'zh-CN', 'x-default']);
    for (const address of translations.values()) {
      expect(htmlOf(address.slice(site.length))).toContain(`href="${site}${path}"`);
    }
  });

  it.each(inLanguage)('%s has a preview picture of its own language that exists', (path) => {
    const [image = ''] = attributes(htmlOf(path), /<meta property="og:image" content="([^"]+)"/g);
    expect(image).toContain(`/og${path.slice(0, 3)}/`);
    expect(existsSync(`dist${image.slice(site.length)}`)).toBe(true);
  });

  it.each(inLanguage)('%s has structured data that is JSON, if any', (path) => {
    const blocks = attributes(htmlOf(path), /<script type="application\/ld\+json">(.*?)<\/script>/g);
    for (const block of blocks) expect(JSON.parse(block)).toHaveProperty('@type');
  });
});

describe('a note', () => {
  it('is described as an article with its place on the site', () => {
    const blocks = attributes(
      htmlOf('/zh/model-size/'),
      /<script type="application\/ld\+json">(.*?)<\/script>/g,
    );
    const data: unknown[] = blocks.map((block): unknown => JSON.parse(block));
    expect(data).toMatchObject([{ '@type': 'TechArticle' }, { '@type': 'BreadcrumbList' }]);
  });

  it('offers a BibTeX entry with its date and address', () => {
    expect(htmlOf('/en/model-size/')).toMatch(
      /@online\{fieldnotes-model-size-\d{4},[^<]*date +=[^<]*url +=[^<]*\/en\/model-size\//,
    );
  });
});

describe('the lists for machines', () => {
  it('name every listed page in the sitemap', () => {
    const sitemap = readFileSync('dist/sitemap-0.xml', 'utf8');
    expect(attributes(sitemap, /<loc>([^<]+)<\/loc>/g).sort()).toEqual(
      listed.map((path) => site + path).sort(),
    );
  });

  it.each(['en', 'zh'])('have every %s note in the feed', (locale) => {
    const feed = readFileSync(`dist/${locale}/feed.xml`, 'utf8');
    const links = attributes(feed, /<item>.*?<link>([^<]+)<\/link>/gs);
    const notes = inLanguage.filter(
      (path) => path.startsWith(`/${locale}/`) && htmlOf(path).includes('"TechArticle"'),
    );
    expect(links.sort()).toEqual(notes.map((path) => site + path).sort());
  });

  it('say in _headers what a meta element cannot', () => {
    const headers = readFileSync('dist/_headers', 'utf8');
    expect(headers).toContain("frame-ancestors 'none'");
    expect(headers).toContain("require-trusted-types-for 'script'");
    expect(headers).not.toContain('unsafe-inline');
  });
});
