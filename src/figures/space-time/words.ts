import type { Split } from '../../engine/index.ts';
import type { Locale } from '../../i18n/index.ts';

/** Splits of a kernel into space and time. */
export type SpaceTimeSplit = Extract<Split, 'p3d-a' | 'p3d-b' | 'p3d-c' | '2plus1d'>;

/** Labels of the figure. */
export interface SpaceTimeWords {
  readonly name: Readonly<Record<SpaceTimeSplit | 'whole', string>>;
  /** Title over a row: the split, its weights, the input positions an output value depends on. */
  readonly row: (name: string, weights: string, positions: string) => string;
  /** How the parts of each are put together, for readers who do not see it. */
  readonly wiring: Readonly<Record<SpaceTimeSplit, string>>;
}

export const spaceTimeWords: Readonly<Record<Locale, SpaceTimeWords>> = {
  en: {
    name: { whole: 'Whole', 'p3d-a': 'P3D-A', 'p3d-b': 'P3D-B', 'p3d-c': 'P3D-C', '2plus1d': '(2+1)D' },
    row: (name, weights, positions) => `${name}: ${weights} weights, reaches ${positions} positions`,
    wiring: {
      'p3d-a': 'the temporal kernel reads the output of the spatial one',
      'p3d-b': 'both kernels read the input and their outputs are added',
      'p3d-c': 'in series, and the output of the spatial kernel is added to that of the temporal one',
      '2plus1d': 'in series, with a wider middle',
    },
  },
  zh: {
    name: { whole: '不拆', 'p3d-a': 'P3D-A', 'p3d-b': 'P3D-B', 'p3d-c': 'P3D-C', '2plus1d': '(2+1)D' },
    row: (name, weights, positions) => `${name}：${weights} 个权重，覆盖 ${positions} 个位置`,
    wiring: {
      'p3d-a': '时间核读空间核的输出',
      'p3d-b': '两个核都读输入，输出相加',
      'p3d-c': '串联，并把空间核的输出加到时间核的输出上',
      '2plus1d': '串联，中间更宽',
    },
  },
};
