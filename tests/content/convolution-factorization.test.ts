import { describe, expect, it } from 'vitest';
import { loadFacts } from '../../src/collections/index.ts';
import { factorize } from '../../src/engine/index.ts';
import { locales } from '../../src/i18n/index.ts';
import { noteText } from './note-text.ts';

/** Figures the note must show, worked out from the definitions by hand or published by torchvision. */
const figures = [
  ['3×3 as 1×3 and 3×1', '0.667', '−33.3%'],
  ['3×3 as two 2×2', '0.889', '−11.1%'],
  ['5×5 as two 3×3', '0.720', '−28.0%'],
  ['7×7 as three 3×3', '0.551'],
  ['5×5 as 1×5 and 5×1', '−60.0%'],
  ['7×7 as 1×7 and 7×1', '−71.4%'],
  ['Mixed_6b: the pair, the 7×7, the ratio, 2/7', '82,862,080', '348,020,736', '0.238', '0.286'],
  ['Mixed_6b: the widest middle, the rank of a full kernel', '537', '896'],
  ['Inception v3: parameters without and with the auxiliary head', '23,834,568', '27,161,264'],
  ['Inception v3: multiply-adds at 299 and at 224', '5.7132', '2.8379'],
  ['the values in the middle, 128 × 17 × 17', '36,992'],
  ['a strided 5×5 as two 3×3: (4 · 9 + 9)/25', '1.80'],
  ['weights of the code sample', '1204224', '286720'],
] as const;

const texts = new Map(
  await Promise.all(
    locales.map(async (locale) => [locale, await noteText(locale, 'convolution-factorization')] as const),
  ),
);

describe.each(locales)('the note on factorizing convolutions (%s)', (locale) => {
  it.each(figures)('shows %s', (_, ...numbers) => {
    for (const number of numbers) expect(texts.get(locale)).toContain(number);
  });
});

describe('the published savings', () => {
  const facts = loadFacts();
  const same = (kernel: number) => ({ inChannels: 64, outChannels: 64, kernel: [kernel, kernel] });

  it.each([
    ['szegedy2016-two-3x3', 1 - factorize(same(5), 'stack-of-3').weightRatio],
    ['szegedy2016-asymmetric-3x3', 1 - factorize(same(3), 'asymmetric').weightRatio],
    ['szegedy2016-two-2x2', 1 - factorize(same(3), 'stack-of-2').weightRatio],
    ['simonyan2015-7x7-over-three-3x3', 1 / factorize(same(7), 'stack-of-3').weightRatio - 1],
  ])('%s comes out after the same rounding', (id, share) => {
    expect(facts.get(id)?.value).toBe(Math.round(100 * share));
  });
});
