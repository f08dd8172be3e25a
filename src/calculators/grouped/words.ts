import type { Locale } from '../../i18n/index.ts';
import type { FieldName } from './state.ts';

/** This calculator's words. */
export interface Words {
  readonly fields: Readonly<Record<FieldName, string>>;
  readonly choices: Readonly<Record<string, string>>;
  readonly weights: string;
  readonly macs: string;
  /** What the groups leave connected, and what that costs beside the undivided convolution. */
  readonly reach: (read: string, all: string) => string;
  readonly against: (parameters: string, share: string) => string;
}

export const words: Readonly<Record<Locale, Words>> = {
  en: {
    fields: {
      inChannels: 'Input channels',
      outChannels: 'Output channels',
      kernel: 'Kernel',
      groups: 'Number of groups',
      bias: 'Bias',
      grid: 'Grid height and width',
    },
    choices: { yes: 'with', no: 'without' },
    weights: 'parameters',
    macs: 'MACs',
    reach: (read, all) => `Each output channel reads ${read} of ${all} input channels.`,
    against: (parameters, share) =>
      ` With one group it would have ${parameters} parameters; the multiply-adds are ${share} of that convolution’s.`,
  },
  zh: {
    fields: {
      inChannels: '输入通道数',
      outChannels: '输出通道数',
      kernel: '卷积核',
      groups: '分组数',
      bias: '偏置',
      grid: '网格的高和宽',
    },
    choices: { yes: '有', no: '无' },
    weights: '个参数',
    macs: '次乘加',
    reach: (read, all) => `每个输出通道只读 ${all} 个输入通道中的 ${read} 个。`,
    against: (parameters, share) => `不分组时有 ${parameters} 个参数；现在的乘加次数是不分组时的 ${share}。`,
  },
};
