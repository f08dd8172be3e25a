import { describe, expect, it } from 'vitest';
import type { FoundText } from '../../src/search/full-text.ts';
import { indexNames } from '../../src/search/name-index.ts';
import { queryWords } from '../../src/search/name-match.ts';
import { scoreTexts } from '../../src/search/text-score.ts';
import { someNames } from './names.ts';

const index = indexNames(someNames);

function text(place: number, byWord: Record<string, number>): FoundText {
  const hit = {
    id: `${place}`,
    locale: 'en' as const,
    place,
    score: 1,
    data: () => Promise.reject(new Error()),
  };
  return { hit, byWord: new Map(Object.entries(byWord)), phrase: false };
}

const scores = (query: string, texts: readonly FoundText[], source?: FoundText): number[] =>
  scoreTexts(texts, queryWords(index, query, false), (each) => each === source).map(({ score }) => score);

describe('scoreTexts', () => {
  it('is 1 for a text that is most about every word', () => {
    expect(scores('kv zebra', [text(0, { kv: 1, zebra: 1 })])).toEqual([1]);
  });

  it('counts a word of few names for more than a word of many', () => {
    const [common = 0, rare = 0] = scores('convolution optimizer', [
      text(0, { convolution: 1 }),
      text(1, { optimizer: 1 }),
    ]);
    expect(rare).toBeGreaterThan(common);
    expect(common + rare).toBeCloseTo(1);
  });

  it('leaves out words that no text has', () => {
    expect(scores('kv quagga', [text(0, { kv: 1 })])).toEqual([1]);
  });

  it('measures by the texts that answer, not by sources', () => {
    const source = text(9, { zebra: 1 });
    expect(scores('zebra', [text(0, { zebra: 0.5 }), source], source)).toEqual([1, 1]);
  });

  it('counts a text of another language a little less', () => {
    expect(scores('zebra', [{ ...text(9, { zebra: 1 }), standsFor: 3 }])).toEqual([0.9]);
  });
});
