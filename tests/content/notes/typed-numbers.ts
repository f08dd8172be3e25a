import { architectures } from '../../../src/engine/index.ts';
import type { Block } from './blocks.ts';
import { marks } from './blocks.ts';

/**
 * Numbers that are part of a name and measure nothing. A number is explained when it lies within a match.
 * Each rule is one kind of name; a quantity that could be computed matches none of them.
 */
export const nameRules: Readonly<Record<string, RegExp>> = {
  // ResNet-50, int8, E4M3, P100, top-1, Q4_K_M, v1.5
  'a name that starts with letters': /[A-Za-z][A-Za-z_]*(?:-[A-Za-z]+)*[-.]?\d[\w.]*(?:[-×+]\w+)*/g,
  // (2+1)D, 3-D, 2D, 32×4d, 6ND, 7B
  'a name that ends in letters': /(?:\(\d\+\d\)-?D|\d-?D|\d+×\d+d|6ND|\b\d+B)(?![A-Za-z])/g,
  // PyTorch 2.6, opset 22, CC BY 4.0
  'a version': /(?:PyTorch|torch|ONNX|opsets?|Keras|TensorFlow|TF|SqueezeNet|Llama|CC BY|IEEE|A100|H100) \d[\d.]*(?: (?:to|到) \d+)?/g,
  // 3×3, 1×n, 3×1×1
  'a kernel': /(?<![\d,.×])(?:1[01]|[1-9]|[a-z])(?:×(?:1[01]|[1-9]|[a-z]))+(?![\d×]|[.,]\d)/g,
  // 10⁹, 2²⁰
  'a power': /\d+(?=[⁰¹²³⁴-⁹⁻])/g,
  // 8-bit, 16 位
  'the width of a number': /(?<![\d.])(?:[1-9]|16|32|64)(?:[- ]bit|[- ] ?位)/g,
  'a place in a source': /§\d+(?:\.\d+)*/g,
  // in 2017, July 2017, 2017 年 7 月
  'a date': /(?:(?:in|since|of|until|by|from|January|February|March|April|May|June|July|August|September|October|November|December) (?:19|20)\d\d\b|(?:19|20)\d\d 年(?: ?\d{1,2} 月)?(?: ?\d{1,2} 日)?)/g,
  'nothing or one': /(?<![\d.·×−+/] ?|\d,)\b[01]\b(?![.,]\d| ?[·×+−%]|\/\d)/g,
  // A multiply-add as 2 FLOPs, 6 FLOPs for a parameter and token.
  'a convention of counting': /\b[26] FLOPs|计 2\b/g,
  'a setting of a layer':
    /(?:strides?|dilations?|rates?|paddings?|expansion|padding|步长|步幅|扩张率|扩展倍数|填充)(?: of|依次为|为|取)? \d{1,2}(?:(?:, | and | or |、| 和 | 或 )\d{1,2})*/g,
  // 64 + 64 + 256 = 384: operands whose result is computed; a test works such lines out again.
  'an operand of a sum': /[\d(][\d,. ()/·+−×²³⁴]*(?= = ⟨=⟩)/g,
  // What somebody else wrote, in quotation marks.
  'a quotation': /“[^”]*”|"[^"]*"|「[^」]*」/g,
};

/** Sizes of the images and clips that published networks are defined for: a number of the engine, written in prose. */
const inputSizes: ReadonlySet<string> = new Set(
  Object.values(architectures).flatMap(({ input }) => [
    input.join('×'),
    input.slice(1).join('×'),
    input.slice(-2).join('×'),
    ...input.slice(1).map(String),
  ]),
);

const number = /(?<![\d.])\d[\d,]*(?:\.\d+)?(?:×\d+(?:\.\d+)?)*/g;

/** A number in prose that is neither computed, nor given, nor named, nor cited. */
export interface TypedNumber {
  readonly line: number;
  readonly number: string;
  readonly text: string;
}

/**
 * Numbers of a note's prose that could be wrong without anything noticing. Explained are: an input (some expression,
 * formula or code of the same section takes the same number), a published network's input size, the question of an
 * exercise, a quoted misreading, a sentence with its citation, and the kinds of names above.
 */
export function typedNumbers(blocks: readonly Block[]): TypedNumber[] {
  return blocks
    .filter(({ kind }) => kind === 'prose')
    .flatMap(({ line, text, givens }) =>
      sentencesOf(text)
        .filter((sentence) => !sentence.includes(marks.citation) && !sentence.includes(marks.fact))
        .flatMap((sentence) => {
          const named = namedSpans(sentence);
          return [...sentence.matchAll(number)]
            .filter(({ 0: found, index }) => {
              const digits = found.replace(/,$/, '').replaceAll(',', '');
              return !(
                inputSizes.has(digits) ||
                digits.split('×').every((part) => givens.has(part)) ||
                named.some(({ from, to }) => from <= index && index < to)
              );
            })
            .map(({ 0: found }) => ({ line, number: found, text: sentence.trim() }));
        }),
    );
}

/** Sentences end in a mark followed by a blank, or in a Chinese mark. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?;:]["”)]?)\s+|(?<=[。！？；：])/);
}

function namedSpans(sentence: string): { from: number; to: number }[] {
  return Object.values(nameRules).flatMap((rule) =>
    [...sentence.matchAll(rule)].map(({ 0: found, index }) => ({ from: index, to: index + found.length })),
  );
}
