import type { Locale } from './locales.ts';
import { languageTag } from './locales.ts';

/** The first character of each pinyin initial in the dictionary order of Han characters; no syllable begins with I, U or V. */
const firstOfInitial = '阿 八 嚓 哒 妸 发 旮 哈 讥 咔 垃 痳 拏 噢 妑 七 呥 扨 它 穵 夕 丫 帀'.split(' ');
const initials = 'A B C D E F G H J K L M N O P Q R S T W X Y Z'.split(' ');

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
