import type { Locale } from '../../i18n/index.ts';
import type { FieldName } from './state.ts';

/** This calculator's words. */
interface Words {
  readonly fields: Readonly<Record<FieldName, string>>;
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
    macs: 'MACs',
    flops: 'FLOPs at two per MAC',
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
    macs: '次乘加（MAC）',
    flops: 'FLOPs，按每次乘加 2 FLOPs 计',
  },
};
