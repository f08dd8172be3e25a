import type { NameMatch, QueryWords } from './name-match.ts';
import { coverage } from './name-match.ts';
import type { NamedAnswer } from './names-file.ts';
import { tokens } from './prepare.ts';
import type { ScoredText } from './text-score.ts';

/** Where in an answer a reader is led. */
export interface Place {
  /** Anchor of the section; empty for the top. */
  readonly anchor: string;
  /** Other sections that fit, best first. */
  readonly more: readonly string[];
}

/** A section must fit at least as well as the whole does, and this well, or the reader is led to the top. */
const leastFit = 0.05;

/** A name of the whole that is the query, letter by letter, speaks for the top a little more. */
const exactBonus = 0.2;

/** What the text of a section counts beside its names. */
const textWeight = 0.15;

/** How many further sections are offered. */
const mostMore = 3;

/** Sources and exercises answer only who asks for them. */
const seldomMeant: Readonly<Record<string, number>> = { references: 0.2, exercises: 0.6 };

/** What a row of words counts beside a heading: its words are those of the whole matter more than of the section. */
const rowWeight = 0.3;

/** What the words that no name covers count where they stand in the section's text. */
const leftWeight = 0.5;

/**
 * Chooses the section that answers. What the title and the other names of the whole cover of the query speaks for the
 * top; what a heading or its questions cover, and the words left over that stand in its text, for the section.
 */
export function choosePlace(
  answer: NamedAnswer,
  matches: readonly NameMatch[],
  words: QueryWords,
  byPlace: ReadonlyMap<number, ScoredText>,
): Place {
  const ofWhole = matches.filter(({ name }) => name.anchor === undefined);
  const covered = words.words.map((_, place) =>
    Math.max(0, ...ofWhole.map(({ strengths, whole }) => (strengths[place] ?? 0) * whole)),
  );
  const isExact = ofWhole.some(({ name }) => !name.lent && name.normal === words.normal);
  const top = coverage(words, (place) => covered[place] ?? 0) + (isExact ? exactBonus : 0);
  const texts = answer.sections.map(({ text }) => (text === undefined ? undefined : byPlace.get(text)));
  const mostText = Math.max(...texts.map((text) => text?.score ?? 0), Number.MIN_VALUE);
  const scored = answer.sections.map(({ anchor }, index) => {
    const text = texts[index];
    const named = matches
      .filter(({ name }) => name.anchor === anchor)
      .map(
        ({ name, strengths, whole }) =>
          coverage(words, (place) => strengths[place] ?? 0) *
          (0.5 + 0.5 * whole) *
          (name.isRow ? rowWeight : 1),
      );
    const left = coverage(
      words,
      (place) => (1 - (covered[place] ?? 0)) * inText(texts, index, words.words[place] ?? ''),
    );
    const fits = Math.max(0, ...named) + leftWeight * left + (textWeight * (text?.score ?? 0)) / mostText;
    return { anchor, fits: fits * (seldomMeant[anchor] ?? 1) };
  });
  const ordered = scored.toSorted((left, right) => right.fits - left.fits);
  const best = ordered[0];
  const anchor = best === undefined || best.fits < Math.max(top, leastFit) ? '' : best.anchor;
  return {
    anchor,
    more: ordered
      .filter((section) => section.fits > 0.3 && section.anchor !== '' && section.anchor !== anchor)
      .slice(0, mostMore)
      .map((section) => section.anchor),
  };
}

/** How strongly a section's text has a word, 1 for the section of the answer that has it most. */
function inText(texts: readonly (ScoredText | undefined)[], index: number, word: string): number {
  const scoreIn = (text: ScoredText | undefined): number => {
    const scores = [...(text?.byWord ?? [])]
      .filter(([key]) => tokens(key).includes(word))
      .map(([, score]) => score);
    return Math.max(0, ...scores);
  };
  const own = scoreIn(texts[index]);
  return own === 0 ? 0 : own / Math.max(...texts.map(scoreIn));
}
