import { describe, expect, it } from 'vitest';
import { locales } from '../../src/i18n/index.ts';
import { noteText } from './note-text.ts';

/** Figures the note must show, worked out from the definitions by hand or published. */
const figures = [
  ['Adam’s state for ResNet-50: 25,557,032 × 16', '408,912,512', '408.9\u00a0MB'],
  ['activations of ResNet-50: 85,098,496 bytes a sample, 32 samples', '2,723,151,872'],
  ['three arrays of 256×56×56', '9.63\u00a0MB'],
  ['the three-step example: 48, 64, 48 values; 112 in training', '64', '112'],
  ['VGG-16: 15,237,608 values in both megabytes', '15,237,608', '60.95\u00a0MB', '58.13\u00a0MiB'],
  ['mixed precision keeps 16 bytes too: Llama 2 7B', '107.8\u00a0GB', '107,814,649,856'],
  ['KV cache of Llama 2 7B: 512 KiB a token, 2 GiB for 4096', '2,147,483,648', '512\u00a0KiB', '128\u00a0KiB'],
  ['OPT-13B: 2 × 40 × 5120 × 2 bytes', '819,200', '800'],
  ['largest batch for ResNet-50 on 24 GiB', '298'],
  ['sequences of 8192 tokens beside Llama 3 8B on 24 GiB', '16.06\u00a0GB', '9.0\u00a0GiB'],
] as const;

const texts = new Map(
  await Promise.all(locales.map(async (locale) => [locale, await noteText(locale, 'memory')] as const)),
);

describe.each(locales)('the note on memory (%s)', (locale) => {
  it.each(figures)('shows %s', (_, ...numbers) => {
    const text = (texts.get(locale) ?? '').replaceAll(' KiB', '\u00a0KiB');
    for (const number of numbers) expect(text).toContain(number);
  });
});
