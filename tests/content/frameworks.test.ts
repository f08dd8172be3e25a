import { describe, expect, it } from 'vitest';
import { locales } from '../../src/i18n/index.ts';
import { noteText } from './note-text.ts';

/** Figures the note must show, worked out from the definitions by hand or published. */
const figures = [
  ['the same size from both paddings', '112'],
  ['the first window of padding=1', '−1'],
  ['1 + 2 + 4 + 8 + 16 pixels of shift', '31'],
  ['half_pixel and align_corners from 4 to 8', '−0.25', '3.25', '0.43', '2.57', '3.50'],
  ['32 · 112 · 112 · 4 bytes, moved twice', '1,605,632', '3.21\u00a0MB'],
  ['channel 1 of 512×7×7: place 49', '49'],
  ['(25,088 + 1) · 4096 parameters', '102,764,544'],
  ['NNAPI takes 121 of 122 nodes', '121', '122'],
  ['MobileNetV2: multiply-adds, safetensors, int8', '300.77', '14.19\u00a0MB', '3.66\u00a0MB'],
  ['exercises: 5×5 pads 1 and 2; four transposes; places of the green value', '6.42\u00a0MB', '6,781', '52,436'],
] as const;

const texts = new Map(
  await Promise.all(locales.map(async (locale) => [locale, await noteText(locale, 'frameworks')] as const)),
);

describe.each(locales)('the note on frameworks (%s)', (locale) => {
  it.each(figures)('shows %s', (_, ...numbers) => {
    for (const number of numbers) expect(texts.get(locale)).toContain(number);
  });
});
