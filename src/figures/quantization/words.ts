import type { Locale } from '../../i18n/index.ts';
import type { AffineRulersWords } from './AffineRulers.tsx';
import type { FormatBitsWords } from './FormatBits.tsx';

export const affineRulersWords: Readonly<Record<Locale, (bits: number) => AffineRulersWords>> = {
  en: (bits) => ({
    title: `Numbers moved to the nearest mark of a ruler with ${2 ** bits} codes, once asymmetric, once symmetric`,
    values: 'numbers',
    codes: 'codes',
    asymmetric: 'asymmetric',
    symmetric: 'symmetric',
  }),
  zh: (bits) => ({
    title: `数值移到一把有 ${2 ** bits} 个编码的尺上最近的刻度，上为非对称，下为对称`,
    values: '数值',
    codes: '编码',
    asymmetric: '非对称',
    symmetric: '对称',
  }),
};

export const formatBitsWords: Readonly<Record<Locale, FormatBitsWords>> = {
  en: {
    title: 'Bit fields of floating-point formats to scale: sign, exponent, mantissa',
    sign: 'sign',
    exponent: 'exponent',
    mantissa: 'mantissa',
    unused: 'not used',
  },
  zh: {
    title: '各浮点格式的位字段，按比例绘制：符号、指数、尾数',
    sign: '符号',
    exponent: '指数',
    mantissa: '尾数',
    unused: '不用',
  },
};
