import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import {
  affineRuler,
  AffineRulers,
  affineRulersWords,
  FormatBits,
  formatBitsWords,
} from '../../src/figures/index.ts';

/** One element a line, so that a change shows where it is. */
const drawn = (svg: string): string =>
  `${svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"').replaceAll('><', '>\n<')}\n`;

describe('affineRuler', () => {
  it('has a mark for every code, zero exactly at the zero point', () => {
    const { marks, zeroPoint } = affineRuler([-0.5, 0.7, 1.5], { bits: 4, signed: false, symmetric: false });
    expect(marks.map(({ code }) => code)).toEqual(Array.from({ length: 16 }, (_, code) => code));
    expect(zeroPoint).toBe(4);
    expect(marks[4]).toEqual({ code: 4, value: 0 });
  });

  it('moves every number to the nearest mark, or to the last one', () => {
    const { placements, marks } = affineRuler([-0.5, 0.7, 1.5], { bits: 4, signed: false, symmetric: false });
    expect(placements.map(({ mark }) => mark.code)).toEqual([0, 9, 15]);
    for (const { value, mark } of placements) {
      const nearest = Math.min(...marks.map((each) => Math.abs(each.value - value)));
      expect(Math.abs(mark.value - value)).toBeCloseTo(nearest, 6);
    }
  });
});

describe('the figures of quantization', () => {
  it('draw rulers as the golden file has them', async () => {
    const svg = render(
      h(AffineRulers, {
        values: [-0.5, 0.7, 1.5],
        bits: 4,
        words: affineRulersWords.en(4),
        languageTag: 'en',
      }),
    );
    await expect(drawn(svg)).toMatchFileSnapshot('../golden/affine-rulers.svg');
  });

  it('draw bit fields as the golden file has them', async () => {
    const svg = render(
      h(FormatBits, {
        formats: [
          'float32',
          'tfloat32',
          'float16',
          'bfloat16',
          'float8_e5m2',
          'float8_e4m3fn',
          'float4_e2m1',
        ],
        words: formatBitsWords.zh,
      }),
    );
    await expect(drawn(svg)).toMatchFileSnapshot('../golden/format-bits.svg');
  });
});
