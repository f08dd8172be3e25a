import type { Locale } from '../../i18n/index.ts';

/** Labels of the figure. */
export interface ModuleWords {
  readonly title: (name: string, grid: string) => string;
  readonly input: (channels: string) => string;
  readonly output: (channels: string) => string;
  /** Short for a pooling, above its window. */
  readonly pooling: string;
  /** The branches from left to right, in the order their parts run. */
  readonly sentence: (title: string, input: string, branches: readonly string[], output: string) => string;
  /** One part of a branch. */
  readonly part: (kernel: string, channels: string, isPooling: boolean) => string;
  readonly then: string;
}

export const moduleWords: Readonly<Record<Locale, ModuleWords>> = {
  en: {
    title: (name, grid) => `${name}, ${grid}`,
    input: (channels) => `${channels} channels in`,
    output: (channels) => `joined: ${channels} channels`,
    pooling: 'pool',
    sentence: (title, input, branches, output) =>
      `${title}: ${input}; ${branches.length} branches: ${branches.join('; ')}; ${output}.`,
    part: (kernel, channels, isPooling) => (isPooling ? `${kernel} pooling` : `${kernel} to ${channels}`),
    then: ', then ',
  },
  zh: {
    title: (name, grid) => `${name}，${grid}`,
    input: (channels) => `输入 ${channels} 个通道`,
    output: (channels) => `拼接后 ${channels} 个通道`,
    pooling: '池化',
    sentence: (title, input, branches, output) =>
      `${title}：${input}；${branches.length} 条分支：${branches.join('；')}；${output}。`,
    part: (kernel, channels, isPooling) =>
      isPooling ? `${kernel} 池化` : `${kernel} 输出 ${channels} 个通道`,
    then: '，再 ',
  },
};
