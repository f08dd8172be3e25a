import type { WordCutter } from './full-text.ts';
import type { NameIndex } from './name-index.ts';
import { contentWords, isHan, isStopCharacter, pairs } from './prepare.ts';
import { soundOf } from './sound.ts';

/**
 * The query with the characters put right that were taken for others, mostly of the same sound; `undefined` where there
 * is none. Only a character that makes pairs no name has is taken for wrong.
 * @example correctedQuery(index, '模形大小', cut) // '模型大小'
 */
export function correctedQuery(index: NameIndex, query: string, cut: WordCutter): string | undefined {
  const doubtful = doubtfulRuns(index, query);
  if (doubtful.length === 0) return undefined;
  const names = longNames(index);
  const named = doubtful.reduce((text, run) => {
    const [found] = names.flatMap((name) => almostIn(index, run, name, cut));
    return found === undefined ? text : text.replace(found.typed, found.name);
  }, query);
  const heard = doubtfulRuns(index, named).reduce(
    (text, run) => text.replace(run, asHeard(index, run, cut)),
    named,
  );
  return heard === query ? undefined : heard;
}

const doubtfulRuns = (index: NameIndex, query: string): string[] =>
  contentWords(query).filter((run) => isHan(run) && pairs(run).some((pair) => !index.weights.has(pair)));

/** Names of four characters or more; of a shorter one the others say too little of the wrong one. */
function longNames({ names }: NameIndex): string[] {
  return names
    .map(({ normal }) => normal)
    .filter((name) => /^\p{Script=Han}{4,}$/u.test(name))
    .toSorted((left, right) => right.length - left.length);
}

/**
 * Where a name stands in a run of characters but for one. No name has that one beside either of its neighbours, be they
 * of another word: in 统计计算方法 the first 计 is right, though 计计算方 is nearly 重计算方. A dictionary's word is
 * taken for another only where it sounds like it.
 */
function almostIn(
  index: NameIndex,
  run: string,
  name: string,
  cut: WordCutter,
): { typed: string; name: string }[] {
  for (let start = 0; start + name.length <= run.length; start++) {
    const typed = run.slice(start, start + name.length);
    const wrong = Array.from(typed).flatMap((character, place) => (character === name[place] ? [] : [place]));
    const [place] = wrong;
    if (wrong.length !== 1 || place === undefined || isCommon(typed[place] ?? '')) continue;
    if (!isDoubtful(index, Array.from(run), start + place)) continue;
    const soundsAlike = soundOf(typed[place] ?? '') === soundOf(name[place] ?? '');
    if (soundsAlike || placesAlone(run, cut).has(start + place)) return [{ typed, name }];
  }
  return [];
}

/**
 * A run of characters with those changed that stand alone, neither in a name nor in a dictionary's word, where one of the
 * same sound makes a word of a name with its neighbour: 卷机 is 卷积.
 */
function asHeard(index: NameIndex, run: string, cut: WordCutter): string {
  const characters = Array.from(run);
  const alone = placesAlone(run, cut);
  return characters
    .map((typed, place) => {
      if (!alone.has(place) || isCommon(typed) || !isDoubtful(index, characters, place)) return typed;
      return soundAlike(index, characters[place - 1], typed, characters[place + 1]) ?? typed;
    })
    .join('');
}

/** The character of the same sound that most names have beside either neighbour, at their beginning or end. */
function soundAlike(
  { names }: NameIndex,
  before: string | undefined,
  typed: string,
  after: string | undefined,
): string | undefined {
  const counts = new Map<string, number>();
  for (const run of names.flatMap(({ normal }) => normal.match(/\p{Script=Han}{2,}/gu) ?? [])) {
    for (const [left = '', right = ''] of new Set([run.slice(0, 2), run.slice(-2)])) {
      const other = left === before ? right : right === after ? left : undefined;
      if (other === undefined || other === typed || soundOf(other) !== soundOf(typed)) continue;
      counts.set(other, (counts.get(other) ?? 0) + 1);
    }
  }
  return [...counts].toSorted(([, one], [, two]) => two - one)[0]?.[0];
}

/** Places of the characters that a dictionary takes into no word with others. */
function placesAlone(run: string, cut: WordCutter): Set<number> {
  const alone = new Set<number>();
  let start = 0;
  for (const word of cut(run)) {
    if (word.length === 1) alone.add(start);
    start += word.length;
  }
  return alone;
}

/** Whether no name has the character beside either of its neighbours. */
function isDoubtful({ weights }: NameIndex, characters: readonly string[], place: number): boolean {
  const [before = '', typed = '', after = ''] = [-1, 0, 1].map((step) => characters[place + step]);
  return !weights.has(before + typed) && !weights.has(typed + after);
}

/** Characters so common that they are hardly ever typed for another. */
const common = new Set('几很更最再还就该没不多少大小跑都一二三四五六七八九十');

const isCommon = (character: string): boolean => common.has(character) || isStopCharacter(character);
