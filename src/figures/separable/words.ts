import type { Locale } from '../../i18n/index.ts';

/** Labels of the figure. */
export interface SeparableKernelWords {
  readonly kernel: string;
  readonly product: string;
  readonly rest: string;
  /** Title of a kernel that is a column times a row, from its name and the weights of both. */
  readonly exact: (name: string, weights: string) => string;
  /** Title of one that is not, from its name, its rank and the share of its norm that is missed. */
  readonly nearest: (name: string, rank: string, missed: string) => string;
}

export const separableKernelWords: Readonly<Record<Locale, SeparableKernelWords>> = {
  en: {
    kernel: 'kernel',
    product: 'column × row',
    rest: 'rest',
    exact: (name, weights) => `${name}: rank 1, ${weights} weights say it all`,
    nearest: (name, rank, missed) => `${name}: rank ${rank}, the nearest column × row misses ${missed}`,
  },
  zh: {
    kernel: '卷积核',
    product: '列 × 行',
    rest: '余下的',
    exact: (name, weights) => `${name}：秩 1，${weights} 个权重就是全部`,
    nearest: (name, rank, missed) => `${name}：秩 ${rank}，最接近的“列 × 行”还差 ${missed}`,
  },
};
