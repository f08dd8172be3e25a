import type { Locale } from '../i18n/index.ts';
import { otherLocales } from '../i18n/index.ts';
import type { FoundText, TextData, WordCutter } from './full-text.ts';
import { findTexts, searchedWords } from './full-text.ts';
import { correctedQuery } from './misheard.ts';
import { mendedWords } from './misspelt.ts';
import type { NameIndex } from './name-index.ts';
import { indexNames } from './name-index.ts';
import type { NamesFile } from './names-file.ts';
import type { GrowingIndex } from './pagefind.ts';
import { normalize } from './prepare.ts';
import type { RankedResult } from './rank.ts';
import { rank } from './rank.ts';
import { simplified } from './simplified.ts';
import type { Translator } from './translator.ts';
import { translated, translator } from './translator.ts';

/** Where the parts of the index come from; each is asked for once. */
export interface SearchSources {
  names(locale: Locale): Promise<NamesFile>;
  texts(locale: Locale): Promise<GrowingIndex>;
}

/** What a query gave. */
export interface Found {
  readonly results: readonly RankedResult[];
  /** The query as it was understood, where that is not as it was typed. */
  readonly corrected?: string;
}

/** Search for the readers of one language. */
export interface Searcher {
  /** What is found by its names alone: at once, while the full-text index is still being loaded. */
  byName(query: string, verbatim?: boolean): Promise<Found>;
  /** Everything that is found. With `verbatim` the query is taken as it was typed. */
  byAll(query: string, verbatim?: boolean): Promise<Found>;
  /** The text of a result, to quote from; none where it has none of its own. */
  textOf(result: RankedResult): Promise<TextData | undefined>;
}

/** With a best score below this, the texts of the other languages are searched too. */
const enough = 0.75;

/** What a query in another language has; without it that language's texts would be loaded for nothing. */
const ofOthers: Readonly<Record<Locale, RegExp>> = { en: /\p{Script=Han}/u, zh: /[a-z]{2}/i };

/** Makes the search of a language; nothing is loaded before the first query. */
export function createSearcher(locale: Locale, sources: SearchSources): Searcher {
  const cut = wordCutter();
  const names = once(() => sources.names(locale));
  const index = once(async () => indexNames(await names()));
  const texts = once(() => sources.texts(locale));
  const translators = once(() => Promise.all(otherLocales(locale).map((other) => addLanguage(other))));
  let isMerged = false;
  async function addLanguage(other: Locale): Promise<Translator> {
    const [there, here] = await Promise.all([sources.names(other), names()]);
    await (await texts()).add(other, there);
    isMerged = true;
    return translator(other, there, here);
  }
  function order(known: NameIndex, query: string, found: readonly FoundText[]): RankedResult[] {
    return rank(known, query, found, /[a-z0-9]$/i.test(query));
  }
  async function understood(
    typed: string,
    verbatim: boolean,
  ): Promise<{ query: string; corrected?: string }> {
    if (verbatim) return { query: typed };
    const known = await index();
    const query = simplified(typed);
    const heard = correctedQuery(known, query, cut);
    const corrected = mendedWords(known, heard ?? query) ?? heard;
    return corrected === undefined ? { query } : { query: corrected, corrected };
  }
  return {
    byName: async (typed, verbatim = false) => {
      const { query, ...rest } = await understood(typed, verbatim);
      return { results: order(await index(), query, []), ...rest };
    },
    byAll: async (typed, verbatim = false) => {
      const [known, text] = await Promise.all([index(), texts()]);
      const { query, ...rest } = await understood(typed, verbatim);
      const own = await findTexts(text, query, cut);
      const results = order(known, query, isMerged ? translated(own, await translators()) : own);
      const isEnough = (results[0]?.score ?? 0) >= enough || !ofOthers[locale].test(query);
      const withOthers = async (): Promise<RankedResult[]> => {
        // The other language's texts are found only once they are taken up.
        const abroad = await translators();
        return order(known, query, translated(await findTexts(text, query, cut), abroad));
      };
      const all = isEnough ? results : await withOthers();
      const words = searchedWords(query, cut);
      // Words of the texts vouch for each other; one that stands alone, or was found abroad, may be made up.
      const isDoubtful = (words.length === 1 || !isEnough) && order(known, query, []).length === 0;
      return { results: isDoubtful ? await thoseThatHold(all, words) : all, ...rest };
    },
    textOf: async ({ answer, anchor, text }) => {
      if (text !== undefined && text.standsFor === undefined) return text.hit.data();
      const place = answer?.sections.find((section) => section.anchor === anchor)?.text;
      return place === undefined ? undefined : (await texts()).at(locale, place)?.data();
    },
  };
}

/** Results whose texts are looked into at most. */
const mostLookedInto = 6;

/**
 * Results whose text has the beginning of a word of the query. For a word it does not know the library gives texts with
 * any word that begins as that one does, which for a made-up word says nothing.
 */
async function thoseThatHold(
  results: readonly RankedResult[],
  words: readonly string[],
): Promise<RankedResult[]> {
  const beginnings = words.map((word) => word.slice(0, Math.max(2, Math.ceil(word.length * 0.6))));
  const looked = await Promise.all(
    results.slice(0, mostLookedInto).map(async (result) => {
      const content = normalize((await result.text?.hit.data())?.content ?? '');
      return beginnings.some((beginning) => content.includes(beginning)) ? [result] : [];
    }),
  );
  return looked.flat();
}

/** Asks once and gives the same answer again; a failure is asked for anew. */
function once<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let asked: Promise<Value> | undefined;
  return () => {
    asked ??= ask().catch((error: unknown) => {
      asked = undefined;
      throw error;
    });
    return asked;
  };
}

/** Cuts Chinese into words as the browser's dictionary does. */
function wordCutter(): WordCutter {
  const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
  return (run) => [...segmenter.segment(run)].map(({ segment }) => segment);
}
