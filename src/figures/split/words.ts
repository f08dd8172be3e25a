import type { Locale } from '../../i18n/index.ts';

/** Labels of the figure. */
export interface SplitWords {
  readonly input: string;
  readonly middle: string;
  readonly output: string;
  /** Title over a row, from its kernels and the sum of their weights. */
  readonly row: (kernels: readonly string[], weights: string) => string;
  /** The whole picture in a sentence. */
  readonly sentence: (whole: string, parts: readonly string[], before: string, after: string) => string;
}

export const splitWords: Readonly<Record<Locale, SplitWords>> = {
  en: {
    input: 'input',
    middle: 'middle',
    output: 'output',
    row: (kernels, weights) => `${kernels.join(', ')}: ${weights} weights`,
    sentence: (whole, parts, before, after) =>
      `One ${whole} kernel, and ${parts.join(', then ')}: one output value depends on the same ${whole} input positions; ${before} weights for each pair of channels against ${after}.`,
  },
  zh: {
    input: '输入',
    middle: '中间',
    output: '输出',
    row: (kernels, weights) => `${kernels.join('、')}：${weights} 个权重`,
    sentence: (whole, parts, before, after) =>
      `一个 ${whole} 卷积核，与先后相接的 ${parts.join('、')}：一个输出值依赖同样的 ${whole} 个输入位置；每对通道的权重数从 ${before} 变为 ${after}。`,
  },
};
