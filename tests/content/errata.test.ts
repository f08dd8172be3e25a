import { describe, expect, it } from 'vitest';
import { loadErrata, loadReferences } from '../../src/collections/index.ts';
import { errataValues, withValues } from '../../src/components/errata-values.ts';
import { formatterFor } from '../../src/format/index.ts';
import { languageTag, locales } from '../../src/i18n/index.ts';

const errata = loadErrata();
const namesIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');

/** What has to come out, worked out or published elsewhere. */
const figures = {
  'ptflops-vit': ['17,563,828,224', '715,327,488'],
  'ptflops-inception': ['5,713,217,096', '2,837,922,120'],
  'calflops-alexnet-example': ['4.2892', '2.1426'],
  'calflops-alexnet-macs': ['714,188,480'],
  'calflops-densenet169': ['14,149,480'],
  'thop-readme': ['4,133,742,592', '2,047,000'],
  'torchvision-units': ['4,089,184,256', '8.18', '97.8', '102.5'],
  'keras-mobilenet-529': ['568,740,352'],
  'slim-resnet50': ['3,857,973,248', '3,498,311,680'],
  'cs231n-vgg16': ['15,237,608', '60.95', '58.13'],
  'h100-sparse': ['989.5'],
} as const;

describe('the errata', () => {
  it('cite sources that are there, each entry under an anchor of its own', () => {
    const references = loadReferences();
    expect(errata.filter(({ source }) => !references.has(source))).toEqual([]);
    expect(new Set(errata.map(({ id }) => id)).size).toBe(errata.length);
  });

  it('name the same values in both languages, and every value is named', () => {
    const values = errataValues(formatterFor('en'));
    for (const { comes } of errata) expect(namesIn(comes.zh).toSorted()).toEqual(namesIn(comes.en).toSorted());
    expect(errata.flatMap(({ comes }) => namesIn(comes.en)).toSorted()).toEqual(Object.keys(values).toSorted());
  });

  it('refuse a value that is not there', () => {
    expect(() => withValues('{nothing}', {})).toThrow('errata.yaml: no value is called nothing');
  });

  it.each(locales)('come out in %s', (locale) => {
    const values = errataValues(formatterFor(languageTag[locale]));
    for (const [id, numbers] of Object.entries(figures)) {
      const row = errata.find((erratum) => erratum.id === id);
      const text = withValues(row?.comes[locale] ?? '', values);
      for (const number of numbers) expect(text).toContain(number);
    }
  });
});
