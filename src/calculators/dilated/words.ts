import type { Locale } from '../../i18n/index.ts';

/** This calculator's words. */
export interface Words {
  readonly fields: Readonly<Record<'kernel' | 'dilations', string>>;
  readonly positions: string;
  /** Heads of the table's columns. */
  readonly heads: Readonly<
    Record<'layer' | 'dilation' | 'effectiveKernel' | 'receptiveField' | 'reached' | 'hole', string>
  >;
  readonly caption: string;
  /** Heading over the ways to each position. */
  readonly ways: string;
  readonly full: (positions: string) => string;
  readonly holes: (reached: string, positions: string, share: string, hole: string) => string;
  readonly weights: (layers: string, each: string, total: string, dense: string) => string;
  readonly tooWide: (most: string) => string;
}

export const words: Readonly<Record<Locale, Words>> = {
  en: {
    fields: { kernel: 'Kernel (square)', dilations: 'Dilation of each layer' },
    positions: 'positions',
    heads: {
      layer: 'Layer',
      dilation: 'Dilation',
      effectiveKernel: 'Spans',
      receptiveField: 'Field so far',
      reached: 'Reached',
      hole: 'Widest hole',
    },
    caption: 'Layer by layer, in positions on one axis',
    ways: 'Ways from the output value to each input position',
    full: (positions) => `All ${positions} positions on each axis are reached: no holes.`,
    holes: (reached, positions, share, hole) =>
      `${reached} of ${positions} positions on each axis are reached, ${share} of the square; widest hole: ${hole}.`,
    weights: (layers, each, total, dense) =>
      `Weights per channel pair: ${layers} × ${each} = ${total}, at any dilation; dense, as wide: ${dense}.`,
    tooWide: (most) => `More than ${most} positions are not drawn.`,
  },
  zh: {
    fields: { kernel: '卷积核边长', dilations: '各层的扩张率' },
    positions: '个位置',
    heads: {
      layer: '层',
      dilation: '扩张率',
      effectiveKernel: '核跨越',
      receptiveField: '累计感受野',
      reached: '读到',
      hole: '最宽的空洞',
    },
    caption: '逐层的结果（单个轴上的位置数）',
    ways: '从输出值到各输入位置的路径数',
    full: (positions) => `每个轴上的 ${positions} 个位置全部读到：没有空洞。`,
    holes: (reached, positions, share, hole) =>
      `每个轴上 ${positions} 个位置读到 ${reached} 个，占整个方形的 ${share}；最宽的空洞：${hole}。`,
    weights: (layers, each, total, dense) =>
      `每对通道的权重数：${layers} × ${each} = ${total}，与扩张率无关；同样宽的稠密卷积核：${dense}。`,
    tooWide: (most) => `超过 ${most} 个位置，不再画出。`,
  },
};
