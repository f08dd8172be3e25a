import type { Locale } from './locales.ts';

/** Chinese for the units of content/facts that are words; every other unit is a symbol and reads the same everywhere. */
const unitsInChinese: ReadonlyMap<string, string> = new Map([
  ['×', '倍'],
  ['s', '秒'],
  ['bits', '位'],
  ['images', '张图像'],
  ['images/s', '张图像/秒'],
  ['samples', '个样本'],
  ['batches/s', '批/秒'],
  ['nodes', '个节点'],
  ['parameters', '个参数'],
  ['points', '个百分点'],
  ['positions', '个位置'],
  ['tokens', '个词元'],
  ['recompilations', '次重新编译'],
  ['updates', '次更新'],
  ['G mult-adds', 'G 次乘加'],
  ['8-bit MACs', '次 8 位乘加'],
]);

/** Units of content/facts that read the same in every language: symbols, and symbols with a decimal prefix. */
const symbolUnit = /^(?:%|(?:×10⁹ )?[kKMGT]?i?(?:B(?:\/s)?|Hz|FLOPs?(?:\/s)?|FLOPS|OPS?(?:\/s)?|MACs)|M)$/;

/** A published figure's unit as a language writes it. `positions` is 个位置 in Chinese. */
export function unitText(locale: Locale, unit: string): string {
  return locale === 'zh' ? (unitsInChinese.get(unit) ?? unit) : unit;
}

/** Whether every language can write a unit: it is a symbol, or has its word. */
export function isKnownUnit(unit: string): boolean {
  return symbolUnit.test(unit) || unitsInChinese.has(unit);
}

/** Words for a place in a source, each with what follows it; names of files, functions and headings stay as they are. */
const placesInChinese: readonly (readonly [RegExp, string])[] = [
  [/\btables? /gi, '表 '],
  [/\bfig(?:ure|\.) /gi, '图 '],
  [/\beqs?\. /gi, '式 '],
  [/\bappendix /gi, '附录 '],
  [/\bquestion /gi, '问题 '],
  [/^abstract$/i, '摘要'],
  [/^description$/i, '说明'],
  [/^note under the table$/i, '表下注'],
  [/, /g, '、'],
];

/** A place in a source as a language writes it. `table 3` is 表 3 in Chinese. */
export function placeText(locale: Locale, place: string): string {
  if (locale === 'en') return place;
  return placesInChinese.reduce((text, [word, own]) => text.replace(word, own), place);
}
