import type { NameIndex } from './name-index.ts';
import { contentWords, isHan, isStopCharacter, pairs } from './prepare.ts';

/**
 * The query with a Chinese name put right in which one character was taken for another, mostly one of the same sound;
 * `undefined` where there is none. Only a character that makes pairs no name has is taken for wrong.
 * @example correctedQuery(index, '模形大小') // '模型大小'
 */
export function correctedQuery(index: NameIndex, query: string): string | undefined {
  const runs = contentWords(query).filter(
    (run) => isHan(run) && pairs(run).some((pair) => !index.weights.has(pair)),
  );
  for (const run of runs) {
    const found = index.names
      .map(({ normal }) => normal)
      .filter((name) => /^\p{Script=Han}{3,}$/u.test(name))
      .toSorted((left, right) => right.length - left.length)
      .flatMap((name) => almostIn(index, run, name))[0];
    if (found !== undefined) return query.replace(found.typed, found.name);
  }
  return undefined;
}

/**
 * Where a name stands in a run of characters but for one. No name has that one beside either of its neighbours, be they
 * of another word: in 统计计算量 the first 计 is right, though 计计算 is nearly 重计算.
 */
function almostIn(index: NameIndex, run: string, name: string): { typed: string; name: string }[] {
  for (let start = 0; start + name.length <= run.length; start++) {
    const typed = run.slice(start, start + name.length);
    const wrong = Array.from(typed).flatMap((character, place) => (character === name[place] ? [] : [place]));
    const [place] = wrong;
    if (wrong.length !== 1 || place === undefined || isStopCharacter(typed[place] ?? '')) continue;
    const at = start + place;
    const around = [run.slice(Math.max(0, at - 1), at + 1), run.slice(at, at + 2)].filter(
      (pair) => pair.length === 2,
    );
    if (around.every((pair) => !index.weights.has(pair))) return [{ typed, name }];
  }
  return [];
}
