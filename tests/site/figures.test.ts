import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { locales } from '../../src/i18n/index.ts';
import { printedFigures } from './figures/table.ts';
import { noteSlugs } from './pages.ts';

/** A built page's article as its reader sees it, numbers with their units. */
function articleText(locale: string, slug: string): string {
  const html = readFileSync(`dist/${locale}/${slug}/index.html`, 'utf8');
  const article = /<article[\s\S]*<\/article>/.exec(html)?.[0] ?? '';
  return (
    article
      .replaceAll(/<annotation[\s\S]*?<\/annotation>|<script[\s\S]*?<\/script>/g, '')
      // Words and formulas run on through these; any other element ends what it holds.
      .replaceAll(/<\/?(?:span|a|b|em|strong|code|m[a-z]+|semantics)\b[^>]*>/g, '')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/&nbsp;|\s/g, ' ')
  );
}

/** Whether a text has a number that is not a part of a longer one; blanks before a unit do not count. */
function prints(text: string, number: string): boolean {
  const [, digits = number, unit = ''] = /^(.*?\d)([A-Za-z]*)$/.exec(number) ?? [];
  const quoted = digits.replaceAll(/[.+]/g, String.raw`\$&`);
  return new RegExp(`(?<![\\d.,])${quoted}(?![\\d]|[.,]\\d)${unit === '' ? '' : ` ?${unit}`}`).test(text);
}

describe.each(locales)('the built pages (%s)', (locale) => {
  const texts = new Map(noteSlugs().map((slug) => [slug, articleText(locale, slug)]));

  it.each(printedFigures)('of $slug print $what', ({ slug, numbers }) => {
    const text = texts.get(slug) ?? '';
    expect(numbers.filter((number) => !prints(text, number))).toEqual([]);
  });
});

describe('a number on a page', () => {
  it('is found with its unit, and not within a longer number', () => {
    expect(prints('has 25.6 MB, 1,480 and 48.', '25.6MB')).toBe(true);
    expect(prints('has 25.6 MB, 1,480 and 48.', '48')).toBe(true);
    expect(prints('has 25.6 MB, 1,480 and 48.5.', '48')).toBe(false);
    expect(prints('has 25.6 MB', '25.6MiB')).toBe(false);
  });
});
