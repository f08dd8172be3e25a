import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { Matrix } from '../../src/engine/index.ts';
import { SeparableKernel, separableKernelWords } from '../../src/figures/index.ts';
import { formatterFor } from '../../src/format/index.ts';
import type { Locale } from '../../src/i18n/index.ts';

const sobel: Matrix = [
  [1, 0, -1],
  [2, 0, -2],
  [1, 0, -1],
];
const laplacian: Matrix = [
  [0, 1, 0],
  [1, -4, 1],
  [0, 1, 0],
];

const draw = (locale: Locale, kernel: Matrix, name: string): string =>
  render(
    h(SeparableKernel, { kernel, name, words: separableKernelWords[locale], show: formatterFor(locale) }),
  );

describe('SeparableKernel', () => {
  it('draws a kernel of rank 1 as a column and a row, with nothing left', async () => {
    const svg = draw('en', sobel, 'Sobel');
    expect(svg).toContain('aria-label="Sobel: rank 1, 3 + 3 weights say it all"');
    expect(svg).not.toContain('rest');
    expect(svg).not.toMatch(/NaN|undefined|style=/);
    await expect(svg).toMatchFileSnapshot('../golden/separable-sobel.svg');
  });

  it('draws what is left of one that is not', async () => {
    const svg = draw('en', laplacian, 'Laplacian');
    expect(svg).toContain('aria-label="Laplacian: rank 2, the nearest column × row misses 10.1%"');
    expect(svg).toContain('rest');
    for (const number of ['−4.45', '−0.20', '0.91', '−4.04', '0.04']) expect(svg).toContain(`>${number}<`);
    await expect(svg).toMatchFileSnapshot('../golden/separable-laplacian.svg');
  });

  it('says the same in Chinese', () => {
    expect(draw('zh', laplacian, '拉普拉斯核')).toContain('拉普拉斯核：秩 2，最接近的“列 × 行”还差 10.1%');
  });
});
