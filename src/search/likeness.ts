/** Strength of each way in which a typed word can stand for a word of a name, 1 being the same word. */
const strength = { same: 1, begun: 0.9, mistyped: 0.8, related: 0.7 } as const;

/** What is known of a typed word. */
export interface Typed {
  /** Whether more of it may still be typed. */
  readonly unfinished: boolean;
  /** Whether some name has it as it is; then it is no misspelling of another word. */
  readonly known: boolean;
}

/**
 * How well a typed word stands for a known one: the same word, its beginning (`conv`), a misspelling, or another form
 * of it (`quantized` for `quantization`); 0 when it does not.
 * @example likeness('asymetric', 'asymmetric', { unfinished: false, known: false }) // 0.8
 */
export function likeness(typed: string, name: string, { unfinished, known }: Typed): number {
  if (typed === name) return strength.same;
  if (typed.length >= (unfinished ? 2 : 4) && name.startsWith(typed)) return strength.begun;
  if (!known && isMisspelling(typed, name)) return strength.mistyped;
  if (/\d/.test(typed) || /\d/.test(name)) return 0;
  return isRelated(typed, name) ? strength.related : 0;
}

/**
 * Whether a word is another with one slip, of four letters or more, or with two, of `twoSlips` or more. The first letter
 * is rarely wrong, and another digit means another thing.
 * @example isMisspelling('connvtranspose2d', 'convtranspose2d') // true
 */
export function isMisspelling(typed: string, name: string, twoSlips = 9): boolean {
  const length = Math.min(typed.length, name.length);
  if (length < 4 || !name.startsWith(typed.charAt(0))) return false;
  if (digitsOf(typed) !== digitsOf(name)) return false;
  const slips = length >= twoSlips ? 2 : 1;
  return Math.abs(typed.length - name.length) <= slips && slipsBetween(typed, name) <= slips;
}

const digitsOf = (word: string): string => word.replaceAll(/\D/g, '');

/** Words with the same beginning, at least five letters and more than half of the longer one. */
function isRelated(typed: string, name: string): boolean {
  let shared = 0;
  while (shared < typed.length && typed[shared] === name[shared]) shared++;
  return shared >= 5 && shared > Math.max(typed.length, name.length) / 2;
}

/**
 * Slips that make one word of the other: a letter left out, added, changed, or two neighbours swapped.
 * @example slipsBetween('dialted', 'dilated') // 1
 */
export function slipsBetween(left: string, right: string): number {
  let before: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const changed = left[row - 1] === right[column - 1] ? 0 : 1;
      let least = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + changed);
      if (column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) {
        least = Math.min(least, at(before, column - 2) + 1);
      }
      current.push(least);
    }
    before = last;
    last = current;
  }
  return at(last, right.length);
}

const at = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY;
