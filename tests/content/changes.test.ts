import { describe, expect, it } from 'vitest';
import { anchorsOfNote, loadChanges } from '../../src/collections/index.ts';
import { locales } from '../../src/i18n/index.ts';

describe('the changes', () => {
  it.each(locales)('lead to notes and places in them that exist in %s', (locale) => {
    const dead = loadChanges().filter(({ note, anchor }) => {
      if (note === undefined) return anchor !== undefined;
      const anchors = anchorsOfNote(locale, note);
      return anchors === undefined || (anchor !== undefined && !anchors.has(anchor));
    });
    expect(dead).toEqual([]);
  });

  it('come the latest first', () => {
    const row = (date: string): string => `- { date: ${date}, kind: new, what: { en: It., zh: 它。 } }`;
    const dates = loadChanges(`${row('2026-01-02')}\n${row('2026-03-01')}`).map(({ date }) => date);
    expect(dates).toEqual(['2026-03-01', '2026-01-02']);
  });

  it.each([
    ['a number without its value since', '- { date: 2026-01-02, kind: number, was: "1", what: { en: It., zh: 它。 } }', /not from what to what: It\./],
    ['a day that is none', '- { date: yesterday, kind: new, what: { en: It., zh: 它。 } }', /date/],
    ['one language', '- { date: 2026-01-02, kind: new, what: { en: It. } }', /zh/],
  ])('refuse %s', (_, yaml, message) => {
    expect(() => loadChanges(yaml)).toThrow(message);
  });
});
