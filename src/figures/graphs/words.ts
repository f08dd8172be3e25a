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
    tape: (operations) => `Tape: ${operations} operations`,
    graph: (kernels) => `Graph: ${kernels} kernels`,
    and: '. ',
  },
  zh: {
    tape: (operations) => `记录带：${operations} 个算子`,
    graph: (kernels) => `图：${kernels} 个内核`,
    and: '；',
  },
};
