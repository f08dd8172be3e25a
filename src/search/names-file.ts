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

/** `names.<locale>.json`: everything with a name, as the build writes it and the search box loads it. */
export interface NamesFile {
  /** Changes with the index, so that a cache never serves one part of an old build with another of a new one. */
  readonly build: string;
  readonly answers: readonly NamedAnswer[];
}

/** Whether what was loaded is such a file. */
export function isNamesFile(file: unknown): file is NamesFile {
  return typeof file === 'object' && file !== null && 'build' in file && 'answers' in file;
}
