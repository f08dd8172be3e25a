import type { Emphasis } from './emphasis.ts';
import type { NameMatch, QueryWords } from './name-match.ts';
import { coverage } from './name-match.ts';
import type { NamedAnswer } from './names-file.ts';
import type { ScoredText } from './text-score.ts';

/**
 * What each way of finding counts: one name, what all names together have of the query, what of it names the whole page,
 * what names and texts of the page stress, the best text, and the phrase in a text.
 */
export const weight = {
  name: 1,
  names: 1.1,
  topic: 0.45,
  stress: 1.9,
  textStress: 1.45,
  text: 0.1,
  phrase: 0.3,
} as const;

/** Below this a name says nothing about what was meant. */
const leastName = 0.2;

/** What is known of a query before its answers are scored. */
export interface Clues {
  readonly words: QueryWords;
  readonly byPlace: ReadonlyMap<number, ScoredText>;
  readonly byNames: Emphasis;
  readonly byTexts: Emphasis;
  /** What a text counts by itself. */
  readonly ofText: (text: ScoredText) => number;
}

/** How well a page, term or calculator answers; `undefined` where nothing of it matches. */
export function scoreOf(
  answer: NamedAnswer,
  matches: readonly NameMatch[],
  texts: readonly ScoredText[],
  { words, byNames, byTexts, ofText }: Clues,
): number | undefined {
  const best = Math.max(0, ...matches.map(({ score }) => score));
  const name = best < leastName ? 0 : best;
  if (name === 0 && texts.length === 0) return undefined;
  const together = coverage(words, (place) =>
    Math.max(0, ...matches.map(({ strengths }) => strengths[place] ?? 0)),
  );
  const score =
    weight.name * name +
    weight.names * together +
    weight.topic * topicOf(matches, words) +
    weight.stress * byNames(answer) +
    weight.textStress * byTexts(answer) +
    Math.max(0, ...texts.map(ofText));
  // Who names a network among other words mostly asks about something in it, which a note explains.
  const asked = answer.kind === 'architecture' ? 0.5 + 0.5 * together : 1;
  return score * asked;
}

/** Part of a query that is a name of the whole page, in full, 0 to 1: it says what the question is about. */
function topicOf(matches: readonly NameMatch[], words: QueryWords): number {
  const named = matches.filter(({ name, whole }) => name.anchor === undefined && !name.lent && whole > 0.95);
  return Math.max(0, ...named.map(({ strengths }) => coverage(words, (place) => strengths[place] ?? 0)));
}
