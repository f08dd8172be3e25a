import { describe, expect, it } from 'vitest';
import { locales } from '../../src/i18n/index.ts';
import { blocksOf } from './notes/blocks.ts';
import { noteSource, noteTree, slugs } from './notes/note-tree.ts';
import { readingMinutes } from './notes/reading-time.ts';

describe.each(locales)('the %s note', (locale) => {
  it.each(slugs)('%s is read in 4 to 10 minutes', (slug) => {
    const minutes = readingMinutes(noteTree(noteSource(locale, slug)));
    expect(minutes).toBeGreaterThanOrEqual(4);
    expect(minutes).toBeLessThanOrEqual(10);
  });

  it.each(slugs)('%s shows no markup that was left unread', (slug) => {
    // Bold that closes between a mark and a Han character stays asterisks; an expression in a quoted property stays code.
    const left = blocksOf(noteTree(noteSource(locale, slug))).filter(({ text }) => /\*\*|\{show|\]\(|<\w/.test(text));
    expect(left.map(({ line }) => line)).toEqual([]);
  });

  it.each(slugs)('%s has at least three exercises, each with its answer folded away', (slug) => {
    const source = noteSource(locale, slug);
    const exercises = source.match(/<Exercise\b[\s\S]*?<\/Exercise>/g) ?? [];
    expect(exercises.length).toBeGreaterThanOrEqual(3);
    for (const exercise of exercises) expect(exercise).toMatch(/<Answer>\s*\S[\s\S]*<\/Answer>/);
  });
});

describe('readingMinutes', () => {
  const note = (text: string): number => readingMinutes(noteTree(text));

  it('takes a minute for 200 words or 330 Han characters', () => {
    expect(note('word '.repeat(200))).toBe(1);
    expect(note('字'.repeat(330))).toBe(1);
  });

  it('counts captions and computed numbers, and neither code nor folded answers', () => {
    expect(note('<Figure id="a" caption="one two">\n\n</Figure>')).toBe(2 / 200);
    expect(note('{show.integer(1)} weight')).toBe(2 / 200);
    expect(note('<Answer>\n\nmany many words\n\n</Answer>\n\n```js\na b c\n```')).toBe(0);
  });
});
