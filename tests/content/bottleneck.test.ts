import { describe, expect, it } from 'vitest';
import { locales } from '../../src/i18n/index.ts';
import { noteText } from './note-text.ts';

/** Figures the note must show, worked out from the definitions by hand or counted with torchvision. */
const figures = [
  ['a bottleneck, two wide 3×3, two narrow ones', '69,632', '1,179,648', '16.9', '73,728'],
  ['ResNet-50 v1.5 and v1', '4,089,184,256', '3,857,973,248', '25,557,032'],
  ['v1 without projection shortcuts', '3,498,311,680'],
  ['ResNet-34', '21,797,672', '3,663,761,408', '3.6638'],
  ['the inverted residual', '8,208'],
  ['ResNeXt, P3D and DenseNet', '70,144', '81,920', '65,536'],
  ['P3D against a full 3×3×3', '143,360', '0.444', '0.571'],
  ['values written for each position', '384', '128'],
  ['weights of the code sample', '69632', '1179648'],
] as const;

const texts = new Map(
  await Promise.all(locales.map(async (locale) => [locale, await noteText(locale, 'bottleneck')] as const)),
);

describe.each(locales)('the note on the bottleneck block (%s)', (locale) => {
  it.each(figures)('shows %s', (_, ...numbers) => {
    for (const number of numbers) expect(texts.get(locale)).toContain(number);
  });
});
