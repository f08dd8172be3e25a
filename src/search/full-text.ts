import type { Locale } from '../i18n/index.ts';
import { contentWords, isHan, pairs } from './prepare.ts';

/** A text of the index that matches, as Pagefind gives it. */
export interface TextHit {
  readonly id: string;
  readonly locale: Locale;
  /** Place in the list of all texts of that language. */
  readonly place: number;
  readonly score: number;
  data(): Promise<TextData>;
}

/** What is stored of a text. */
export interface TextData {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
}

/** The full-text index of one language. */
export interface TextIndex {
  /** Texts with all words of the query. */
  search(query: string): Promise<readonly TextHit[]>;
}

/** A text that holds words of the query. */
export interface FoundText {
  readonly hit: TextHit;
  /** How much it is about each word of the query, 1 for the text that is so the most. */
  readonly byWord: ReadonlyMap<string, number>;
  /** Whether it holds the query's words one after another. */
  readonly phrase: boolean;
  /** Place of the text in the reader's language that this one is a translation of. */
  readonly standsFor?: number;
}

/** Cuts a run of Chinese into words, as a dictionary sees them. */
export type WordCutter = (run: string) => readonly string[];

/** Words of a query that are looked up at most; each loads a part of the index. */
const mostWords = 6;

/**
 * The texts that hold words of the query. Pagefind by itself gives only texts with all of them; here each word is
 * searched by itself and the scores are added, so that one unlucky word does not empty the list.
 */
export async function findTexts(index: TextIndex, query: string, cut: WordCutter): Promise<FoundText[]> {
  const words = searchedWords(query, cut);
  const phrase = phraseOf(query);
  const [phrased, ...single] = await Promise.all([
    phrase === undefined ? [] : index.search(phrase),
    ...words.map((word) => index.search(word)),
  ]);
  const found = new Map<string, { hit: TextHit; byWord: Map<string, number> }>();
  single.forEach((hits, place) => {
    const most = Math.max(...hits.map(({ score }) => score), Number.MIN_VALUE);
    for (const hit of hits) {
      const entry = found.get(hit.id) ?? { hit, byWord: new Map<string, number>() };
      found.set(hit.id, entry);
      entry.byWord.set(words[place] ?? '', hit.score / most);
    }
  });
  const phrases = new Set(phrased.map(({ id }) => id));
  return [...found.values()].map(({ hit, byWord }) => ({ hit, byWord, phrase: phrases.has(hit.id) }));
}

/** What is looked up word by word: words, and of Chinese the pairs of characters that the index stores. */
export function searchedWords(query: string, cut: WordCutter): string[] {
  const words = contentWords(query).flatMap((word) =>
    isHan(word) ? joinSingles(cut(word)).flatMap((piece) => pairs(piece)) : [word],
  );
  // Beside longer words a single character says next to nothing.
  const telling = words.filter((word) => word.length > 1);
  return [...new Set(telling.length > 0 ? telling : words)].slice(0, mostWords);
}

/** Characters that a dictionary leaves standing alone, put together again: 更 and 贵 are searched as 更贵. */
function joinSingles(pieces: readonly string[]): string[] {
  return pieces.reduce<string[]>((joined, piece, place) => {
    const last = joined.at(-1);
    if (piece.length === 1 && last !== undefined && pieces[place - 1]?.length === 1) {
      joined[joined.length - 1] = last + piece;
    } else joined.push(piece);
    return joined;
  }, []);
}

/** The query as one phrase, where it has the length of one. */
function phraseOf(query: string): string | undefined {
  const parts = contentWords(query).flatMap((word) => (isHan(word) ? pairs(word) : [word]));
  return parts.length > 1 && parts.length <= mostWords ? `"${parts.join(' ')}"` : undefined;
}
