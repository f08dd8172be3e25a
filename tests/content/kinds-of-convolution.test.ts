import { describe, expect, it } from 'vitest';
import { locales } from '../../src/i18n/index.ts';
import { noteText } from './note-text.ts';

/** Figures the note must show, worked out by hand from C_out · C_in/g · k² at 64 to 128 channels on 56×56. */
const figures = [
  ['the standard 3×3: weights and multiply-adds', '73,728', '231,211,008'],
  ['strided and grouped, a quarter each', '0.250'],
  ['1×1, a ninth', '0.111'],
  ['depthwise separable: 1/128 + 1/9', '0.119'],
  ['1×7 and 7×1 with 64 between: (7·64·64 + 7·64·128)/(49·64·128)', '0.214'],
  ['3-D for each frame', '3.000'],
  ['the pair that saves nothing, and the narrower one that saves half', '1.000', '0.500'],
  ['the depth multiplier of 2', '1,152'],
  ['the transposed one by output and by input positions', '924,844,032'],
  ['the share of the 1×1: 8,192 of 8,768', '8,768', '93.4%'],
  ['weights of the code sample', '18432', '576', '221184'],
] as const;

const texts = new Map(
  await Promise.all(
    locales.map(async (locale) => [locale, await noteText(locale, 'kinds-of-convolution')] as const),
  ),
);

describe.each(locales)('the note on kinds of convolution (%s)', (locale) => {
  it.each(figures)('shows %s', (_, ...numbers) => {
    for (const number of numbers) expect(texts.get(locale)).toContain(number);
  });
});
