import type { Locale } from '../../i18n/index.ts';

/** The words in and around the figure. */
export interface WalkWords {
  readonly title: (input: string, output: string) => string;
  readonly input: (shape: string) => string;
  readonly output: (shape: string) => string;
  readonly outputAt: (row: string, column: string) => string;
  /** What the chosen output reads: rows, columns, and how many of the positions are zeros of the padding. */
  readonly reads: (row: string, column: string, rows: string, columns: string) => string;
  readonly zeros: (zeros: string, positions: string) => string;
  readonly unread: (positions: string) => string;
}

export const walkWords: Readonly<Record<Locale, WalkWords>> = {
  en: {
    title: (input, output) =>
      `A kernel over an input of ${input} with its padding, and the output of ${output}`,
    input: (shape) => `input ${shape}`,
    output: (shape) => `output ${shape}`,
    outputAt: (row, column) => `output row ${row}, column ${column}`,
    reads: (row, column, rows, columns) =>
      `Output (${row}, ${column}) reads input rows ${rows} and columns ${columns}, counted from 0.`,
    zeros: (zeros, positions) =>
      zeros === '0'
        ? 'All of them lie inside.'
        : `${zeros} of the ${positions} positions are zeros of the padding.`,
    unread: (positions) =>
      positions === ''
        ? 'Every row and column is read by some output.'
        : `No output reads rows and columns ${positions}.`,
  },
  zh: {
    title: (input, output) => `卷积核在 ${input} 的输入（含填充）上滑动，得到 ${output} 的输出`,
    input: (shape) => `输入 ${shape}`,
    output: (shape) => `输出 ${shape}`,
    outputAt: (row, column) => `输出第 ${row} 行第 ${column} 列`,
    reads: (row, column, rows, columns) =>
      `输出 (${row}, ${column}) 读取输入的第 ${rows} 行、第 ${columns} 列，从 0 数起。`,
    zeros: (zeros, positions) =>
      zeros === '0' ? '全部落在输入之内。' : `${positions} 个位置中有 ${zeros} 个是填充的零。`,
    unread: (positions) =>
      positions === '' ? '每一行每一列都有输出读取。' : `第 ${positions} 行和列没有任何输出读取。`,
  },
};
