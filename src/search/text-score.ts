import type { FoundText } from './full-text.ts';
import type { QueryWords } from './name-match.ts';
import { tokens } from './prepare.ts';

/** A found text with how well it answers. */
export interface ScoredText extends FoundText {
  /** Part of the query's weight that its words bring, 0 to 1. */
  readonly score: number;
}

/** A text in another language counts a little less, for what it answers may be said differently here. */
const abroadWeight = 0.9;

/**
 * Scores texts by the words they have: the rarer a word is among names, the more it counts, as it does in names. What
 * a word counts is measured at the text that is most about it, sources apart, which are so short that a single mention
 * would make them that text.
 */
export function scoreTexts(
  texts: readonly FoundText[],
  words: QueryWords,
  isSource: (text: FoundText) => boolean,
): ScoredText[] {
  const most = new Map<string, number>();
  for (const text of texts.filter((each) => !isSource(each))) {
    for (const [word, score] of text.byWord) most.set(word, Math.max(most.get(word) ?? 0, score));
  }
  const weights = textWeights(texts, words);
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return texts.map((text) => {
    const held = [...text.byWord].map(
      ([word, score]) => (weights.get(word) ?? 0) * Math.min(1, score / (most.get(word) ?? score)),
    );
    const share = total === 0 ? 0 : held.reduce((sum, each) => sum + each, 0) / total;
    return { ...text, score: share * (text.standsFor === undefined ? 1 : abroadWeight) };
  });
}

/** What each word that was looked up in the texts, and found, weighs in the query. */
export function textWeights(texts: readonly FoundText[], words: QueryWords): Map<string, number> {
  const found = new Set(texts.flatMap(({ byWord }) => [...byWord.keys()]));
  return new Map([...found].map((word) => [word, weightOf(word, words)]));
}

/** What a word looked up in the texts weighs in the query, whose words may be parts of it. */
function weightOf(word: string, { words, weights }: QueryWords): number {
  const own = new Set(tokens(word));
  return weights.reduce((sum, weight, place) => sum + (own.has(words[place] ?? '') ? weight : 0), 0);
}
