import { simplified } from './simplified.ts';

/** Zero-width characters, which copied text and the index may carry. */
const invisible = /[\u200B-\u200D\u2060\uFEFF]/g;

const numerals = '一二三四五六七八九';

/** A numeral on either side of a times sign in words, as in 三乘三. */
const numeralsOfSizes = /[一二三四五六七八九](?=乘以?[一二三四五六七八九])|(?<=乘以?)[一二三四五六七八九]/g;

/**
 * A text in the one form that names and queries are compared in: full-width and compatibility forms resolved,
 * characters simplified, lower case, one kind of dash and quote, numbers apart from their units, and sizes written with
 * an x, apart from words.
 * @example normalize('ＦＬＯＰｓ １ × ７') // 'flops 1x7'
 */
export function normalize(text: string): string {
  return simplified(text.normalize('NFKC'))
    .replaceAll(invisible, '')
    .toLowerCase()
    .replaceAll(/[‐-―−]/g, '-')
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[×✕✖*]/g, 'x')
    .replaceAll(numeralsOfSizes, (numeral) => String(numerals.indexOf(numeral) + 1))
    .replaceAll(/(?<=\d) ?(?:乘以?| by ) ?(?=\d)/g, 'x')
    .replaceAll(/(?<=\b[\dnk]) ?x ?(?=[\dnk]\b)/g, 'x')
    .replaceAll(/(?<=\d)(?=(?:[kmgt]i?b|[mgt]?flops|[mgt]?macs|bits?|ms|fps)\b)/g, ' ')
    .replaceAll(/(?<=[a-z]{3})(?=\dx\d)|(?<=\dx\d)(?=[a-z]{3})/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

const stopWords = new Set(
  (
    'a about actually all also am an and any anyone are as at be because been being between but by can cant could did ' +
    'difference do does doesnt dont dummies even ever every example exist explain explained for from get gets getting give ' +
    'gives go goes got had happen happens has have help here how i if im in into is isnt it its just know let like made make ' +
    'makes making many me meaning much my need needs no not of on or our please really say says see should so some someone ' +
    'something still such tell than that the their them then there these they thing things this to tutorial understand use ' +
    'using versus very vs want wants was we were what when where which while who why will with work works would you your'
  ).split(' '),
);

/** What only makes a question, or names the whole field, of several words or in Chinese; cut out wherever it stands. */
const stopPhrases =
  /\b(?:number of|neural networks?|deep learning)\b|深度学习|神经网[络路]|请问|请教|求助|新手|想知道|知道|有人说|详解|介绍|解释|概念|含义|原理|为什么|是什么|有什么|什么是|什么|啥意思|意思|啥|怎么样|怎么办|怎么|怎样|如何|为何|多少|多大|哪个|哪些|哪种|哪几|哪里|到底|究竟|区别|之间|一个|一下|这个|那个|这种|那种|有没有|能不能|可不可以|可以|应该|需要|还是|或者|因为|所以|但是|如果|关于|时候|起来|变成|合适|的|了|吗|呢/g;

/** Single characters that carry nothing by themselves. */
const stopCharacters = new Set('和与或在是有把被对用要会能中上下为从以及让将个时后前吧啊这那'.split(''));

/** Whether a character is a word that says nothing by itself. */
export function isStopCharacter(character: string): boolean {
  return stopCharacters.has(character);
}

/** Maximal runs: of Han characters, or of letters and digits; `_` and a decimal point stay within a word. */
const runs = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}_]|(?<=\d)\.(?=\d))+/gu;

/** Whether a piece of text is in Chinese characters. */
export function isHan(text: string): boolean {
  return /^\p{Script=Han}/u.test(text);
}

/**
 * The words of a text that say something: words of letters and digits, and runs of Chinese characters between them.
 * Words that only make a question are left out, unless there are no others.
 * @example contentWords('What is the difference between FLOPs 和 FLOPS?') // ['flops', 'flops']
 */
export function contentWords(text: string): string[] {
  const normal = normalize(text);
  const kept = [...normal.replaceAll(stopPhrases, ' ').matchAll(runs)]
    .map(([run]) => run)
    .filter((run) => !stopWords.has(run) && !stopCharacters.has(run));
  return kept.length > 0 ? kept : [...normal.matchAll(runs)].map(([run]) => run);
}

/**
 * What names and queries are matched by: words without their plural, split at underscores, and Chinese as every pair of
 * neighbouring characters, because where a word begins is not written and dictionaries lack this field's words.
 * @example tokens('空洞卷积 output_paddings') // ['空洞', '洞卷', '卷积', 'output', 'padding']
 */
export function tokens(text: string): string[] {
  return contentWords(text).flatMap((word) =>
    isHan(word) ? pairs(word) : word.split('_').map((part) => wholeWord(singular(part))),
  );
}

/** What is written short more often than not, by its short form, and words of size and speed by their plainest one. */
const plainForms: Readonly<Record<string, string>> = {
  big: 'large',
  bigger: 'large',
  conv: 'convolution',
  convolutional: 'convolution',
  deconv: 'deconvolution',
  dw: 'depthwise',
  faster: 'fast',
  fewer: 'few',
  fwd: 'forward',
  larger: 'large',
  less: 'few',
  mem: 'memory',
  param: 'parameter',
  pw: 'pointwise',
  quant: 'quantization',
  slower: 'slow',
  smaller: 'small',
  tf: 'tensorflow',
  torch: 'pytorch',
};

/**
 * A word in the form that names have it in: written out, and spelled as in America.
 * @example wholeWord('param') // 'parameter'
 * @example wholeWord('quantisation') // 'quantization'
 */
export function wholeWord(word: string): string {
  const whole = plainForms[word];
  if (whole !== undefined) return whole;
  return word
    .replace(/^artefact/, 'artifact')
    .replace(/(?<=..[lmnrt])is(?=(?:e[ds]?|er|ing|able|ation)$)/, 'iz');
}

/** @example pairs('转置卷积') // ['转置', '置卷', '卷积'] */
export function pairs(run: string): string[] {
  const characters = Array.from(run);
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}

/** @example singular('convolutions') // 'convolution' */
export function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 3 && /[^suia]s$|^[^aeiou]{2}us$/.test(word)) return word.slice(0, -1);
  return word;
}
