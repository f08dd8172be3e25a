import type { Locale } from './locales.ts';
import { languageTag } from './locales.ts';

/** The first character of each pinyin initial in the dictionary order of Han characters; no syllable begins with I, U or V. */
const firstOfInitial = [...'阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀'];
const initials = [...'ABCDEFGHJKLMNOPQRSTWXYZ'];

/** What stands for terms that begin with neither a letter nor a Han character. */
export const otherInitial = '#';

/**
 * The letter a term is listed under: its first letter, in Chinese the first letter of its pinyin.
 * @example initialOf('zh', '卷积') // 'J'
 */
export function initialOf(locale: Locale, name: string): string {
  const first = name.charAt(0).toUpperCase();
  if (/[A-Z]/.test(first)) return first;
  if (!/\p{Script=Han}/u.test(first)) return otherInitial;
  const { compare } = new Intl.Collator(`${languageTag[locale]}-u-co-pinyin`);
  const place = firstOfInitial.findLastIndex((boundary) => compare(boundary, first) <= 0);
  return initials[place] ?? otherInitial;
}
