import { likeness } from './likeness.ts';
import type { IndexedName, NameIndex } from './name-index.ts';
import { joinedWords } from './name-index.ts';
import { isHan, normalize, tokens } from './prepare.ts';

/** A query's words and what they weigh. */
export interface QueryWords {
  readonly normal: string;
  readonly words: readonly string[];
  readonly weights: readonly number[];
  readonly totalWeight: number;
  /** Whether more of the last word may still be typed. */
  readonly unfinished: boolean;
}

/** A name that the query matches. */
export interface NameMatch {
  readonly name: IndexedName;
  /** 0 to 1, and above when the query is the name. */
  readonly score: number;
  /** Part of the name's weight that the query has, 0 to 1. */
  readonly whole: number;
  /** Strength with which each word of the query is in the name. */
  readonly strengths: readonly number[];
}

/** Score of a query that is a name, letter by letter. */
const exactly = 1.9;

/** Score of a query that has the words of a name and no others that say something. */
const sameWords = 1.7;

/** How well two words written as one stand for the two. */
const joinedStrength = 0.95;

/** How well a pair across two words stands when both do. */
const bridgeStrength = 0.8;

/** Weighs the words of a query; a pair of characters that no name has is mostly one that lies across two words. */
export function queryWords(index: NameIndex, query: string, unfinished: boolean): QueryWords {
  const words = [...new Set(tokens(query))];
  const weights = words.map(
    (word) =>
      index.weights.get(word) ??
      index.joinedWeights.get(word) ??
      index.unknownWeight * (isHan(word) ? 0.4 : 1),
  );
  return {
    normal: normalize(query),
    words,
    weights,
    totalWeight: weights.reduce((total, weight) => total + weight, 0),
    unfinished,
  };
}

/** Part of a query's weight that is covered, 0 to 1, when each of its words is with the given strength. */
export function coverage(
  { weights, totalWeight }: QueryWords,
  strengthOf: (place: number) => number,
): number {
  if (totalWeight === 0) return 0;
  return weights.reduce((total, weight, place) => total + weight * strengthOf(place), 0) / totalWeight;
}

/** Every name that has a word of the query, with its score. */
export function matchNames(index: NameIndex, query: QueryWords): NameMatch[] {
  const matched = matchedWords(index, query);
  return index.names.flatMap((name) => {
    const strengths = query.words.map(() => 0);
    let ownWeight = 0;
    let nameWeight = 0;
    for (const word of name.words) {
      const weight = index.weights.get(word) ?? 0;
      const standings = matched.get(word) ?? [];
      nameWeight += weight;
      ownWeight +=
        weight * (isBridge(word, name.words, matched) ? bridgeStrength : raise(strengths, standings));
    }
    for (const [joined, parts] of name.joined) {
      const place = query.words.indexOf(joined);
      if (place === -1) continue;
      raise(strengths, [[place, joinedStrength]]);
      for (const part of parts) {
        if (!matched.has(part)) ownWeight += joinedStrength * (index.weights.get(part) ?? 0);
      }
    }
    if (ownWeight === 0) return [];
    const whole = Math.min(1, ownWeight / nameWeight);
    const covered = coverage(query, (place) => strengths[place] ?? 0);
    return [{ name, score: scoreOf(name, query.normal, whole, covered) * name.worth, whole, strengths }];
  });
}

/** For each word of a name, the places in the query of the words that stand for it and how well each does. */
function matchedWords(index: NameIndex, { words, unfinished }: QueryWords): Map<string, readonly Standing[]> {
  const joined = joinedWords(words);
  const typed = words.map((word, place) => ({
    known: index.weights.has(word),
    unfinished: unfinished && place === words.length - 1,
  }));
  const matched = new Map<string, readonly Standing[]>();
  for (const candidate of index.weights.keys()) {
    const found = words.flatMap((word, place): Standing[] => {
      const state = typed[place];
      if (state === undefined || isHan(word) !== isHan(candidate)) return [];
      const value = isHan(word) ? Number(word === candidate) : likeness(word, candidate, state);
      return value > 0 ? [[place, value]] : [];
    });
    const apart = (joined.get(candidate) ?? []).map((part): Standing => [
      words.indexOf(part),
      joinedStrength,
    ]);
    if (found.length + apart.length > 0) matched.set(candidate, [...found, ...apart]);
  }
  return matched;
}

type Standing = readonly [place: number, strength: number];

/**
 * Whether a pair of characters lies across two words that the query has: 练显 of 训练显存, when it has 训练 and 显存.
 */
function isBridge(
  pair: string,
  words: readonly string[],
  matched: ReadonlyMap<string, readonly Standing[]>,
): boolean {
  if (!isHan(pair) || matched.has(pair)) return false;
  const [left = '', right = ''] = pair;
  const isEnd = (word: string): boolean => isHan(word) && word.endsWith(left) && matched.has(word);
  const isStart = (word: string): boolean => isHan(word) && word.startsWith(right) && matched.has(word);
  return words.some(isEnd) && words.some(isStart);
}

/** Raises the strengths at the given places and returns the greatest of them. */
function raise(strengths: number[], standings: readonly Standing[]): number {
  let best = 0;
  for (const [place, strength] of standings) {
    best = Math.max(best, strength);
    strengths[place] = Math.max(strengths[place] ?? 0, strength);
  }
  return best;
}

/** A short name whole in a long query and a long name begun by a short query both count, being each other the most. */
function scoreOf(name: IndexedName, normal: string, whole: number, covered: number): number {
  if (name.normal === normal) return exactly;
  if (whole > 0.999 && covered > 0.999) return sameWords;
  const begun =
    normal.length > 1 && name.normal.startsWith(normal)
      ? 0.8 + (0.15 * normal.length) / name.normal.length
      : 0;
  return Math.max(whole ** 2 * (0.3 + 0.7 * covered ** 0.7), 0.9 * covered ** 2 * (0.3 + 0.7 * whole), begun);
}
