import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { factorize } from '../../src/engine/index.ts';
import { SplitFigure, splitWords } from '../../src/figures/index.ts';
import { splitSeries, wholeSeries } from '../../src/figures/split/stages.ts';
import { formatterFor } from '../../src/format/index.ts';

const one = (kernel: [number, number]): Parameters<typeof factorize>[0] => ({
  inChannels: 1,
  outChannels: 1,
  kernel,
  padding: 'same',
  bias: false,
});

describe('the stages of a split', () => {
  it('shrink a 5×5 to 3×3 and to one position under two 3×3', () => {
    const { stages, weights } = splitSeries(factorize(one([5, 5]), 'stack-of-3'));
    expect(stages).toEqual([
      { rows: 5, columns: 5, window: [3, 3] },
      { rows: 3, columns: 3, window: [3, 3] },
      { rows: 1, columns: 1 },
    ]);
    expect(weights).toEqual([9, 9]);
  });

  it('leave a column of 7 after the row of 7', () => {
    const { stages } = splitSeries(factorize(one([7, 7]), 'asymmetric'));
    expect(stages).toEqual([
      { rows: 7, columns: 7, window: [1, 7] },
      { rows: 7, columns: 1, window: [7, 1] },
      { rows: 1, columns: 1 },
    ]);
  });

  it('reach the input positions of the unsplit kernel', () => {
    for (const split of ['stack-of-3', 'stack-of-2', 'asymmetric', 'asymmetric-reversed'] as const) {
      const factorization = factorize(one([9, 9]), split);
      expect(splitSeries(factorization).stages[0]).toMatchObject({ rows: 9, columns: 9 });
      expect(wholeSeries(factorization).stages).toEqual([
        { rows: 9, columns: 9, window: [9, 9] },
        { rows: 1, columns: 1 },
      ]);
    }
  });
});

describe('SplitFigure', () => {
  it.each([
    [
      'en',
      'One 5×5 kernel, and 3×3, then 3×3: one output value depends on the same 5×5 input positions; 25 weights for each pair of channels against 9 + 9.',
      '3×3, 3×3: 9 + 9 weights',
    ],
    [
      'zh',
      '一个 5×5 卷积核，与先后相接的 3×3、3×3：一个输出值依赖同样的 5×5 个输入位置；每对通道的权重数从 25 变为 9 + 9。',
      '3×3、3×3：9 + 9 个权重',
    ],
  ] as const)('says what it draws (%s)', (locale, sentence, title) => {
    const svg = render(
      h(SplitFigure, {
        factorization: factorize(one([5, 5]), 'stack-of-3'),
        words: splitWords[locale],
        show: formatterFor(locale),
      }),
    );
    expect(svg).toContain(`aria-label="${sentence}"`);
    expect(svg).toContain(title);
    expect(svg).not.toMatch(/NaN|undefined|style=/);
  });
});
