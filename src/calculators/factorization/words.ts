import type { Locale } from '../../i18n/index.ts';
import type { FieldName } from './state.ts';
import type { splits } from './state.ts';

/** This calculator's words. */
interface Words {
  readonly fields: Readonly<Record<FieldName, string>>;
  readonly splits: Readonly<Record<(typeof splits)[number], string>>;
  readonly macs: string;
  /** Heading over the unsplit convolution's count, from its kernel. */
  readonly whole: (kernel: string) => string;
  /** Heading over the split's count, from the kernels of its parts. */
  readonly parts: (kernels: readonly string[]) => string;
  readonly ratio: string;
  readonly widest: string;
  readonly saves: (share: string) => string;
  readonly costsMore: (share: string) => string;
  readonly same: string;
  readonly extra: (elements: string, operators: string) => string;
}

export const words: Readonly<Record<Locale, Words>> = {
  en: {
    fields: {
      split: 'Split',
      kernelHeight: 'Kernel height',
      kernelWidth: 'Kernel width',
      inChannels: 'Input channels',
      middleChannels: 'Middle channels',
      outChannels: 'Output channels',
      grid: 'Grid height and width',
    },
    splits: {
      asymmetric: '1×n, then n×1',
      'asymmetric-reversed': 'n×1, then 1×n',
      'stack-of-3': 'Stack of 3×3',
      'stack-of-2': 'Stack of 2×2',
    },
    macs: 'MACs',
    whole: (kernel) => `One ${kernel}`,
    parts: (kernels) => kernels.join(', then '),
    ratio: 'Split over whole',
    widest: 'Widest middle that does not cost more',
    saves: (share) => `The split saves ${share} of the multiply-adds and of the weights.`,
    costsMore: (share) => `The split costs ${share} more: its middle is too wide.`,
    same: 'Both cost the same.',
    extra: (elements, operators) =>
      `It also writes ${elements} values between its parts and needs ${operators} more ${operators === '1' ? 'launch' : 'launches'}.`,
  },
  zh: {
    fields: {
      split: '拆分方式',
      kernelHeight: '核高',
      kernelWidth: '核宽',
      inChannels: '输入通道数',
      middleChannels: '中间通道数',
      outChannels: '输出通道数',
      grid: '网格的高和宽',
    },
    splits: {
      asymmetric: '先 1×n，再 n×1',
      'asymmetric-reversed': '先 n×1，再 1×n',
      'stack-of-3': '3×3 串联',
      'stack-of-2': '2×2 串联',
    },
    macs: '次乘加（MAC）',
    whole: (kernel) => `一个 ${kernel}`,
    parts: (kernels) => kernels.join('，再 '),
    ratio: '拆分后与原卷积之比',
    widest: '不至于更贵的最大中间通道数',
    saves: (share) => `拆分省下 ${share} 的乘加次数，权重数也省下同样的比例。`,
    costsMore: (share) => `拆分后反而多花 ${share}：中间太宽。`,
    same: '两者代价相同。',
    extra: (elements, operators) => `各部分之间要多写 ${elements} 个激活值，算子要多启动 ${operators} 次。`,
  },
};
