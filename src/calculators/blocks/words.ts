import type { Locale } from '../../i18n/index.ts';
import type { FieldName } from './state.ts';

/** This calculator's words. */
export interface Words {
  readonly fields: Readonly<Record<FieldName, string>>;
  /** Heads of the table's columns. */
  readonly heads: Readonly<Record<'block' | 'weights' | 'macs' | 'activations', string>>;
  readonly caption: string;
  readonly shapes: string;
  readonly counted: string;
  /** Why there is no ShuffleNet unit of these sizes, by stride. */
  readonly noShuffle: Readonly<Record<1 | 2, string>>;
  readonly ratio: (basicOverBottleneck: string) => string;
  readonly sameCost: string;
  readonly strideCost: (share: string) => string;
}

export const words: Readonly<Record<Locale, Words>> = {
  en: {
    fields: {
      inChannels: 'Channels in',
      outChannels: 'Channels out',
      middleChannels: 'Bottleneck width',
      stride: 'Stride',
      grid: 'Input height and width',
      resnextWidth: 'ResNeXt: width',
      resnextGroups: 'ResNeXt: groups',
      shuffleGroups: 'ShuffleNet: groups',
      expansion: 'Inverted residual: expansion',
    },
    heads: { block: 'Block', weights: 'Weights', macs: 'MACs', activations: 'Activations' },
    caption: 'The blocks at these widths',
    shapes: 'Channel widths, all to one scale',
    counted:
      'Counted: the convolutions, a projection included, and the values they write; norms left out. P3D for each frame.',
    noShuffle: {
      1: 'needs equal channels in and out',
      2: 'needs more channels out than in',
    },
    ratio: (factor) => `The basic block has ${factor} the weights of the bottleneck.`,
    sameCost: 'With stride 1, v1 and v1.5 are the same.',
    strideCost: (share) =>
      `v1 and v1.5 have the same weights; the stride in the 3×3 instead of the first 1×1 changes the multiply-adds by ${share}.`,
  },
  zh: {
    fields: {
      inChannels: '输入通道数',
      outChannels: '输出通道数',
      middleChannels: '瓶颈宽度',
      stride: '步长',
      grid: '输入的高和宽',
      resnextWidth: 'ResNeXt：宽度',
      resnextGroups: 'ResNeXt：分组数',
      shuffleGroups: 'ShuffleNet：分组数',
      expansion: '倒残差：扩展倍数',
    },
    heads: { block: '块', weights: '权重数', macs: '乘加次数', activations: '激活值' },
    caption: '这些宽度下的各种块',
    shapes: '通道宽度（同一比例）',
    counted: '只计卷积（含投影捷径）及其写出的值，不计归一化层；P3D 按每帧计。',
    noShuffle: {
      1: '要求输入与输出通道数相等',
      2: '要求输出通道多于输入通道',
    },
    ratio: (factor) => `基本块的权重数是瓶颈块的 ${factor}。`,
    sameCost: '步长为 1 时，v1 与 v1.5 完全相同。',
    strideCost: (share) => `v1 与 v1.5 的权重数相同；步长放在 3×3 而不是第一个 1×1，乘加次数变化 ${share}。`,
  },
};
