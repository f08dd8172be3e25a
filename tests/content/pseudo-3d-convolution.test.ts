import { describe, expect, it } from 'vitest';
import { locales } from '../../src/i18n/index.ts';
import { noteText } from './note-text.ts';

/** Figures the note must show, worked out from the definitions by hand or published by torchvision. */
const figures = [
  ['12 of 27 weights', '0.444', '−55.6%'],
  ['the bottleneck: split, full, ratio', '81,920', '143,360', '0.571'],
  ['positions P3D-B reaches', '11'],
  ['the middle width of R(2+1)D for 64 to 64 and 64 to 128', '144', '230'],
  ['R(2+1)D-18 as torchvision builds it', '31,505,325', '40.519'],
  ['R(2+1)D-18 with a width for each convolution', '33,370,839', '633'],
  ['R3D-18', '33,371,472', '40.697'],
  ['MC3-18', '11,695,440', '43.343'],
  ['temporal convolutions of P3D-199', '47'],
  ['P3D-199 without and with temporal batch norms', '66,649,639', '266.6', '266.7'],
  ['C3D and ResNet-152 with 487 classes', '320.0', '236.6'],
  ['sizes quoted from the paper', '261', '321', '235'],
  ['a strided P3D-A: (9 · 2 + 3)/27', '0.778'],
  ['weights of the code sample', '110592', '49152'],
] as const;

const texts = new Map(
  await Promise.all(
    locales.map(async (locale) => [locale, await noteText(locale, 'pseudo-3d-convolution')] as const),
  ),
);

describe.each(locales)('the note on pseudo-3D convolutions (%s)', (locale) => {
  it.each(figures)('shows %s', (_, ...numbers) => {
    for (const number of numbers) expect(texts.get(locale)).toContain(number);
  });
});
