import { describe, expect, it } from 'vitest';
import { loadFacts } from '../../src/collections/index.ts';
import { architectureNamed, receptiveField } from '../../src/engine/index.ts';
import { locales } from '../../src/i18n/index.ts';
import { noteText } from './note-text.ts';

/** Figures the note must show, worked out from the definitions by hand, run in PyTorch 2.6, or published. */
const figures = [
  ['ResNet-50’s first layer: weights and multiply-adds', '9,408', '118,013,952'],
  ['a kernel, stride and dilation of their own on each axis', '9×4'],
  ['the stem of R3D-18', '16×56×56'],
  ['SqueezeNet 1.0', '109, 54, 27, 13'],
  ['GoogLeNet', '112, 56, 28, 14, 7'],
  ['Inception v3', '149, 147, 147, 73, 73, 71, 35, 17, 8'],
  ['published receptive fields', '212', '315', '1,311', '483', '427'],
  // 1 − (166/168)² and 1 − (19/21)².
  ['zeros among the products', '2.4%', '18.1%'],
  ['an even kernel in PyTorch and under same', '225', '224'],
] as const;

const texts = new Map(
  await Promise.all(
    locales.map(async (locale) => [locale, await noteText(locale, 'convolution-arithmetic')] as const),
  ),
);

describe.each(locales)('the note on convolution arithmetic (%s)', (locale) => {
  it.each(figures)('shows %s', (_, ...numbers) => {
    for (const number of numbers) expect(texts.get(locale)).toContain(number);
  });
});

describe('the published receptive fields', () => {
  const facts = loadFacts();

  it.each([
    ['araujo2019-vgg16', 'vgg16', 'features.30'],
    ['araujo2019-mobilenet-v1', 'mobilenet_v1', 'features.13.pointwise.2'],
    ['araujo2019-inception-v3', 'inception_v3', 'Mixed_7c.cat'],
  ])('%s comes out', (id, name, path) => {
    expect(receptiveField(architectureNamed(name).build(), path)[0]?.size).toBe(facts.get(id)?.value);
  });
});
