import type { Locale } from '../../i18n/index.ts';
import type { FieldName } from './state.ts';

/** This calculator's words. */
interface Words {
  readonly fields: Readonly<Record<FieldName, string>>;
  /** A tool in a list of numbers. */
  readonly tool: (title: string) => string;
  readonly own: string;
  readonly ownDigits: (digits: string) => string;
  readonly caption: (from: string, to: string) => string;
  readonly columns: readonly [step: string, amount: string, reached: string];
  readonly same: string;
  readonly found: (which: string) => string;
  readonly open: (which: string, gap: string) => string;
  readonly unavailable: string;
}

export const words: Readonly<Record<Locale, Words>> = {
  en: {
    fields: { network: 'Network', from: 'From', to: 'To', giga: 'Your number, in G (10⁹)' },
    tool: (title) => `${title} (the tool)`,
    own: 'a number of your own',
    ownDigits: (digits) => `your ${digits} G`,
    caption: (from, to) => `From ${from} to ${to}`,
    columns: ['Step', 'Amount', 'Leads to'],
    same: 'The two numbers are the same.',
    found: (which) =>
      `No source says that ${which} was counted so: it is the simplest reading that gives its digits, and few digits fit several.`,
    open: (which, gap) => `Of ${which}, ${gap} stay open.`,
    unavailable: 'The networks could not be loaded. What is shown is the last result.',
  },
  zh: {
    fields: { network: '网络', from: '从', to: '到', giga: '你的数，单位 G（10⁹）' },
    tool: (title) => `${title}（工具）`,
    own: '你自己看到的数',
    ownDigits: (digits) => `你的 ${digits} G`,
    caption: (from, to) => `从 ${from} 到 ${to}`,
    columns: ['步骤', '数量', '得到'],
    same: '两个数相同。',
    found: (which) =>
      `${which} 的来源并没有说是这样数的：这是能得到这几位数字的最简单的读法；位数少时，说得通的读法往往不止一种。`,
    open: (which, gap) => `${which} 还有 ${gap} 没有解释。`,
    unavailable: '网络没有加载成功，所示仍是上一次的结果。',
  },
};
