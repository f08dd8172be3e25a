import type { Locale } from '../../i18n/index.ts';
import type { KindName } from './kinds.ts';
import type { FieldName } from './state.ts';

/** This calculator's words. */
export interface Words {
  readonly fields: Readonly<Record<FieldName, string>>;
  readonly heads: Readonly<Record<'kind' | 'weights' | 'macs' | 'ratio' | 'output', string>>;
  readonly caption: string;
  readonly names: Readonly<Record<KindName, string>>;
  /** What the kind changes against the standard convolution. */
  readonly changes: Readonly<Record<KindName, string>>;
  /** What an output value reads: positions, of a span where they do not fill it, and channels of all. */
  readonly reads: (positions: string, span: string, filled: boolean, channels: string, all: string) => string;
  readonly seen: (where: string) => string;
  /** Where a kind is seen that no network of this site has. */
  readonly seenElsewhere: Readonly<Partial<Record<KindName, string>>>;
}

/** A blank stands between Han and Latin only. */
const startsWithHan = /^\p{Script=Han}/u;

export const words: Readonly<Record<Locale, Words>> = {
  en: {
    fields: {
      inChannels: 'Input channels',
      outChannels: 'Output channels',
      kernel: 'Kernel (odd)',
      grid: 'Height and width',
      stride: 'Stride',
      dilation: 'Dilation',
      groups: 'Groups',
      frames: 'Frames (3-D)',
    },
    heads: { kind: 'Kind', weights: 'Weights', macs: 'MACs', ratio: 'Ratio', output: 'Output' },
    caption:
      'Without biases; the first of a pair keeps the input channels. The ratio is that of the multiply-adds to the standard convolution, for 3-D on every frame.',
    names: {
      standard: 'Standard',
      pointwise: '1×1 (pointwise)',
      strided: 'Strided',
      dilated: 'Dilated (atrous)',
      transposed: 'Transposed',
      grouped: 'Grouped',
      groupedPointwise: 'Grouped 1×1',
      depthwise: 'Depthwise',
      depthwiseSeparable: 'Depthwise separable',
      asymmetric: '1×k and k×1',
      volume: '3-D',
      pseudo3d: 'Pseudo-3D',
    },
    changes: {
      standard: 'The measure of all others.',
      pointwise: 'Mixes channels only; looks at no neighbour.',
      strided: 'Divides the resolution by the stride.',
      dilated: 'Reaches farther at the same cost, with holes.',
      transposed: 'Multiplies the resolution by the stride.',
      grouped: 'Mixes channels only within a group.',
      groupedPointwise: 'A 1×1 within groups; needs a shuffle to connect them.',
      depthwise: 'Looks at neighbours only; mixes no channels.',
      depthwiseSeparable: 'Neighbours first, then channels.',
      asymmetric: 'Rows first, then columns.',
      volume: 'Reads time, or depth, as well.',
      pseudo3d: 'Space first, then time.',
    },
    reads: (positions, span, filled, channels, all) =>
      `An output value reads ${filled ? span : `${positions} positions in ${span}`}, ${channels} of ${all} channels.`,
    seen: (where) => `Seen in ${where}.`,
    seenElsewhere: { transposed: 'decoders that upsample, as in FCN and image generators' },
  },
  zh: {
    fields: {
      inChannels: '输入通道数',
      outChannels: '输出通道数',
      kernel: '核大小（奇数）',
      grid: '高和宽',
      stride: '步长',
      dilation: '扩张率',
      groups: '分组数',
      frames: '帧数（3D）',
    },
    heads: { kind: '类型', weights: '权重数', macs: 'MACs', ratio: '比值', output: '输出' },
    caption:
      '不计偏置；成对的卷积，前一个保持输入通道数。比值是乘加次数与标准卷积之比；3D 的两种与逐帧做标准卷积相比。',
    names: {
      standard: '标准卷积',
      pointwise: '1×1（逐点）卷积',
      strided: '带步长的卷积',
      dilated: '扩张（空洞）卷积',
      transposed: '转置卷积',
      grouped: '分组卷积',
      groupedPointwise: '分组 1×1 卷积',
      depthwise: '逐通道卷积',
      depthwiseSeparable: '深度可分离卷积',
      asymmetric: '1×k 加 k×1',
      volume: '3D 卷积',
      pseudo3d: '伪 3D 卷积',
    },
    changes: {
      standard: '其余各种都与它相比。',
      pointwise: '只混合通道，不看邻域。',
      strided: '分辨率除以步长。',
      dilated: '代价不变而看得更远，中间有空洞。',
      transposed: '分辨率乘以步长。',
      grouped: '只在组内混合通道。',
      groupedPointwise: '组内的 1×1，需要通道混洗把各组连起来。',
      depthwise: '只看邻域，不混合通道。',
      depthwiseSeparable: '先看邻域，再混合通道。',
      asymmetric: '先横后竖。',
      volume: '还要看时间（或深度）。',
      pseudo3d: '先空间，后时间。',
    },
    reads: (positions, span, filled, channels, all) =>
      `一个输出值读 ${filled ? span : `${span} 范围内的 ${positions} 个位置`}，${all} 个通道中的 ${channels} 个。`,
    seen: (where) => `见于${startsWithHan.test(where) ? '' : ' '}${where}。`,
    seenElsewhere: { transposed: '做上采样的解码器，如 FCN 和图像生成网络' },
  },
};
