import type { FoundText } from './full-text.ts';
import type { Clues } from './answer-score.ts';
import { scoreOf, weight } from './answer-score.ts';
import { emphasisByNames, emphasisByTexts } from './emphasis.ts';
import { choosePlace } from './place.ts';
import { likeness } from './likeness.ts';
import type { NameIndex } from './name-index.ts';
import type { NameMatch } from './name-match.ts';
import { matchNames, queryWords } from './name-match.ts';
import type { Kind, NamedAnswer } from './names-file.ts';
import { notesBeforeTerms } from './notes-first.ts';
import { tokens } from './prepare.ts';
import type { ScoredText } from './text-score.ts';
import { scoreTexts, textWeights } from './text-score.ts';

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
  const answers = [...new Set(index.names.map(({ answer }) => answer))];
  const known = new Set(answers.flatMap(({ sections }) => sections.flatMap(({ text }) => text ?? [])));
  const isSource = ({ hit, standsFor }: FoundText): boolean =>
    standsFor === undefined && !known.has(hit.place);
  const scored = scoreTexts(texts, words, isSource);
  const byPlace = new Map(scored.toSorted(byScore).map((text) => [text.standsFor ?? text.hit.place, text]));
  const clues: Clues = {
    words,
    byPlace,
    byNames: emphasisByNames(
      words,
      matches,
      answers.filter(({ kind }) => kind === 'note'),
    ),
    byTexts: emphasisByTexts(answers, byPlace, textWeights(texts, words), words),
    ofText: ({ score, phrase }) => weight.text * score + (phrase ? phraseWorth : 0),
  };
  const results = answers.flatMap((answer) => scoreAnswer(answer, matches.get(answer) ?? [], clues));
  const sources = scored.filter(isSource).map((text): RankedResult => {
    return {
      kind: 'reference',
      anchor: '',
      score: (weight.textStress * text.score + clues.ofText(text)) * priority.reference,
      text,
      more: [],
    };
  });
  return notesBeforeTerms([...results, ...sources], answers).sort((left, right) => right.score - left.score);
}

const byScore = (left: ScoredText, right: ScoredText): number => left.score - right.score;

function scoreAnswer(answer: NamedAnswer, matches: readonly NameMatch[], clues: Clues): RankedResult[] {
  const { words, byPlace } = clues;
  const texts = answer.sections.flatMap(({ text }) => (text === undefined ? [] : (byPlace.get(text) ?? [])));
  const [best] = matches.toSorted((left, right) => right.score - left.score);
  const score = scoreOf(answer, matches, texts, clues);
  if (score === undefined) return [];
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
      score: score * priority[answer.kind],
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
