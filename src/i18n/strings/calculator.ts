import type { Locale } from '../locales.ts';

/** The words every calculator uses. Apart from the other strings, so that a page's script carries only these. */
export interface CalculatorWords {
  readonly inputs: string;
  readonly reset: string;
  readonly copyLink: string;
  readonly copyCsv: string;
  readonly copied: string;
  readonly incomplete: string;
  readonly errors: {
    readonly empty: string;
    readonly notWhole: string;
    readonly notListed: string;
    readonly notExact: string;
    readonly mustBeOdd: string;
    readonly cannotRun: string;
    readonly tooSmall: (least: string) => string;
    readonly tooLarge: (most: string) => string;
    readonly mustDivide: (number: string) => string;
    readonly mustEqual: (number: string) => string;
    readonly doesNotFit: (room: string) => string;
    readonly needsStrideOne: string;
    readonly oneForEachAxis: (axes: string) => string;
    readonly cropsEverything: (room: string) => string;
    readonly tooMany: (most: string) => string;
  };
}

export const calculatorWords: Readonly<Record<Locale, CalculatorWords>> = {
  en: {
    inputs: 'Put in your own sizes',
    reset: 'Reset',
    copyLink: 'Copy link to these numbers',
    copyCsv: 'Copy the table as CSV',
    copied: 'Copied',
    incomplete: 'The result waits for the field marked above.',
    errors: {
      empty: 'Enter a number.',
      notWhole: 'Not a number that fits here.',
      notListed: 'Choose one of the list.',
      notExact: 'Too large together: the count passes 2^53.',
      mustBeOdd: 'Must be odd.',
      cannotRun: 'The network cannot run at this size.',
      tooSmall: (least) => `At least ${least}.`,
      tooLarge: (most) => `At most ${most}.`,
      mustDivide: (number) => `Must divide ${number}.`,
      mustEqual: (number) => `Must be ${number} as well.`,
      doesNotFit: (room) => `Wider than the padded input, ${room}.`,
      needsStrideOne: 'This padding needs stride 1.',
      oneForEachAxis: (axes) => (axes === '1' ? 'One number.' : `One number, or ${axes}: one for each axis.`),
      cropsEverything: (room) => `Crops all ${room} positions.`,
      tooMany: (most) => `At most ${most} numbers.`,
    },
  },
  zh: {
    inputs: '换成你的尺寸',
    reset: '恢复默认',
    copyLink: '复制这组数字的链接',
    copyCsv: '复制表格（CSV）',
    copied: '已复制',
    incomplete: '改好上面标出的一项后，这里会给出结果。',
    errors: {
      empty: '请填一个数。',
      notWhole: '这里不能填这样的数。',
      notListed: '请从列出的值中选择。',
      notExact: '这组数合起来太大：结果超过 2^53。',
      mustBeOdd: '必须是奇数。',
      cannotRun: '网络无法以这个尺寸运行。',
      tooSmall: (least) => `不能小于 ${least}。`,
      tooLarge: (most) => `不能大于 ${most}。`,
      mustDivide: (number) => `必须能整除 ${number}。`,
      mustEqual: (number) => `这里也必须是 ${number}。`,
      doesNotFit: (room) => `超过填充后的输入 ${room}。`,
      needsStrideOne: '这种填充只能用于步长 1。',
      oneForEachAxis: (axes) => (axes === '1' ? '请填一个数。' : `请填一个数，或每轴一个，共 ${axes} 个。`),
      cropsEverything: (room) => `把 ${room} 个位置全裁掉了。`,
      tooMany: (most) => `最多 ${most} 个数。`,
    },
  },
};
