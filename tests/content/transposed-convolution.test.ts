import { describe, expect, it } from 'vitest';
import { locales } from '../../src/i18n/index.ts';
import { noteText } from './note-text.ts';

/** Figures the note must show, worked out from the definitions by hand or run in torch 2.6.0. */
const figures = [
  ['7 and 8 becoming 4', '7', '8'],
  ['the sizes torch and onnx agree on', '27', '28', '19'],
  ['3 to 1 channels, 2×2 on 2×2: 12 weights at 4 input positions, at 16 output positions', '48', '192'],
  ['Mask R-CNN’s 256 · 256 · 4 weights at 14 · 14', '262,144', '51,380,224'],
  ['the same by output positions, four times as many, and at two FLOPs for each MAC', '205.5', '102.8'],
  ['DCGAN’s 512 · 256 · 16 weights at 4 · 4', '2,097,152', '33,554,432'],
  ['21 groups of 16 · 16 weights at 28 · 28, and by 224 · 224', '5,376', '4,214,784', '269.7'],
  ['a 3×3 after resizing and a transposed 4×4, 256 channels: 9 · 28² and 16 · 14² times 256²', '462.4', '205.5'],
  ['values out of and into the mask head', '200,704', '50,176'],
  ['Keras’s and PyTorch’s size where the kernel is below the stride', '15', '14'],
  ['1024 to 512 channels on 28×28, and by output positions', '1,644,167,168', '6.58'],
  ['a weight with 32 groups', '640'],
] as const;

const texts = new Map(
  await Promise.all(
    locales.map(async (locale) => [locale, await noteText(locale, 'transposed-convolution')] as const),
  ),
);

describe.each(locales)('the note on transposed convolution (%s)', (locale) => {
  it.each(figures)('shows %s', (_, ...numbers) => {
    for (const number of numbers) expect(texts.get(locale)).toContain(number);
  });

  it('prints a weight with its input channels first', () => {
    expect(texts.get(locale)).toContain('# (16, 8, 3, 3)');
  });

  it('finds the textbook’s pair lead from 17 positions to 16, and mends it by 1', () => {
    expect(texts.get(locale)?.replaceAll(/\s/g, '')).toMatch(
      locale === 'en' ? /From17positionsthepairleadsto16;outputpadding1mends/ : /一来一回得到16个，输出填充取1才对/,
    );
  });

  it('shows DeepSpeed count nothing where each group has one output channel', () => {
    expect(texts.get(locale)).toMatch(/8\.4\D{1,12}0\D/);
  });
});
