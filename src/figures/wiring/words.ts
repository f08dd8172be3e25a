import type { Locale } from '../../i18n/index.ts';

/** Labels of the figure. */
export interface WiringWords {
  /** How many kernels there are, from the number of wires of all convolutions. */
  readonly kernels: (count: string) => string;
  /** What the first output depends on. */
  readonly sees: (seen: string, all: string) => string;
  /** The whole picture in a sentence. */
  readonly sentence: (title: string, seen: string, all: string, kernels: string) => string;
}

export const wiringWords: Readonly<Record<Locale, WiringWords>> = {
  en: {
    kernels: (count) => `${count} kernels`,
    sees: (seen, all) => `sees ${seen} of ${all}`,
    sentence: (title, seen, all, kernels) =>
      `${title}: ${kernels} kernels connect input to output channels; the first output channel depends on ${seen} of ${all} input channels.`,
  },
  zh: {
    kernels: (count) => `${count} 个核`,
    sees: (seen, all) => `看到 ${seen}/${all}`,
    sentence: (title, seen, all, kernels) =>
      `${title}：${kernels} 个核把输入通道连到输出通道；第一个输出通道依赖 ${all} 个输入通道中的 ${seen} 个。`,
  },
};
