import { describe, expect, it } from 'vitest';
import { locales } from '../../src/i18n/index.ts';
import { noteText } from './note-text.ts';

/** Figures the note must show; the tools' own numbers are what they printed when run. */
const figures = [
  ['torchvision’s and calflops’ counts of ResNet-50, and what lies between', '4,089,184,256', '8,211,108,352', '32,739,840'],
  ['the stride in the first 1×1', '−231,211,008'],
  ['ViT-B/16 whole', '17,563,828,224', '17.56\u00a0GMACs'],
  ['ViT-B/16 in the fused kernel', '11,290,036,992', '11,280,354,280', '22,542,249,984', '11,271,124,992'],
  ['ViT-B/16 under autograd', '16,867,412,736', '16,864,992,232', '33,697,001,472'],
  ['the two products of attention that are lost', '715,327,488', '4.1%'],
  ['parameters that thop sees of ViT-B/16', '58,067,176', '86,567,656'],
  ['a 2×2 transposed convolution by input and by output positions', '25,690,112', '102,760,448'],
  ['what the tools print in the snippets', '4111512576', '4089185256', '4132436968', '4133742592', '4089238376'],
  ['VGG-16 in ptflops: biases, ReLU, pooling', '15,523,225,576', '13,556,712', '27,111,424', '12,293,120'],
  ['MobileNetV2 by three rules', '314.19\u00a0M\u00a0MACs', '320.30\u00a0M\u00a0MACs', '300.77\u00a0M\u00a0MACs'],
] as const;

const texts = new Map(
  await Promise.all(locales.map(async (locale) => [locale, await noteText(locale, 'counting-tools')] as const)),
);

describe.each(locales)('the note on counting tools (%s)', (locale) => {
  it.each(figures)('shows %s', (_, ...numbers) => {
    for (const number of numbers) expect(texts.get(locale)).toContain(number);
  });
});
