import { isMisspelling } from './likeness.ts';
import type { NameIndex } from './name-index.ts';
import { isHan, tokens } from './prepare.ts';

/** Letters below which a word is too near to too many others to be put right, taken apart or be a part. */
const least = { wrong: 6, twiceWrong: 11, whole: 9, part: 4 } as const;

/**
 * The query with its misspelled words put right and words run together taken apart, so that the texts too are searched
 * for what was meant; `undefined` where there is nothing to mend.
 * @example mendedWords(index, 'asymetric groupconv') // 'asymmetric group conv'
 */
export function mendedWords(index: NameIndex, query: string): string | undefined {
  // The commoner word is the likelier to be meant.
  const names = [...index.weights]
    .sort(([, left], [, right]) => left - right)
    .flatMap(([word]) => (isHan(word) ? [] : word));
  const plain = query.normalize('NFKC');
  const mended = plain.replaceAll(/[a-z][a-z\d]+/gi, (word) => {
    const typed = word.toLowerCase();
    if (isFine(index, names, typed)) return word;
    return apart(index, typed) ?? nearest(names, typed) ?? apart(index, typed, names) ?? word;
  });
  return mended === plain ? undefined : mended;
}

/** Whether a name has the word, or another form of it, or begins as it does while more may be typed. */
function isFine(index: NameIndex, names: readonly string[], typed: string): boolean {
  return (
    typed.length < least.wrong ||
    isKnown(index, typed) ||
    names.some(
      (name) =>
        name.startsWith(typed) || (name.startsWith(typed.slice(0, -2)) && name.length < typed.length + 2),
    )
  );
}

function isKnown({ weights, joinedWeights }: NameIndex, word: string): boolean {
  return tokens(word).every((token) => weights.has(token) || joinedWeights.has(token));
}

function nearest(names: readonly string[], typed: string): string | undefined {
  if (typed.length < least.wrong) return undefined;
  return names.find((name) => isMisspelling(typed, name, least.twiceWrong));
}

/** The known words that a word is made of; of `names` one may be misspelled, where they are given. */
function apart(index: NameIndex, typed: string, names: readonly string[] = []): string | undefined {
  if (typed.length < least.whole) return undefined;
  for (let end = typed.length - least.part; end >= least.part; end--) {
    const [head, rest] = [typed.slice(0, end), typed.slice(end)];
    const first = isKnown(index, head) ? head : isKnown(index, rest) ? nearest(names, head) : undefined;
    const last = isKnown(index, rest) ? rest : (apart(index, rest) ?? nearest(names, rest));
    if (first !== undefined && last !== undefined) return `${first} ${last}`;
  }
  return undefined;
}
