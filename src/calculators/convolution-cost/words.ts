import type { Locale } from '../../i18n/index.ts';
import type { FieldName } from './state.ts';

/** This calculator's words. */
export interface Words {
  readonly fields: Readonly<Record<FieldName, string>>;
  /** Units after the results. */
  readonly positions: string;
  readonly weights: string;
  readonly macs: string;
  readonly flops: string;
}

export const words: Readonly<Record<Locale, Words>> = {
  en: {
    fields: {
      inChannels: 'Input channels',
      outChannels: 'Output channels',
      kernel: 'Kernel (square)',
      inputSize: 'Input height and width',
      stride: 'Stride',
      padding: 'Padding, each side',
      groups: 'Groups',
    },
    positions: 'positions on each axis',
    weights: 'parameters',
    macs: 'MACs',
    flops: 'FLOPs',
  },
  zh: {
    fields: {
      inChannels: '输入通道数',
      outChannels: '输出通道数',
      kernel: '卷积核边长',
      inputSize: '输入的高和宽',
      stride: '步长',
      padding: '每侧填充',
      groups: '分组数',
    },
    positions: '个位置（每轴）',
    weights: '个参数',
    macs: '次乘加',
    flops: '次浮点运算',
  },
};
