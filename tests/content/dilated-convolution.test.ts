import { describe, expect, it } from 'vitest';
import { locales } from '../../src/i18n/index.ts';
import { noteText } from './note-text.ts';

/** Figures the note must show, worked out from the definitions by hand or known from torchvision's networks. */
const figures = [
  ['a 3×3 at 1, 2, 4', '3×3', '5×5', '9×9'],
  ['its weights and multiply-adds, whatever the dilation: 64 · 64 · 9, times 56 · 56', '36,864', '115,605,504'],
  ['1 + 2 · 33 positions of the context module, and the 33 undilated layers', '67', '33'],
  ['WaveNet’s 1024', '1,024'],
  ['2, 2, 2: 7 of 13; (7/13)²', '29.0%'],
  ['2, 4, 8: 15 of 29', '26.8%'],
  ['1, 2, 9: 21 of 25', '70.6%'],
  ['5, 9, 17: 27 of 63', '27', '63'],
  ['the receptive field and both jumps of layer4.2.conv2', '427', '32'],
  ['the backbone against ResNet-50 at 520×520', '102.8', '22.6', '4.54'],
  ['what a kernel of dilation 36 spans, and meets on 65 positions: (123/195)²', '73', '40%'],
  ['3, 6, 12: 15 of 43', '12.2%'],
] as const;

const texts = new Map(
  await Promise.all(
    locales.map(async (locale) => [locale, await noteText(locale, 'dilated-convolution')] as const),
  ),
);

describe.each(locales)('the note on dilated convolution (%s)', (locale) => {
  it.each(figures)('shows %s', (_, ...numbers) => {
    for (const number of numbers) expect(texts.get(locale)).toContain(number);
  });
});
