import type { Locale } from '../../i18n/index.ts';

/** Labels of the figure. */
export interface TapeAndGraphWords {
  readonly tape: (operations: string) => string;
  readonly graph: (kernels: string) => string;
  /** Between the two in one sentence. */
  readonly and: string;
}

export const tapeAndGraphWords: Readonly<Record<Locale, TapeAndGraphWords>> = {
  en: {
    tape: (operations) => `Eager: ${operations} operations`,
    graph: (kernels) => `Graph: ${kernels} kernels`,
    and: '. ',
  },
  zh: {
    tape: (operations) => `动态执行：${operations} 个算子`,
    graph: (kernels) => `图：${kernels} 个内核`,
    and: '；',
  },
};
