import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import {
  ConvolutionWalk,
  outputPositions,
  positionsRead,
  positionsUnread,
  walkWords,
} from '../../src/figures/index.ts';
import { formatterFor } from '../../src/format/index.ts';

const walk = { input: 5, kernel: 3, stride: 2, padding: 1, dilation: 1 };

describe('the positions an output reads', () => {
  it('start in the padding and move by the stride', () => {
    expect([0, 1, 2].map((position) => positionsRead(walk, position))).toEqual([
      [-1, 0, 1],
      [1, 2, 3],
      [3, 4, 5],
    ]);
    expect(outputPositions(walk)).toBe(3);
  });

  it('lie a dilation apart', () => {
    expect(positionsRead({ ...walk, input: 7, stride: 1, padding: 0, dilation: 2 }, 1)).toEqual([1, 3, 5]);
  });

  it('leave out the last column when the stride does not divide', () => {
    expect(positionsUnread({ ...walk, input: 6, padding: 0 })).toEqual([5]);
    expect(positionsUnread(walk)).toEqual([]);
  });

  it('leave out what lies between taps when stride and dilation share a factor', () => {
    expect(positionsUnread({ input: 7, kernel: 3, stride: 2, padding: 0, dilation: 2 })).toEqual([1, 3, 5]);
  });
});

describe('ConvolutionWalk', () => {
  it.each(['en', 'zh'] as const)('is drawn as kept (%s)', async (locale) => {
    const svg = render(
      h(ConvolutionWalk, {
        walk,
        chosen: 0,
        words: walkWords[locale],
        show: formatterFor(locale),
        onChoose: () => undefined,
      }),
    );
    expect(svg).not.toMatch(/NaN|undefined|style=/);
    expect(svg.match(/role="radio"/g)).toHaveLength(9);
    expect(svg.match(/aria-checked="true"/g)).toHaveLength(1);
    // The first 3×3 reaches 2×2 positions inside and five zeros of the padding.
    expect(svg.match(/class="inside read"/g)).toHaveLength(4);
    expect(svg.match(/class="padding read"/g)).toHaveLength(5);
    await expect(`${svg.replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(
      `../golden/convolution-walk.${locale}.svg`,
    );
  });
});
