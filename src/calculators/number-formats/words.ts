import type { FloatKind } from '../../engine/index.ts';
import type { Locale } from '../../i18n/index.ts';
import type { Outcome } from './roundings.ts';

/** This calculator's words. */
interface Words {
  /** What the fields are for. */
  readonly inputs: string;
  readonly fields: { readonly format: string; readonly value: string };
  readonly sign: string;
  readonly exponent: string;
  readonly mantissa: string;
  /** Name of a bit's button: the field, and the bit's place value within it. */
  readonly bit: (field: string, place: string) => string;
  readonly toggle: string;
  readonly kinds: Readonly<Record<FloatKind, string>>;
  readonly neighbours: (value: string, below: string, above: string) => string;
  readonly last: string;
  readonly table: {
    readonly caption: string;
    readonly format: string;
    readonly bits: string;
    readonly stored: string;
    readonly error: string;
    readonly code: string;
    readonly outcome: string;
  };
  readonly outcomes: Readonly<Record<Outcome, string>>;
}

export const words: Readonly<Record<Locale, Words>> = {
  en: {
    inputs: 'A format and a number of your own',
    fields: { format: 'Number format', value: 'Number, or 0x code' },
    sign: 'sign',
    exponent: 'exponent',
    mantissa: 'mantissa',
    bit: (field, place) => `${field}, bit worth ${place}`,
    toggle: 'Press a bit to turn it over.',
    kinds: {
      zero: 'A zero.',
      subnormal: 'A subnormal number: exponent field 0, no implied 1.',
      normal: 'A normal number.',
      infinity: 'An infinity: exponent field all ones, mantissa 0.',
      nan: 'Not a number.',
    },
    neighbours: (value, below, above) => `Value: ${value}. Next below: ${below}. Next above: ${above}.`,
    last: 'none that is finite',
    table: {
      caption: 'The same number in every format, cast without a scale',
      format: 'Format',
      bits: 'Bits',
      stored: 'Stored',
      error: 'Relative error',
      code: 'Code',
      outcome: 'What happened',
    },
    outcomes: {
      exact: 'exact',
      rounded: 'rounded',
      subnormal: 'subnormal',
      underflow: 'underflow to 0',
      overflow: 'overflow',
      saturated: 'clamped to the largest',
      nan: 'NaN',
      'no code': 'has no NaN',
    },
  },
  zh: {
    inputs: '选择格式，填一个数',
    fields: { format: '数值格式', value: '数，或 0x 编码' },
    sign: '符号',
    exponent: '指数',
    mantissa: '尾数',
    bit: (field, place) => `${field}，权为 ${place} 的位`,
    toggle: '按某一位可将它翻转。',
    kinds: {
      zero: '零。',
      subnormal: '非规格化数：指数字段为 0，没有隐含的 1。',
      normal: '规格化数。',
      infinity: '无穷大：指数字段全为 1，尾数为 0。',
      nan: '非数（NaN）。',
    },
    neighbours: (value, below, above) => `值：${value}。下方相邻：${below}。上方相邻：${above}。`,
    last: '没有有限的数',
    table: {
      caption: '同一个数在各种格式下（直接转换，不用缩放因子）',
      format: '格式',
      bits: '位数',
      stored: '存成',
      error: '相对误差',
      code: '编码',
      outcome: '结果',
    },
    outcomes: {
      exact: '精确',
      rounded: '舍入',
      subnormal: '非规格化',
      underflow: '下溢为 0',
      overflow: '上溢',
      saturated: '截断到最大数',
      nan: 'NaN',
      'no code': '没有 NaN',
    },
  },
};
