import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { locales, otherLocales } from '../../src/i18n/index.ts';
import { frontmatterOf } from './notes/frontmatter.ts';
import { noteSource, noteTree, slugs } from './notes/note-tree.ts';
import type { Outline } from './notes/outline.ts';
import { outlineOf } from './notes/outline.ts';

const outlines = (slug: string): Outline[] => locales.map((locale) => outlineOf(noteTree(noteSource(locale, slug))));

describe('the languages of the site', () => {
  it.each(otherLocales('en'))('%s has the notes that English has', (locale) => {
    expect(readdirSync(`content/notes/${locale}`).sort()).toEqual(readdirSync('content/notes/en').sort());
  });
});

describe.each(slugs)('both languages of %s', (slug) => {
  const [english, chinese] = outlines(slug);

  it.each(['headings', 'things', 'citations', 'terms', 'links', 'expressions', 'snippets'] as const)(
    'have the same %s',
    (part) => {
      expect(chinese?.[part]).toEqual(english?.[part]);
    },
  );

  it('have the same place, neighbours, date and number of questions', () => {
    const [first, second] = locales.map((locale) => {
      const { section, order, related, updated, questions } = frontmatterOf(locale, slug);
      return { section, order, related, updated, anchors: questions.map(({ anchor }) => anchor) };
    });
    expect(second).toEqual(first);
  });
});

describe('an outline', () => {
  it('tells notes apart by a missing exercise, another formula, another place cited and another number', () => {
    const note = '## A {/* a */}\n\n<Equation id="e" formula={engine.x} />\n\nIt is {show.integer(1)} <Cite id="k" at="§1" />.';
    const outline = outlineOf(noteTree(note));
    const differing = (changed: string): string[] => {
      const other = outlineOf(noteTree(changed));
      return (Object.keys(outline) as (keyof Outline)[]).filter(
        (part) => JSON.stringify(outline[part]) !== JSON.stringify(other[part]),
      );
    };
    expect(differing(`${note}\n\n<Exercise id="f">\n\nWhy?\n\n</Exercise>`)).toEqual(['things']);
    expect(differing(note.replace('engine.x', 'engine.y'))).toEqual(['things']);
    expect(differing(note.replace('§1', '§2'))).toEqual(['citations']);
    expect(differing(note.replace('integer(1)', 'integer(2)'))).toEqual(['expressions']);
    expect(differing(note.replace('/* a */', '/* b */'))).toEqual(['headings']);
    expect(differing(note.replace('It is', 'Es ist'))).toEqual([]);
  });
});
