import { existsSync, readFileSync } from 'node:fs';
import type { Locale } from '../../src/i18n/index.ts';
import { locales } from '../../src/i18n/index.ts';

/** What kind of query it is; each is reported by itself. */
export const classes = ['plain', 'alias', 'misspelling', 'abbreviation', 'mixed', 'no-space'] as const;

/** A query with where it should lead. */
export interface LookUp {
  readonly q: string;
  readonly locale: Locale;
  readonly class: (typeof classes)[number];
  /** Every address that answers, `slug` for the top of a note and `slug#anchor` for a section of it. */
  readonly to: readonly string[];
}

/**
 * The queries of `tests/search/queries`, a line each. Those that lead to a note not yet written are left out; they
 * count as soon as it exists.
 */
export function lookUps(): LookUp[] {
  return locales.flatMap((locale) =>
    readFileSync(`tests/search/queries/${locale}.jsonl`, 'utf8')
      .trim()
      .split('\n')
      .map((line) => readLookUp(line, locale))
      .filter(({ to }) =>
        to.some((address) => existsSync(`content/notes/${locale}/${address.replace(/#.*/, '')}.mdx`)),
      ),
  );
}

function readLookUp(line: string, locale: Locale): LookUp {
  const row: unknown = JSON.parse(line);
  if (!isRow(row)) throw new TypeError(`no query: ${line}`);
  return { ...row, locale };
}

function isRow(row: unknown): row is Omit<LookUp, 'locale'> {
  return typeof row === 'object' && row !== null && 'q' in row && 'class' in row && 'to' in row;
}

/** What a search made of a query. */
export interface Outcome {
  readonly lookUp: LookUp;
  /** Addresses it gave, best first. */
  readonly given: readonly string[];
  /** Place of the first address in a right note, 1 for the first; infinite where none is. */
  readonly place: number;
  /** Whether the first address is a right one to the section. */
  readonly landed: boolean;
}

/** Runs the queries through a search that gives addresses, best first. */
export async function runLookUps(
  queries: readonly LookUp[],
  search: (query: string, locale: Locale) => Promise<readonly string[]>,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const lookUp of queries) {
    const given = await search(lookUp.q, lookUp.locale);
    const right = new Set(lookUp.to.map((address) => address.replace(/#.*/, '')));
    const place = given.findIndex((address) => right.has(address.replace(/#.*/, '')));
    const landed = lookUp.to.includes(given[0] ?? '');
    outcomes.push({ lookUp, given, place: place === -1 ? Number.POSITIVE_INFINITY : place + 1, landed });
  }
  return outcomes;
}

/** Shares of a group of queries, each 0 to 1. */
export interface Shares {
  readonly count: number;
  /** The right note first. */
  readonly hitAt1: number;
  /** The right note among the first three. */
  readonly hitAt3: number;
  /** The right section of the right note first. */
  readonly landed: number;
}

/** Shares of the outcomes that fit. */
export function sharesOf(outcomes: readonly Outcome[], fits: (lookUp: LookUp) => boolean): Shares {
  const own = outcomes.filter(({ lookUp }) => fits(lookUp));
  const share = (isGood: (outcome: Outcome) => boolean): number => own.filter(isGood).length / own.length;
  return {
    count: own.length,
    hitAt1: share(({ place }) => place === 1),
    hitAt3: share(({ place }) => place <= 3),
    landed: share(({ landed }) => landed),
  };
}
