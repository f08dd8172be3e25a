import { describe, expect, it } from 'vitest';
import { locales } from '../../src/i18n/index.ts';
import { noteText } from './note-text.ts';

/** Figures the note must show, worked out from the definitions by hand or published. */
const figures = [
  ['the 3×3 of 64 channels in float16: 231.211 MFLOPs / 312 TFLOP/s', '0.741'],
  ['intensities in float32: dense, pointwise, depthwise', '132', '15.8', '2.25'],
  ['ridges: 19.5 and 312 TFLOP/s over 2039 GB/s, and 17.6 over 15', '9.6', '153', '1.2'],
  ['the Inception pair’s share of one 7×7: 82,862,080 / 348,020,736', '23.8%'],
  ['ResNet-50 against MobileNetV2: 4089 M over 301 M', '13.6'],
  ['a fully connected layer reads 205.5 MB once: 100.8 µs', '100.8\u00a0µs'],
  ['4096 × 4096: the batch at the ridge', '166'],
  ['the dense peak of an H100', '989.5'],
] as const;

const texts = new Map(
  await Promise.all(locales.map(async (locale) => [locale, await noteText(locale, 'roofline')] as const)),
);

describe.each(locales)('the note on the roofline (%s)', (locale) => {
  it.each(figures)('shows %s', (_, ...numbers) => {
    for (const number of numbers) expect(texts.get(locale)).toContain(number);
  });
});
