import type { Locale } from '../../i18n/index.ts';

/** Labels of the figures of dilated and transposed convolutions. */
export interface PositionWords {
  readonly dilatedTitle: (dilation: number, span: string) => string;
  readonly dilatedSentence: (kernel: string, dilation: number, span: string) => string;
  readonly griddingTitle: (dilations: string, share: string) => string;
  readonly griddingSentence: (dilations: string, square: string, share: string) => string;
  readonly overlapTitle: (kernel: string, stride: number) => string;
  /** With the different sums that repeat away from the border. */
  readonly overlapSentence: (kernel: string, stride: number, sums: readonly string[]) => string;
  readonly scatter: {
    readonly products: string;
    readonly cropped: string;
    readonly sentence: (
      inputs: string,
      kernel: string,
      stride: string,
      counts: string,
      kept: string,
    ) => string;
  };
}

export const positionWords: Readonly<Record<Locale, PositionWords>> = {
  en: {
    dilatedTitle: (dilation, span) => `d = ${dilation}: ${span}`,
    dilatedSentence: (kernel, dilation, span) =>
      `A ${kernel} kernel at dilation ${dilation} spans ${span} positions.`,
    griddingTitle: (dilations, share) => `${dilations}: ${share}`,
    griddingSentence: (dilations, square, share) =>
      `3×3 kernels at dilations ${dilations}: of ${square} positions one output value depends on ${share}.`,
    overlapTitle: (kernel, stride) => `${kernel}, stride ${stride}`,
    overlapSentence: (kernel, stride, sums) =>
      sums.length === 1
        ? `A ${kernel} kernel with stride ${stride}: away from the border every output position sums ${sums.join()} products.`
        : `A ${kernel} kernel with stride ${stride}: away from the border neighbouring output positions sum ${sums.join(', ')} products, a checkerboard.`,
    scatter: {
      products: 'products',
      cropped: 'cropped',
      sentence: (inputs, kernel, stride, counts, kept) =>
        `${inputs} input values, each spread over a kernel of ${kernel}, ${stride} positions apart. Products at each position: ${counts}. After cropping ${kept} positions are left.`,
    },
  },
  zh: {
    dilatedTitle: (dilation, span) => `d = ${dilation}：${span}`,
    dilatedSentence: (kernel, dilation, span) =>
      `${kernel} 卷积核在扩张率 ${dilation} 时跨越 ${span} 个位置。`,
    griddingTitle: (dilations, share) => `${dilations}：${share}`,
    griddingSentence: (dilations, square, share) =>
      `扩张率依次为 ${dilations} 的 3×3 卷积核：在 ${square} 个位置中，一个输出值依赖其中的 ${share}。`,
    overlapTitle: (kernel, stride) => `${kernel}，步长 ${stride}`,
    overlapSentence: (kernel, stride, sums) =>
      sums.length === 1
        ? `${kernel} 卷积核，步长 ${stride}：边缘以内，每个输出位置都累加 ${sums.join()} 个乘积。`
        : `${kernel} 卷积核，步长 ${stride}：边缘以内，相邻输出位置累加的乘积数在 ${sums.join('、')} 之间交替，形成棋盘格。`,
    scatter: {
      products: '乘积数',
      cropped: '裁掉',
      sentence: (inputs, kernel, stride, counts, kept) =>
        `${inputs} 个输入值各自铺到长 ${kernel} 的核上，相邻两个错开 ${stride} 个位置。各位置上的乘积数：${counts}。裁剪后剩 ${kept} 个位置。`,
    },
  },
};
