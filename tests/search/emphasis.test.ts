import { describe, expect, it } from 'vitest';
import { emphasisByNames, emphasisByTexts } from '../../src/search/emphasis.ts';
import { indexNames } from '../../src/search/name-index.ts';
import type { NameMatch } from '../../src/search/name-match.ts';
import { matchNames, queryWords } from '../../src/search/name-match.ts';
import type { NamedAnswer } from '../../src/search/names-file.ts';
import type { ScoredText } from '../../src/search/text-score.ts';
import { someNames } from './names.ts';

const index = indexNames(someNames);
const notes = someNames.answers.filter(({ kind }) => kind === 'note');
const at = (address: string): NamedAnswer =>
  notes.find((note) => note.at === address) ?? expect.fail(address);

describe('emphasis by names', () => {
  const emphasis = (query: string, address: string): number => {
    const words = queryWords(index, query, false);
    const matches = new Map<NamedAnswer, NameMatch[]>();
    for (const match of matchNames(index, words)) {
      const { answer } = match.name;
      matches.set(answer, [...(matches.get(answer) ?? []), match]);
    }
    return emphasisByNames(words, matches, notes)(at(address));
  };

  it('is greater for a page with more names that have a word', () => {
    expect(emphasis('convolution', 'dilated-convolution/')).toBeGreaterThan(
      emphasis('convolution', 'grouped-convolution/'),
    );
  });

  it('counts a word of few notes more than one of many', () => {
    expect(emphasis('atrous convolution', 'dilated-convolution/')).toBeGreaterThan(
      2 * emphasis('atrous convolution', 'grouped-convolution/'),
    );
  });

  it('is nothing for a page without the words, and never more than one', () => {
    expect(emphasis('atrous', 'memory/')).toBe(0);
    expect(emphasis('convolution', 'dilated-convolution/')).toBeLessThan(1);
  });
});

describe('emphasis by texts', () => {
  const text = (place: number, word: string, score: number): [number, ScoredText] => {
    const data = (): Promise<never> => Promise.reject(new Error('not loaded'));
    const hit = { id: String(place), locale: 'en' as const, place, score, data };
    return [place, { hit, byWord: new Map([[word, score]]), phrase: false, score }];
  };
  const words = queryWords(index, 'beam', false);
  const byTexts = emphasisByTexts(
    notes,
    new Map([text(2, 'beam', 0.2), text(3, 'beam', 0.2), text(5, 'beam', 0.1)]),
    new Map([['beam', words.totalWeight]]),
    words,
  );

  it('adds the sections of a page together', () => {
    expect(byTexts(at('memory/'))).toBe(1);
  });

  it('falls with the root of what a page has', () => {
    expect(byTexts(at('model-size/'))).toBeCloseTo(0.5, 10);
    expect(byTexts(at('dilated-convolution/'))).toBe(0);
  });
});
