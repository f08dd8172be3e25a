import type { Locale } from '../../i18n/index.ts';
import type { FieldName } from './state.ts';

/** This calculator's words. */
export interface Words {
  readonly fields: Readonly<Record<FieldName, string>>;
  readonly positions: string;
  /** Heading over what leads to the input size. */
  readonly restores: string;
  readonly mapped: (sizes: string, several: boolean, inputSize: string) => string;
  readonly sizes: (sizes: readonly string[]) => string;
  readonly choices: (paddings: string, sizes: string) => string;
  readonly range: (first: string, last: string) => string;
  /** For output padding that reaches the stride. */
  readonly beyond: (outputSize: string, becomes: string) => string;
  /** Heading over the overlap. */
  readonly overlap: string;
  readonly firstOnly: (drawn: string) => string;
  readonly even: (products: string) => string;
  readonly uneven: (products: string) => string;
  readonly holes: string;
  readonly keras: (same: string, valid: string) => string;
  readonly kerasRefuses: string;
}

export const words: Readonly<Record<Locale, Words>> = {
  en: {
    fields: {
      inputSize: 'Input positions',
      kernel: 'Kernel',
      stride: 'Stride',
      padding: 'Padding (crops)',
      outputPadding: 'Output padding',
      dilation: 'Dilation',
    },
    positions: 'positions',
    restores: 'Which sizes it restores',
    mapped: (sizes, several, inputSize) =>
      `A convolution with these numbers turns ${sizes} positions ${several ? 'alike ' : ''}into ${inputSize}.`,
    sizes: (sizes) => (sizes.length === 2 ? sizes.join(' and ') : sizes.join(', ')),
    choices: (paddings, sizes) => `Output padding ${paddings}: back to ${sizes}.`,
    range: (first, last) => `${first} to ${last}`,
    beyond: (outputSize, becomes) =>
      `This output padding reaches past the stride: the convolution turns ${outputSize} into ${becomes}.`,
    overlap: 'Products summed at each output position',
    firstOnly: (drawn) => `The first ${drawn} positions are drawn.`,
    even: (products) => `Away from the border every position sums ${products}: no checkerboard on this axis.`,
    uneven: (products) =>
      `Away from the border neighbouring positions sum ${products} in turn: a checkerboard on two axes.`,
    holes: 'Positions with 0 hold nothing but the bias.',
    keras: (same, valid) =>
      `Keras with output_padding left out: ${same} under 'same', ${valid} under 'valid'.`,
    kerasRefuses: 'Keras refuses a stride and a dilation above 1 together.',
  },
  zh: {
    fields: {
      inputSize: '输入位置数',
      kernel: '核大小',
      stride: '步长',
      padding: '填充（裁剪）',
      outputPadding: '输出填充',
      dilation: '扩张率',
    },
    positions: '个位置',
    restores: '能还原哪些尺寸',
    mapped: (sizes, several, inputSize) =>
      `用这组数做标准卷积，${sizes} 个位置${several ? '都' : ''}会变成 ${inputSize} 个。`,
    sizes: (sizes) => (sizes.length === 2 ? sizes.join(' 和 ') : sizes.join('、')),
    choices: (paddings, sizes) => `输出填充取 ${paddings}，还原为 ${sizes}。`,
    range: (first, last) => `${first} 到 ${last}`,
    beyond: (outputSize, becomes) => `这个输出填充已达到步长：标准卷积会把 ${outputSize} 变成 ${becomes}。`,
    overlap: '每个输出位置累加的乘积数',
    firstOnly: (drawn) => `只画出前 ${drawn} 个位置。`,
    even: (products) => `边缘以内，每个位置都累加 ${products} 个：这个轴上没有棋盘格。`,
    uneven: (products) => `边缘以内，相邻位置轮流累加 ${products} 个：两个轴合起来就是棋盘格。`,
    holes: '乘积数为 0 的位置只剩偏置。',
    keras: (same, valid) => `Keras 不写 output_padding 时：'same' 得 ${same}，'valid' 得 ${valid}。`,
    kerasRefuses: 'Keras 不允许步长和扩张率同时大于 1。',
  },
};
