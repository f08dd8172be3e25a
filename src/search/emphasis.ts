import type { NameMatch, QueryWords } from './name-match.ts';
import type { NamedAnswer } from './names-file.ts';
import type { ScoredText } from './text-score.ts';

/** How much a whole page is about the words of a query, 0 to 1, however they are spread over its names or sections. */
export type Emphasis = (answer: NamedAnswer) => number;

/** Names with a word at which half of what their number can say is said. */
const halfSaid = 1.2;

/**
 * Emphasis by names: the more of its names have a word, and the fewer notes have it in theirs, the more the page is about
 * it. A question in words of one's own is rarely like any one name, but its words are in several of the right page's.
 */
export function emphasisByNames(
  { words }: QueryWords,
  matches: ReadonlyMap<NamedAnswer, readonly NameMatch[]>,
  notes: readonly NamedAnswer[],
): Emphasis {
  const counts = new Map(
    [...matches].map(([answer, own]) => [
      answer,
      words.map((_, place) => own.reduce((sum, { strengths }) => sum + (strengths[place] ?? 0), 0)),
    ]),
  );
  const weights = words.map((_, place) => {
    const having = notes.filter((note) => (counts.get(note)?.[place] ?? 0) > 0.5).length;
    return having === 0 ? 0 : Math.log(1 + (notes.length - having + 0.5) / (having + 0.5));
  });
  const said = (count: number): number => count / (count + halfSaid);
  const total = sumOf(weights);
  return (answer) => weightedMean(weights, total, (place) => said(counts.get(answer)?.[place] ?? 0));
}

/**
 * Emphasis by texts: what the sections of a page have of each word in all, beside the page that has the most of it; the root,
 * for to speak of a thing half as much is to speak of it.
 */
export function emphasisByTexts(
  answers: readonly NamedAnswer[],
  byPlace: ReadonlyMap<number, ScoredText>,
  weightByWord: ReadonlyMap<string, number>,
  { totalWeight }: QueryWords,
): Emphasis {
  const sums = new Map<NamedAnswer, Map<string, number>>();
  const most = new Map<string, number>();
  for (const answer of answers) {
    const own = new Map<string, number>();
    for (const { text } of answer.sections) {
      for (const [word, score] of (text === undefined ? undefined : byPlace.get(text))?.byWord ?? []) {
        own.set(word, (own.get(word) ?? 0) + score);
      }
    }
    if (own.size === 0) continue;
    sums.set(answer, own);
    for (const [word, sum] of own) most.set(word, Math.max(most.get(word) ?? 0, sum));
  }
  const words = [...weightByWord.keys()];
  const weights = [...weightByWord.values()];
  // Words that no text has are missing from every page.
  const total = Math.max(totalWeight, sumOf(weights));
  return (answer) =>
    weightedMean(weights, total, (place) => {
      const word = words[place] ?? '';
      return Math.sqrt((sums.get(answer)?.get(word) ?? 0) / (most.get(word) ?? 1));
    });
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

function weightedMean(weights: readonly number[], total: number, valueAt: (place: number) => number): number {
  return total === 0 ? 0 : sumOf(weights.map((weight, place) => weight * valueAt(place))) / total;
}
