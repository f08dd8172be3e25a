import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import {
  CountStrip,
  DilatedKernelGrid,
  GriddingGrid,
  OverlapGrid,
  positionWords,
  ScatterRows,
} from '../../src/figures/index.ts';
import { formatterFor } from '../../src/format/index.ts';

const en = { words: positionWords.en, show: formatterFor('en') };
const threeByTwo = { kernel: 3, stride: 2, dilation: 1 };

/** The picture as a file a reviewer can open, an element a line. */
const drawn = (svg: string): string =>
  `${svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"').replaceAll('><', '>\n<')}\n`;

const figures: readonly (readonly [name: string, svg: string])[] = [
  [
    'scatter-rows',
    render(
      h(ScatterRows, {
        inputSize: 4,
        window: threeByTwo,
        padding: 1,
        outputPadding: 1,
        words: positionWords.en.scatter,
      }),
    ),
  ],
  ['overlap-grid', render(h(OverlapGrid, { ...en, inputSize: 3, window: threeByTwo }))],
  ['dilated-kernel-grid', render(h(DilatedKernelGrid, { ...en, kernel: 3, dilation: 2, field: 9 }))],
  ['gridding-grid', render(h(GriddingGrid, { ...en, stack: { kernel: 3, dilations: [2, 2] } }))],
  [
    'count-strip',
    render(h(CountStrip, { counts: [1, 0, 2, 0, 1], sentence: 'five counts', quantity: 'activations' })),
  ],
];

describe('the figures of positions', () => {
  it.each(figures)('%s is drawn as it was looked at', async (name, svg) => {
    await expect(drawn(svg)).toMatchFileSnapshot(`../golden/${name}.svg`);
  });

  it.each(figures)('%s has a label, and no style attribute or missing number', (_, svg) => {
    expect(svg).toMatch(/role="img" aria-label="[^"]{5,}"/);
    expect(svg).not.toMatch(/NaN|undefined|Infinity|style=/);
  });
});

describe('OverlapGrid', () => {
  it.each([
    [3, 'away from the border neighbouring output positions sum 4, 2, 1 products, a checkerboard.'],
    [4, 'away from the border every output position sums 4 products.'],
  ])('says of a kernel of %i at stride 2: %s', (kernel, sentence) => {
    const svg = render(h(OverlapGrid, { ...en, inputSize: 3, window: { ...threeByTwo, kernel } }));
    expect(svg).toContain(sentence);
  });
});

describe('GriddingGrid', () => {
  it('fills 49 of the 169 positions that 2, 2, 2 span, and all 289 of 1, 2, 5', () => {
    const filled = (dilations: readonly number[]): number =>
      render(h(GriddingGrid, { ...en, stack: { kernel: 3, dilations } })).split('class="filled"').length - 1;
    expect(filled([2, 2, 2])).toBe(49);
    expect(filled([1, 2, 5])).toBe(289);
  });

  it.each([
    ['en', 'of 13×13 positions one output value depends on 29%.'],
    ['zh', '在 13×13 个位置中，一个输出值依赖其中的 29%。'],
  ] as const)('says what it draws (%s)', (locale, sentence) => {
    const svg = render(
      h(GriddingGrid, {
        words: positionWords[locale],
        show: formatterFor(locale),
        stack: { kernel: 3, dilations: [2, 2, 2] },
      }),
    );
    expect(svg).toContain(sentence);
  });
});

describe('ScatterRows', () => {
  it('takes back with output padding what padding crops at the end', () => {
    const svg = render(
      h(ScatterRows, {
        inputSize: 4,
        window: threeByTwo,
        padding: 1,
        outputPadding: 1,
        words: positionWords.en.scatter,
      }),
    );
    expect(svg).toContain(
      'Products at each position: 1, 1, 2, 1, 2, 1, 2, 1, 1. After cropping 8 positions are left.',
    );
    expect(svg.split('class="crop"').length - 1).toBe(1);
  });

  it('draws a box for every product and crosses out what padding crops', () => {
    const svg = render(
      h(ScatterRows, {
        inputSize: 4,
        window: threeByTwo,
        padding: 1,
        outputPadding: 0,
        words: positionWords.en.scatter,
      }),
    );
    expect(svg.split('class="tap"').length - 1).toBe(4 * 3);
    expect(svg.split('class="crop"').length - 1).toBe(2);
    expect(svg).toContain(
      'Products at each position: 1, 1, 2, 1, 2, 1, 2, 1, 1. After cropping 7 positions are left.',
    );
  });
});
