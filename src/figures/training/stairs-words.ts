import type { Locale } from '../../i18n/index.ts';

/** Words of the picture of two schedules that treat each sample alike. */
interface StairsWords {
  readonly title: string;
  readonly axis: (epochs: string) => string;
  readonly rate: string;
  readonly perSample: string;
  readonly updates: (grown: string, fixed: string) => string;
}

export const stairsWords: Readonly<Record<Locale, StairsWords>> = {
  en: {
    title: 'A growing batch (solid) and a falling rate (dashed) over the epochs.',
    axis: (epochs) => `epoch ${epochs}`,
    rate: 'learning rate, logarithmic: the growing batch keeps it higher',
    perSample: 'rate / batch, logarithmic: the same in both',
    updates: (grown, fixed) => `updates in an epoch; the areas are ${grown} and ${fixed}`,
  },
  zh: {
    title: '各轮中逐段增大的批（实线）和逐段降低的学习率（虚线）。',
    axis: (epochs) => `第 ${epochs} 轮`,
    rate: '学习率（对数）：增大批时降得少',
    perSample: '学习率 / 批大小（对数）：两者相同',
    updates: (grown, fixed) => `每轮更新次数；面积分别是 ${grown} 和 ${fixed}`,
  },
};
