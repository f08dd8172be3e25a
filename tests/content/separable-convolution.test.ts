import { describe, expect, it } from 'vitest';
import { loadFacts } from '../../src/collections/index.ts';
import { architectureNamed, summarize } from '../../src/engine/index.ts';
import { locales } from '../../src/i18n/index.ts';
import { noteText } from './note-text.ts';

/** Figures the note must show, worked out from the definitions by hand or published by the authors. */
const figures = [
  ['3×3: 1/64 + 1/9, 1/128 + 1/9, 1/512 + 1/9', '0.1267', '0.1189', '0.1131'],
  ['5×5: 1/128 + 1/25', '0.0478'],
  ['FLOPs per byte: dense, pointwise, depthwise', '132', '15.8', '2.2'],
  ['MobileNet v1: parameters and multiply-adds', '4,231,976', '568,740,352', '569', '4.24'],
  ['the share of the 1×1 in its multiply-adds', '94.9%', '3.1%'],
  ['a multiplier of 9: 9(1/128 + 1/9)', '1.07'],
  ['both multipliers at a half: 0.0089, printed as 0.0109', '0.0089', '0.0109'],
  ['weights of the code sample, without and with biases, and as Keras has them', '8768', '8960', '8,896'],
  ['the Laplacian: √6 ± 2, and what one pair misses', '4.45', '0.45', '10.1%'],
  ['a misprint', '529'],
] as const;

const texts = new Map(
  await Promise.all(
    locales.map(async (locale) => [locale, await noteText(locale, 'separable-convolution')] as const),
  ),
);

describe.each(locales)('the note on separable convolutions (%s)', (locale) => {
  it.each(figures)('shows %s', (_, ...numbers) => {
    for (const number of numbers) expect(texts.get(locale)).toContain(number);
  });
});

describe('the published multiply-adds of MobileNet v1', () => {
  const facts = loadFacts();
  const counted = (widthMultiplier: number, side: number): number =>
    summarize(architectureNamed('mobilenet_v1').build({ widthMultiplier, input: [3, side, side] })).macs / 1e6;

  it.each([
    ['slim-mobilenet-1.0-224-macs', 1, 224],
    ['slim-mobilenet-1.0-160-macs', 1, 160],
    ['slim-mobilenet-0.5-160-macs', 0.5, 160],
    ['slim-mobilenet-0.25-128-macs', 0.25, 128],
    ['keras-mobilenet-0.75-224-macs', 0.75, 224],
  ] as const)('%s comes out after the same rounding', (id, width, side) => {
    expect(facts.get(id)?.value).toBe(Math.round(counted(width, side)));
  });

  it.each([
    ['slim-mobilenet-0.75-224-macs', 0.75],
    ['keras-mobilenet-1.0-224-macs', 1],
  ] as const)('%s does not, as the note says', (id, width) => {
    expect(facts.get(id)?.value).toBeLessThan(counted(width, 224) - 8);
  });
});
