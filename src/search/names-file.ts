/** What kind of thing a result is, in the order readers are offered them. */
export const kinds = ['note', 'term', 'calculator', 'architecture', 'reference', 'page'] as const;
export type Kind = (typeof kinds)[number];

/** A part of a page that a result may lead to. */
export interface NamedSection {
  /** Id of the heading or numbered thing; empty for the page's top. */
  readonly anchor: string;
  /** Its text in the full-text index; absent where it is a part of another's. */
  readonly id?: string;
  /** Its heading, and the questions it answers, in the page's language. */
  readonly names: readonly string[];
  /** The same in the other languages. */
  readonly foreign: readonly string[];
}

/** Something that can be found by a name: a page, or a term or calculator within one. */
export interface NamedAnswer {
  readonly kind: Kind;
  /** Address below the language: `model-size/`, `glossary/#stride`. */
  readonly at: string;
  readonly title: string;
  /** Other names in the page's language. */
  readonly names: readonly string[];
  /** Title and names in the other languages. */
  readonly foreign: readonly string[];
  /** Address of the note that explains a term. */
  readonly note?: string;
  /** Section of that note; where it is not said, a heading may have the term. */
  readonly noteAnchor?: string;
  readonly sections: readonly NamedSection[];
}

/** Everything with a name. */
export interface NamesFile {
  /** Changes with the index, so that a cache never serves one part of an old build with another of a new one. */
  readonly build: string;
  readonly answers: readonly NamedAnswer[];
}

/** Lists of names as `names.<locale>.json` has them, one a line: a third less to load than as lists. */
interface StoredSection extends Omit<NamedSection, 'names' | 'foreign'> {
  readonly names?: string;
  readonly foreign?: string;
}

interface StoredAnswer extends Omit<NamedAnswer, 'names' | 'foreign' | 'sections'> {
  readonly names?: string;
  readonly foreign?: string;
  readonly sections?: readonly StoredSection[];
}

/** `names.<locale>.json`, as the build writes it and the search box loads it. */
export interface StoredNames {
  readonly build: string;
  readonly answers: readonly StoredAnswer[];
}

/**
 * Reads what was loaded.
 * @throws TypeError when it is not such a file.
 */
export function readNames(file: unknown): NamesFile {
  if (!isStoredNames(file)) throw new TypeError('the names have an unknown form');
  return {
    build: file.build,
    answers: file.answers.map(({ names, foreign, sections = [], ...answer }) => ({
      ...answer,
      names: lines(names),
      foreign: lines(foreign),
      sections: sections.map((section) => ({
        ...section,
        names: lines(section.names),
        foreign: lines(section.foreign),
      })),
    })),
  };
}

const lines = (text: string | undefined): string[] => text?.split('\n') ?? [];

function isStoredNames(file: unknown): file is StoredNames {
  return typeof file === 'object' && file !== null && 'build' in file && 'answers' in file;
}
