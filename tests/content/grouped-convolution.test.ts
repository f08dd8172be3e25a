import { describe, expect, it } from 'vitest';
import { loadFacts } from '../../src/collections/index.ts';
import { architectureNamed, rowAt, summarize } from '../../src/engine/index.ts';
import { locales } from '../../src/i18n/index.ts';
import { noteText } from './note-text.ts';

/** Figures the note must show, worked out from the definitions by hand or published by torchvision. */
const figures = [
  ['64 to 128 channels in 1 and in 32 groups', '73,856', '2,432'],
  ['depthwise, 64 to 64 and 32 to 64', '640'],
  ['256 to 256, 5×5, 2 groups', '819,456'],
  ['a ResNeXt block of 32×4d and a ResNet block', '70,144', '69,632'],
  ['ResNeXt-50 and ResNet-50', '25,028,904', '25,557,032', '4.23', '4.09'],
  ['ShuffleNet 1×: the paper', '143', '140', '137', '133'],
  ['ShuffleNet 1×: counted without the classifier', '142.5', '140.0', '136.5', '133.3', '136.8'],
  ['a ShuffleNet unit and a ResNet unit', '7,949,760', '47,980,800', '16.6%'],
  ['FLOPs per byte of a grouped 1×1', '31.4', '15.8', '8.0', '4.0'],
  ['the weights of 16 groups of 2, and of 2 groups of 16', '576', '4,608'],
  ['the shuffle of six channels in two groups', '[0, 3, 1, 4, 2, 5]'],
] as const;

const texts = new Map(
  await Promise.all(
    locales.map(async (locale) => [locale, await noteText(locale, 'grouped-convolution')] as const),
  ),
);

describe.each(locales)('the note on grouped convolutions (%s)', (locale) => {
  it.each(figures)('shows %s', (_, ...numbers) => {
    for (const number of numbers) expect(texts.get(locale)).toContain(number);
  });
});

describe('the complexity ShuffleNet 1× is published with', () => {
  it.each([1, 2, 3, 4, 8])('comes out without the classifier in %i groups', (groups) => {
    const summary = summarize(architectureNamed(`shufflenet_v1_g${groups}`).build());
    const published = loadFacts().get(`zhang2018-g${groups}-macs`)?.value;
    expect(Math.round((summary.macs - rowAt(summary, 'fc').macs) / 1e6)).toBe(published);
  });
});
