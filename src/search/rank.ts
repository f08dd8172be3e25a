import type { FoundText } from './full-text.ts';
import { choosePlace } from './place.ts';
import { likeness } from './likeness.ts';
import type { NameIndex } from './name-index.ts';
import type { NameMatch, QueryWords } from './name-match.ts';
import { coverage, matchNames, queryWords } from './name-match.ts';
import type { Kind, NamedAnswer } from './names-file.ts';
import { tokens } from './prepare.ts';
import type { ScoredText } from './text-score.ts';
import { scoreTexts } from './text-score.ts';

/** A place that answers. */
export interface RankedResult {
  readonly kind: Kind;
  /** The page, term or calculator; absent for a source, of which only the text is known. */
  readonly answer?: NamedAnswer;
  /** Section that answers best; empty for the whole. */
  readonly anchor: string;
  readonly score: number;
  /** The other name by which it was found. */
  readonly by?: string;
  /** Text to quote. */
  readonly text?: FoundText;
  /** Further sections that match, best first. */
  readonly more: readonly string[];
}

/** How much a kind of thing answers when equally much matches. */
const priority: Readonly<Record<Kind, number>> = {
  note: 1,
  architecture: 0.9,
  term: 0.9,
  calculator: 0.8,
  page: 0.7,
  reference: 0.5,
};

/** What each way of finding counts: one name, all names together, words in the text, the phrase in the text. */
const weight = { name: 1, names: 0.8, text: 0.5, phrase: 0.5, secondText: 0.3 } as const;

/** Below this a name says nothing about what was meant. */
const leastName = 0.2;

/** So many texts may share the credit for holding the phrase before it says less of each. */
const tellingPhrases = 3;

/**
 * Everything that matches by name or by text, best first; a note stands before the terms it explains.
 * @param unfinished Whether more of the last word may still be typed.
 */
export function rank(
  index: NameIndex,
  query: string,
  texts: readonly FoundText[],
  unfinished: boolean,
): RankedResult[] {
  const words = queryWords(index, query, unfinished);
  const matches = new Map<NamedAnswer, NameMatch[]>();
  for (const match of matchNames(index, words)) {
    const { answer } = match.name;
    matches.set(answer, [...(matches.get(answer) ?? []), match]);
  }
  const phraseWorth =
    weight.phrase * Math.min(1, tellingPhrases / texts.filter(({ phrase }) => phrase).length);
  const textScore = ({ score, phrase }: ScoredText): number =>
    weight.text * score + (phrase ? phraseWorth : 0);
  const answers = [...new Set(index.names.map(({ answer }) => answer))];
  const known = new Set(answers.flatMap(({ sections }) => sections.flatMap(({ text }) => text ?? [])));
  const isSource = ({ hit, standsFor }: FoundText): boolean =>
    standsFor === undefined && !known.has(hit.place);
  const scored = scoreTexts(texts, words, isSource);
  const byPlace = new Map(scored.toSorted(byScore).map((text) => [text.standsFor ?? text.hit.place, text]));
  const results = answers.flatMap((answer) =>
    scoreAnswer(answer, matches.get(answer) ?? [], words, byPlace, textScore),
  );
  const sources = scored.filter(isSource).map((text): RankedResult => {
    return { kind: 'reference', anchor: '', score: textScore(text) * priority.reference, text, more: [] };
  });
  return notesBeforeTerms([...results, ...sources], answers).sort((left, right) => right.score - left.score);
}

const byScore = (left: ScoredText, right: ScoredText): number => left.score - right.score;

function scoreAnswer(
  answer: NamedAnswer,
  matches: readonly NameMatch[],
  words: QueryWords,
  byPlace: ReadonlyMap<number, ScoredText>,
  textScore: (text: ScoredText) => number,
): RankedResult[] {
  const texts = answer.sections.flatMap(({ text }) => (text === undefined ? [] : (byPlace.get(text) ?? [])));
  const [first = 0, second = 0] = texts.map(textScore).sort((left, right) => right - left);
  const [best] = matches.toSorted((left, right) => right.score - left.score);
  const name = best === undefined || best.score < leastName ? 0 : best.score;
  const text = first + weight.secondText * second;
  if (name === 0 && text === 0) return [];
  const together = coverage(words, (place) =>
    Math.max(0, ...matches.map(({ strengths }) => strengths[place] ?? 0)),
  );
  // Who names a network among other words mostly asks about something in it, which a note explains.
  const asked = answer.kind === 'architecture' ? 0.5 + 0.5 * together : 1;
  const { anchor, more } = choosePlace(answer, matches, words, byPlace);
  const own = answer.sections.find((section) => section.anchor === anchor)?.text;
  const quoted = own === undefined ? undefined : byPlace.get(own);
  const found = best !== undefined && best.whole > 0.9 && best.name.anchor === undefined;
  return [
    {
      kind: answer.kind,
      answer,
      anchor,
      more,
      score: (weight.name * name + weight.names * together + text) * priority[answer.kind] * asked,
      ...(found && isAnotherName(best.name.words, answer.title) ? { by: best.name.text } : {}),
      ...(quoted === undefined ? {} : { text: quoted }),
    },
  ];
}

/** Whether a name has a word that is not one of the title's, nor a misspelling of one. */
function isAnotherName(name: readonly string[], title: string): boolean {
  const own = tokens(title);
  const state = { unfinished: false, known: false };
  return name.some((word) => !own.some((other) => likeness(word, other, state) > 0));
}

/**
 * Readers want the explanation before the definition: a note is raised just above the terms that lead to it, or put there
 * where nothing but the definition has the query's words.
 */
function notesBeforeTerms(results: readonly RankedResult[], answers: readonly NamedAnswer[]): RankedResult[] {
  const raised = new Map<string, number>();
  const best = new Map<string, RankedResult>();
  for (const result of results) {
    const { answer, score } = result;
    if (answer?.note === undefined || score <= (raised.get(answer.note) ?? 0)) continue;
    raised.set(answer.note, score);
    best.set(answer.note, result);
  }
  const found = new Set(results.map(({ answer }) => answer));
  const unfound = answers.flatMap((answer): RankedResult[] => {
    const term = found.has(answer) ? undefined : best.get(answer.at);
    if (term === undefined) return [];
    // The definition is what there is to quote.
    const quoted = term.text === undefined ? {} : { text: term.text };
    const anchor = term.answer?.noteAnchor ?? '';
    return [{ kind: answer.kind, answer, anchor, score: term.score, ...quoted, more: [] }];
  });
  return [...results, ...unfound].map((result) => {
    const least = raised.get(result.answer?.at ?? '');
    return least === undefined || result.score > least ? result : { ...result, score: least + 1e-6 };
  });
}
