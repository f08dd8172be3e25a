import { describe, expect, it } from 'vitest';
import { locales } from '../../src/i18n/index.ts';
import { noteText } from './note-text.ts';

/** Figures the note must show, worked out from the definitions by hand or published. */
const figures = [
  ['20 epochs of ⌈50,000/128⌉ = 391 updates, and of ⌈50,000/2048⌉ = 25', '7,820', '500'],
  ['15,180 updates against 39,100, 2.58× as many', '15,180', '39,100', '2.58'],
  ['the rate for a sample times 0.75/2', '0.375'],
  ['100 epochs of 50,000 samples', '5,000,000'],
  ['AdaBatch’s abstract', '6.25'],
  ['Smith et al.: 60·391 + 60·79 + 40·16 + 40·4 against 200·391', '29,000', '78,200'],
  ['Smith et al.’s abstract', '2,500', '65,536'],
  ['what 0.9 leaves after 25 updates', '7.2%'],
  ['⌈1,281,167/256⌉ and ⌈1,281,167/4096⌉', '5,005', '313'],
  ['100 epochs of 25 updates; 15,180 are 6.07 times as many, 7,820 of them 52%', '2,500', '6.07', '52%'],
] as const;

const texts = new Map(
  await Promise.all(locales.map(async (locale) => [locale, await noteText(locale, 'dynamic-batch')] as const)),
);

describe.each(locales)('the note on dynamic batches (%s)', (locale) => {
  it.each(figures)('shows %s', (_, ...numbers) => {
    for (const number of numbers) expect(texts.get(locale)).toContain(number);
  });
});
