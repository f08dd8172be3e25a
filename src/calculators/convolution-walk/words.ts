import type { Locale } from '../../i18n/index.ts';
import type { FieldName } from './state.ts';

/** Words of the controls. */
interface Words {
  readonly fields: Readonly<Record<Exclude<FieldName, 'output'>, string>>;
  readonly back: string;
  readonly next: string;
  readonly play: string;
  readonly pause: string;
}

export const words: Readonly<Record<Locale, Words>> = {
  en: {
    fields: {
      input: 'Input height and width',
      kernel: 'Kernel',
      stride: 'Stride',
      padding: 'Padding, each side',
      dilation: 'Dilation',
    },
    back: 'Step back',
    next: 'Step on',
    play: 'Walk through',
    pause: 'Stop',
  },
  zh: {
    fields: {
      input: '输入的高和宽',
      kernel: '卷积核',
      stride: '步长',
      padding: '每侧填充',
      dilation: '扩张率',
    },
    back: '上一步',
    next: '下一步',
    play: '逐个走一遍',
    pause: '停止',
  },
};
