import type { Factorization } from '../../engine/index.ts';
import type { MiddleWidthWords } from '../../figures/index.ts';
import type { Locale } from '../../i18n/index.ts';
import type { FieldName, splits } from './fields.ts';

/** This calculator's words. */
interface Words {
  readonly fields: Readonly<Record<FieldName, string>>;
  readonly splits: Readonly<Record<(typeof splits)[number], string>>;
  readonly macs: string;
  /** Heading over the unsplit convolution's count, from its kernel. */
  readonly whole: (kernel: string) => string;
  /** A part's kernel, marked when it has a group for each channel. */
  readonly kernel: (kernel: string, depthwise: boolean) => string;
  /** Heading over the split's count, from the kernels of its parts and how they are wired. */
  readonly parts: (kernels: readonly string[], wiring: Factorization['wiring']) => string;
  readonly ratio: string;
  readonly widest: string;
  readonly matching: string;
  readonly plot: MiddleWidthWords;
  readonly saves: (share: string) => string;
  readonly costsMore: (share: string) => string;
  readonly tooWide: string;
  readonly same: string;
  /** Positions an output value depends on, of those it depended on before. */
  readonly reach: (positions: string, before: string) => string;
  readonly extra: (elements: string, operators: string) => string;
}

export const words: Readonly<Record<Locale, Words>> = {
  en: {
    fields: {
      split: 'Split',
      kernelTime: 'Kernel length in time',
      kernelHeight: 'Kernel height',
      kernelWidth: 'Kernel width',
      inChannels: 'Input channels',
      middleChannels: 'Middle channels',
      outChannels: 'Output channels',
      frames: 'Frames (or slices)',
      grid: 'Grid height and width',
    },
    splits: {
      asymmetric: '1×n, then n×1',
      'asymmetric-reversed': 'n×1, then 1×n',
      'stack-of-3': 'Stack of 3×3',
      'stack-of-2': 'Stack of 2×2',
      'p3d-a': 'P3D-A: in series',
      'p3d-b': 'P3D-B: in parallel',
      'p3d-c': 'P3D-C: A with skip',
      '2plus1d': '(2+1)D: matched',
      'depthwise-separable': 'Depthwise, then 1×1',
      'low-rank': 'Low rank, then 1×1',
    },
    macs: 'MACs',
    whole: (kernel) => `One ${kernel}`,
    kernel: (kernel, depthwise) => (depthwise ? `${kernel} per channel` : kernel),
    parts: (kernels, wiring) =>
      ({
        series: kernels.join(', then '),
        parallel: `${kernels.join(' beside ')}, added`,
        skip: `${kernels.join(', then ')}, both added`,
      })[wiring],
    ratio: 'Split over whole',
    widest: 'Widest middle that does not cost more',
    matching: 'Middle that matches the weights of the whole',
    plot: {
      axis: 'middle channels',
      whole: 'the whole',
      costsMore: 'costs more',
      sentence: (widest, channels, ratio) =>
        `Cost of the split over the whole, against the width of its middle. Up to ${widest} channels it does not cost more; with ${channels} the ratio is ${ratio}.`,
    },
    saves: (share) => `The split saves ${share} of the multiply-adds and of the weights. `,
    costsMore: (share) => `The split costs ${share} more. `,
    tooWide: 'Its middle is too wide. ',
    same: 'Both cost the same. ',
    reach: (positions, before) =>
      positions === before
        ? `An output value depends on the same ${before} positions. `
        : `An output value depends on ${positions} positions instead of ${before}. `,
    extra: (elements, operators) =>
      `The split also writes ${elements} values on the way and needs ${operators} more ${operators === '1' ? 'launch' : 'launches'}.`,
  },
  zh: {
    fields: {
      split: '拆分方式',
      kernelTime: '核的时间长度',
      kernelHeight: '核高',
      kernelWidth: '核宽',
      inChannels: '输入通道数',
      middleChannels: '中间通道数',
      outChannels: '输出通道数',
      frames: '帧数（或切片数）',
      grid: '网格的高和宽',
    },
    splits: {
      asymmetric: '先 1×n，再 n×1',
      'asymmetric-reversed': '先 n×1，再 1×n',
      'stack-of-3': '3×3 串联',
      'stack-of-2': '2×2 串联',
      'p3d-a': 'P3D-A：串联',
      'p3d-b': 'P3D-B：并联',
      'p3d-c': 'P3D-C：A 加跨接',
      '2plus1d': '(2+1)D：权重数相等',
      'depthwise-separable': '逐通道，再 1×1',
      'low-rank': '低秩，再 1×1',
    },
    macs: '次乘加',
    whole: (kernel) => `一个 ${kernel}`,
    kernel: (kernel, depthwise) => (depthwise ? `逐通道 ${kernel}` : kernel),
    parts: (kernels, wiring) =>
      ({
        series: kernels.join('，再 '),
        parallel: `${kernels.join(' 与 ')} 并联，相加`,
        skip: `${kernels.join('，再 ')}，两者相加`,
      })[wiring],
    ratio: '拆分后与原卷积之比',
    widest: '不至于更贵的最大中间通道数',
    matching: '使权重数与原卷积相当的中间通道数',
    plot: {
      axis: '中间通道数',
      whole: '原卷积',
      costsMore: '更贵',
      sentence: (widest, channels, ratio) =>
        `拆分后与原卷积的代价之比随中间通道数的变化。不超过 ${widest} 个通道时不会更贵；取 ${channels} 个通道时，比值为 ${ratio}。`,
    },
    saves: (share) => `拆分省下 ${share} 的乘加次数，权重数也省下同样的比例。`,
    costsMore: (share) => `拆分后反而多花 ${share}。`,
    tooWide: '中间太宽。',
    same: '两者代价相同。',
    reach: (positions, before) =>
      positions === before
        ? `一个输出值依赖的位置仍是原来的 ${before} 个。`
        : `一个输出值只依赖 ${positions} 个位置，原来是 ${before} 个。`,
    extra: (elements, operators) => `途中要多写 ${elements} 个激活值，算子要多启动 ${operators} 次。`,
  },
};
