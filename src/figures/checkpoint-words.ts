import type { Locale } from '../i18n/index.ts';
import type { CheckpointPartName } from './checkpoint-parts.ts';

/** Labels of the figure of a checkpoint's bytes. */
export interface CheckpointWords {
  readonly parts: Readonly<Record<CheckpointPartName, string>>;
  /** Everything that is not a weight of a convolution or linear layer. */
  readonly rest: string;
  readonly enlarged: (factor: string) => string;
  readonly title: (network: string) => string;
}

export const checkpointWords: Readonly<Record<Locale, CheckpointWords>> = {
  en: {
    parts: {
      convolutions: 'convolution weights',
      linear: 'fully connected layer',
      norms: 'batch norm weight and bias',
      statistics: 'running mean and variance',
      counters: 'batch counters',
      container: 'container: names, shapes, alignment',
    },
    rest: 'everything else',
    enlarged: (factor) => `everything else, enlarged ${factor}`,
    title: (network) => `Bytes of a checkpoint of ${network}, to scale`,
  },
  zh: {
    parts: {
      convolutions: '卷积权重',
      linear: '全连接层',
      norms: '批归一化的权重与偏置',
      statistics: '滑动均值与方差',
      counters: '批次计数器',
      container: '容器：名字、形状、对齐',
    },
    rest: '其余全部',
    enlarged: (factor) => `其余全部，放大 ${factor}`,
    title: (network) => `${network} 检查点的字节构成，按比例绘制`,
  },
};
