import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { words as factorizationWords } from '../../src/calculators/factorization/words.ts';
import { architectureNamed, factorize, fileBytes } from '../../src/engine/index.ts';
import {
  CheckpointBytes,
  checkpointParts,
  checkpointWords,
  costParts,
  CostShares,
  MiddleWidth,
  middleWidthCurve,
  MultiplyAdds,
  SplitFigure,
  splitWords,
} from '../../src/figures/index.ts';
import { formatterFor } from '../../src/format/index.ts';
import { strings } from '../../src/i18n/index.ts';

const show = formatterFor('en');
const resnet50 = architectureNamed('resnet50').build();
const whole = (kernel: readonly number[]) =>
  ({ inChannels: 128, outChannels: 192, kernel, padding: 'same', bias: false }) as const;
const pair = factorize(whole([7, 7]), 'asymmetric', { middleChannels: 128 });

/** Figures of notes and calculators without a test of their own that keeps a picture. */
const figures: Readonly<Record<string, string>> = {
  'cost-shares': render(
    h(CostShares, {
      parts: costParts(resnet50, (sizes) => show.shape(sizes)),
      title: 'Shares',
      heads: strings.en.quantities,
      languageTag: 'en',
    }),
  ),
  'multiply-adds': render(
    h(MultiplyAdds, {
      inputs: [3, 1, 2, 5],
      weights: [2, 4, -1, 1],
      words: {
        title: 'Four inputs',
        inputs: 'input x',
        weights: 'weight w',
        products: 'product',
        sums: 'sum so far',
        oneMultiplyAdd: 'one multiply-add',
      },
      languageTag: 'en',
    }),
  ),
  'checkpoint-bytes': render(
    h(CheckpointBytes, {
      parts: checkpointParts(resnet50, fileBytes(resnet50, { container: 'pytorch', dtype: 'float32' })),
      words: checkpointWords.en,
      title: checkpointWords.en.title('ResNet-50'),
      languageTag: 'en',
    }),
  ),
  'split-asymmetric': render(h(SplitFigure, { factorization: pair, words: splitWords.en, show })),
  'middle-width': render(
    h(MiddleWidth, {
      curve: middleWidthCurve(pair, 'asymmetric', 860),
      current: { channels: 128, ratio: pair.weightRatio },
      widest: 537,
      words: factorizationWords.en.plot,
      show,
    }),
  ),
};

describe('the picture of', () => {
  it.each(Object.entries(figures))(
    '%s is as it was looked at, described and without styles',
    async (name, svg) => {
      expect(svg).toMatch(/^<svg[^>]* aria-label="[^"]+"/);
      expect(svg).not.toMatch(/NaN|undefined|Infinity|style=/);
      await expect(`${svg.replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(`../golden/${name}.svg`);
    },
  );
});
