import type { NamedAnswer, NamedSection, NamesFile } from './names-file.ts';
import { rowOfWords } from './names-file.ts';
import { isHan, normalize, tokens } from './prepare.ts';

/** One name, ready to be compared. */
export interface IndexedName {
  readonly answer: NamedAnswer;
  /** Section it names; `undefined` where it names the whole. */
  readonly anchor: string | undefined;
  readonly text: string;
  readonly normal: string;
  readonly words: readonly string[];
  /** Neighbouring words written as one, as `resnet50` for ResNet-50, with the words they are made of. */
  readonly joined: ReadonlyMap<string, readonly string[]>;
  /** Whether it is no name but a row of words that people ask with. */
  readonly isRow: boolean;
  /** Whether it is the name of a term that the answer explains. */
  readonly lent: boolean;
  /** What a match of it is worth, 1 for a title. */
  readonly worth: number;
}

/** All names of a language with what their words weigh. */
export interface NameIndex {
  readonly names: readonly IndexedName[];
  /** Every word of every name with its weight: the rarer among the pages, the heavier. */
  readonly weights: ReadonlyMap<string, number>;
  /** The same of words written as one. */
  readonly joinedWeights: ReadonlyMap<string, number>;
  /** Weight of a word no name has. */
  readonly unknownWeight: number;
}

/** Headings tell less than titles, and names of another language may mean something else in this one. */
const worth = { title: 1, name: 1, section: 0.95, foreign: 0.9 } as const;

/** Prepares the names of a language for matching. */
export function indexNames({ answers }: NamesFile): NameIndex {
  const names = [...answers.flatMap(namesOf), ...lentByTerms(answers)];
  const pagesWith = new Map<string, Set<string>>();
  for (const { answer, words } of names) {
    for (const word of words) pagesWith.set(word, (pagesWith.get(word) ?? new Set()).add(pageOf(answer)));
  }
  const pageCount = new Set(answers.map(pageOf)).size;
  const weightOf = (count: number): number => Math.log(1 + pageCount / count);
  const weights = new Map([...pagesWith].map(([word, pages]) => [word, weightOf(pages.size)]));
  const joinedWeights = new Map(
    names.flatMap(({ joined }) =>
      [...joined].map(([whole, parts]) => {
        return [whole, parts.reduce((total, part) => total + (weights.get(part) ?? 0), 0)] as const;
      }),
    ),
  );
  return { names, weights, joinedWeights, unknownWeight: weightOf(1) * 0.5 };
}

/** The page that explains an answer. */
const pageOf = ({ at, note }: NamedAnswer): string => note ?? at.replace(/#.*/, '');

function namesOf(answer: NamedAnswer): IndexedName[] {
  return [
    named(answer, answer.title, undefined, worth.title),
    ...answer.names.map((name) => named(answer, name, undefined, worth.name)),
    ...answer.foreign.map((name) => named(answer, name, undefined, worth.foreign)),
    ...answer.sections.flatMap(({ anchor, names, foreign }) => [
      ...names.map((name) => named(answer, name, anchor, worth.section)),
      ...foreign.map((name) => named(answer, name, anchor, worth.section * worth.foreign)),
    ]),
  ];
}

function named(answer: NamedAnswer, text: string, anchor: string | undefined, value: number): IndexedName {
  const words = tokens(text);
  return {
    answer,
    anchor,
    text,
    normal: normalize(text),
    words: [...new Set(words)],
    joined: joinedWords(words),
    isRow: text.startsWith(rowOfWords),
    lent: false,
    worth: value,
  };
}

/**
 * A term's names also name what explains it: the section of its note that has the term in its heading or
 * shares another name with it, or else the note as a whole.
 */
function lentByTerms(answers: readonly NamedAnswer[]): IndexedName[] {
  const pages = new Map(answers.map((answer) => [answer.at, answer]));
  return answers.flatMap((term) => {
    const note = term.note === undefined ? undefined : pages.get(term.note);
    if (note === undefined) return [];
    const words = tokens(term.title);
    const own = new Set([term.title, ...term.names, ...term.foreign].map(normalize));
    const holds = (text: string): boolean => words.every((word) => tokens(text).includes(word));
    const explains = ({ anchor, names: [heading = '', ...others] }: NamedSection): boolean =>
      anchor !== '' && (holds(heading) || others.some((name) => own.has(normalize(name))));
    const section = holds(note.title) ? undefined : note.sections.find(explains)?.anchor;
    return namesOf(term)
      .filter(({ anchor }) => anchor === undefined)
      .map((name) => ({
        ...name,
        answer: note,
        anchor: term.noteAnchor ?? section,
        lent: true,
        worth: name.worth * 0.95,
      }));
  });
}

/** Two or three neighbouring words of letters and digits written as one, with the words they are made of. */
export function joinedWords(words: readonly string[]): Map<string, readonly string[]> {
  const joined = new Map<string, readonly string[]>();
  for (let start = 0; start < words.length; start++) {
    for (const count of [2, 3]) {
      const parts = words.slice(start, start + count);
      if (parts.length === count && !parts.some(isHan)) joined.set(parts.join(''), parts);
    }
  }
  return joined;
}
