import { describe, expect, it } from 'vitest';
import { locales } from '../../src/i18n/index.ts';
import { noteText } from './note-text.ts';
import { frontmatterOf } from './notes/frontmatter.ts';
import { slugs } from './notes/note-tree.ts';
import { writtenSums } from './notes/written-sums.ts';

/** Numbers of a summary or a question: digits that no letter or hyphen ties to a name, and no kernel's. */
const quantity = /(?<![\w.×+-]|[A-Za-z] )\d[\d,]*(?:\.\d+)?(?![\d×+-]|[.,]\d|[A-Za-z])/g;

describe.each(locales)('the %s note, worked out,', async (locale) => {
  const texts = new Map(await Promise.all(slugs.map(async (slug) => [slug, await noteText(locale, slug)] as const)));

  it.each(slugs)('%s shows every number that its description announces', (slug) => {
    const { description } = frontmatterOf(locale, slug);
    for (const [number] of description.matchAll(quantity)) expect(texts.get(slug)).toContain(number);
  });

  it.each(slugs)('%s adds up: what it writes out gives what it prints', (slug) => {
    const wrong = writtenSums(texts.get(slug) ?? '').filter(({ holds }) => !holds);
    expect(wrong).toEqual([]);
  });
});

describe('a written-out sum', () => {
  it.each([
    ['64 + 64 + 256 = 384', true],
    ['256 · (256/2) · 25 + 256 = 819,456', true],
    ['4 · 9 / 81 = 0.444', true],
    ['(49 + 3) / 147 = 0.354', true],
    ['128 · 9 = 1,153', false],
    ['4 · 9 / 81 = 0.445', false],
  ])('%s holds: %s', (text, holds) => {
    expect(writtenSums(text)).toMatchObject([{ holds }]);
  });
});
