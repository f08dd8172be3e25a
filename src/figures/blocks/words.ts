import type { ResidualBlockName, Shortcut } from '../../engine/index.ts';
import type { Locale } from '../../i18n/index.ts';

/** Labels of the figure. */
export interface BlockWords {
  readonly name: Readonly<Record<ResidualBlockName, string>>;
  readonly depthwise: string;
  readonly groups: (count: string) => string;
  /** Widths and kernels in the order they are run, for readers who do not see the figure. */
  readonly sentence: (name: string, widths: string, kernels: string, shortcut: string) => string;
  readonly comma: string;
  readonly shortcut: Readonly<Record<Shortcut, string>>;
}

export const blockWords: Readonly<Record<Locale, BlockWords>> = {
  en: {
    name: {
      basic: 'Basic block',
      'bottleneck-v1': 'Bottleneck v1',
      'bottleneck-v1.5': 'Bottleneck v1.5',
      resnext: 'ResNeXt block',
      p3d: 'P3D bottleneck',
      shufflenet: 'ShuffleNet unit',
      'inverted-residual': 'Inverted residual',
    },
    depthwise: 'depthwise',
    groups: (count) => `${count} groups`,
    sentence: (name, widths, kernels, shortcut) =>
      `${name}: ${widths} channels, through ${kernels}; ${shortcut}`,
    comma: ', ',
    shortcut: {
      identity: 'input added',
      projection: 'input added through a 1×1',
      pooling: 'pooled input joined',
      none: 'no shortcut',
    },
  },
  zh: {
    name: {
      basic: '基本块',
      'bottleneck-v1': '瓶颈块 v1',
      'bottleneck-v1.5': '瓶颈块 v1.5',
      resnext: 'ResNeXt 块',
      p3d: 'P3D 瓶颈块',
      shufflenet: 'ShuffleNet 单元',
      'inverted-residual': '倒残差块',
    },
    depthwise: '逐通道',
    groups: (count) => `${count} 组`,
    sentence: (name, widths, kernels, shortcut) =>
      `${name}：通道数 ${widths}，依次经过 ${kernels}；${shortcut}`,
    comma: '、',
    shortcut: {
      identity: '加上输入',
      projection: '输入经 1×1 后相加',
      pooling: '与池化后的输入拼接',
      none: '没有捷径',
    },
  },
};
