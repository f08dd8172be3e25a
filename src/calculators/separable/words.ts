import type { Locale } from '../../i18n/index.ts';
import type { FieldName } from './state.ts';

/** This calculator's words. */
export interface Words {
  readonly fields: Readonly<Record<FieldName, string>>;
  readonly macs: string;
  /** Headings over the two counts and their ratio, from the kernel. */
  readonly whole: (kernel: string) => string;
  readonly parts: string;
  readonly ratio: string;
  /** The table: its caption, its columns, its rows. */
  readonly traffic: string;
  readonly columns: readonly [layer: string, weights: string, macs: string, bytes: string, intensity: string];
  readonly rows: Readonly<Record<'whole' | 'depthwise' | 'pointwise', string>>;
  readonly saves: (share: string) => string;
  readonly costsMore: (share: string) => string;
  readonly same: string;
}

export const words: Readonly<Record<Locale, Words>> = {
  en: {
    fields: {
      kernel: 'Kernel',
      inChannels: 'Input channels',
      outChannels: 'Output channels',
      depthMultiplier: 'Depth multiplier',
      grid: 'Grid height and width',
    },
    macs: 'MACs',
    whole: (kernel) => `One dense ${kernel}`,
    parts: 'Depthwise, then pointwise',
    ratio: 'Separable over dense',
    traffic: 'Least bytes moved in float32 for one sample',
    columns: ['Layer', 'Weights', 'MACs', 'Bytes', 'FLOPs per byte'],
    rows: { whole: 'dense', depthwise: 'depthwise', pointwise: 'pointwise' },
    saves: (share) => `Separating saves ${share} of the weights and of the multiply-adds.`,
    costsMore: (share) => `Separating costs ${share} more.`,
    same: 'Both cost the same.',
  },
  zh: {
    fields: {
      kernel: '卷积核',
      inChannels: '输入通道数',
      outChannels: '输出通道数',
      depthMultiplier: '深度乘子',
      grid: '网格的高和宽',
    },
    macs: '次乘加',
    whole: (kernel) => `一个标准的 ${kernel} 卷积`,
    parts: '先逐通道，再逐点',
    ratio: '可分离与标准卷积之比',
    traffic: 'float32 下每个样本至少要读写的字节数',
    columns: ['层', '权重数', '乘加次数', '字节数', '每字节 FLOPs'],
    rows: { whole: '标准', depthwise: '逐通道', pointwise: '逐点' },
    saves: (share) => `改为可分离后，权重和乘加次数都省下 ${share}。`,
    costsMore: (share) => `改为可分离后反而多花 ${share}。`,
    same: '两者代价相同。',
  },
};
