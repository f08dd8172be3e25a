/** What kind of thing a result is, in the order readers are offered them. */
export const kinds = ['note', 'term', 'calculator', 'architecture', 'reference', 'page'] as const;
export type Kind = (typeof kinds)[number];

/** A part of a page that a result may lead to. */
export interface NamedSection {
  /** Id of the heading or numbered thing; empty for the page's top. */
  readonly anchor: string;
  /** Place of its text in the full-text index of its language; absent where it is a part of another's. */
  readonly text?: number;
  /**
   * Its heading, its other names and the questions it answers, in the page's language; last, behind `rowOfWords`,
   * further words that people ask about it with.
   */
  readonly names: readonly string[];
  /** The same in the other languages. */
  readonly foreign: readonly string[];
}

/** What a row of words begins with, which nobody types: the row is begun by no query. */
export const rowOfWords = '~';

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
  /**
   * What the library calls the language's index. It changes with the index, so that a cache never serves one part of an
   * old build with another of a new one.
   */
  readonly index: string;
  /** What the library calls its program for the language. */
  readonly program: string;
  readonly answers: readonly NamedAnswer[];
}

/**
 * Reads `names.<locale>.txt`: what the index and the program are called in the first line, then an answer a line, its cells between tabs. The first
 * seven are those of the answer, then come four for each section: anchor, step, names and foreign names. A step says
 * how many places a text is behind the one before it, 0 that there is none, and nothing that it is the next. Lists have
 * bars in them. It is a tenth less to load than the same as JSON.
 * @throws TypeError when it is not such a file.
 */
export function readNames(file: string): NamesFile {
  const [first = '', ...lines] = file.split('\n');
  const [index = '', program = ''] = first.split('\t');
  let place = -1;
  const answers = lines.map((line): NamedAnswer => {
    const [kind, at = '', title = '', names, foreign, note, noteAnchor, ...cells] = line.split('\t');
    if (!isKind(kind)) throw new TypeError('the names have an unknown form');
    const sections: NamedSection[] = [];
    for (let start = 0; start < cells.length; start += sectionCells) {
      const [anchor = '', step = '', own, others] = cells.slice(start, start + sectionCells);
      const isText = step !== '0';
      place += step === '' ? 1 : Number(step);
      sections.push({
        anchor,
        ...(isText ? { text: place } : {}),
        names: listed(own),
        foreign: listed(others),
      });
    }
    return {
      kind,
      at,
      title,
      names: listed(names),
      foreign: listed(foreign),
      ...(note === undefined || note === '' ? {} : { note }),
      ...(noteAnchor === undefined || noteAnchor === '' ? {} : { noteAnchor }),
      sections,
    };
  });
  return { index, program, answers };
}

/** Cells that a section has. */
const sectionCells = 4;

const listed = (cell = ''): string[] => (cell === '' ? [] : cell.split('|'));

function isKind(text: string | undefined): text is Kind {
  return kinds.some((kind) => kind === text);
}
