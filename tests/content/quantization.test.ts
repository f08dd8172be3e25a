import { describe, expect, it } from 'vitest';
import { loadFacts } from '../../src/collections/index.ts';
import { bytesPerMebibyte } from '../../src/engine/index.ts';
import { locales } from '../../src/i18n/index.ts';
import { noteText } from './note-text.ts';

/** Figures the note on quantization must show, worked out from the definitions by hand or published. */
const quantization = [
  ['0.7 with steps of 0.125 and zero point 4: 0.75, off by at most 0.0625', '0.75', '0.0625'],
  ['the symmetric step of the same range, 2 × 1.375 / 15', '0.183'],
  ['a bit is worth 6.02 dB', '6.02'],
  // Worked out apart from the engine, in Python, from the package's own file.
  ['the real layer per tensor and per channel, int8 and int4', '29.0', '38.4', '5.3', '13.9'],
  ['the real layer’s channels: 0.286 to 4.679, and norms that were 1 before folding', '16.3', '0.99', '7.99'],
  ['the accumulator: 29 bits for 3×3×512, 65,793 products in int32', '29', '65,793'],
  ['ResNet-50: 97.8 to 24.6 MiB, 74.97 to 74.77, 1.82×', '97.8', '24.6', '74.97', '74.77', '1.82'],
  ['MobileNetV2: 13.3 to 3.5 MiB, 69.48 to 68.30, 1.05×', '13.3', '3.5', '69.48', '68.30', '1.05'],
  ['VGG-16: 527.8 to 132.0 MiB, 72.38 to 72.32, 2.31×', '527.8', '132', '72.38', '72.32', '2.31'],
  ['SqueezeNet 1.31×, ShuffleNetV2 1.62×, AlexNet 2.26×', '1.31', '1.62', '2.26', '8.79', '2.28', '233'],
  ['EfficientNet-Lite4: 51.9 to 13.0 MiB, 80.4 listed, 77.70 measured, 77.56', '51.9', '80.4', '77.70', '77.56'],
  ['MobileNetV3 per tensor against per channel', '76.33', '14.33', '69'],
] as const;

/** Figures the note on number formats must show: IEEE 754, the FP8 paper, and the blocks' layouts. */
const numberFormats = [
  ['0.1 in float16 and its neighbours', '0.0999755859', '0.0999145508', '0.100036621'],
  ['the largest numbers', '65,504', '57,344', '448', '3.4028\u00a0×\u00a010³⁸', '3.3895\u00a0×\u00a010³⁸'],
  ['float16’s smallest normal and subnormal numbers', '6.1\u00a0×\u00a010⁻⁵', '5.96\u00a0×\u00a010⁻⁸'],
  ['epsilons', '0.000977', '0.00781', '1.19\u00a0×\u00a010⁻⁷'],
  ['infinity from 65,520, whole numbers to 2,048, 16,777,217 lost', '65,520', '2,048', '16,777,217'],
  ['FP8 over 32 and 18 binades, 247 and 253 numbers', '247', '253'],
  ['bits per weight of MX formats', '4.25', '6.25', '8.25'],
  ['bits per weight of GGUF types', '8.5', '6.5625', '5.5', '4.5', '3.4375', '2.625', '2.0625', '1.5625'],
  ['π in bfloat16', '3.14063', '0.03%'],
] as const;

describe.each(locales)('the notes on quantization (%s)', async (locale) => {
  const texts = {
    quantization: await noteText(locale, 'quantization'),
    numberFormats: await noteText(locale, 'number-formats'),
  };

  it.each(quantization)('show %s', (_, ...numbers) => {
    for (const number of numbers) expect(texts.quantization).toContain(number);
  });

  it.each(numberFormats)('show %s', (_, ...numbers) => {
    for (const number of numbers) expect(texts.numberFormats).toContain(number);
  });
});

describe('the published pairs', () => {
  const facts = loadFacts();
  const value = (id: string): number => facts.get(id)?.value ?? NaN;

  it.each([
    ['int8-resnet50-fp32-size', 'onnx-resnet50-fp32-file', 1],
    ['int8-resnet50-int8-size', 'onnx-resnet50-int8-file', 1],
    ['int8-mobilenetv2-int8-size', 'onnx-mobilenetv2-int8-file', 1],
    ['int8-vgg16-int8-size', 'onnx-vgg16-int8-file', 1],
    ['int8-alexnet-int8-size', 'onnx-alexnet-int8-file', 0],
  ])('%s, printed as MB, is the MiB of the file', (size, file, digits) => {
    expect(Number((value(file) / bytesPerMebibyte).toFixed(digits))).toBe(value(size));
  });

  it.each([
    ['resnet50', 3.98],
    ['mobilenetv2', 3.8],
    ['vgg16', 4],
    ['shufflenetv2', 3.86],
    ['alexnet', 4.02],
    ['efficientnet-lite4', 3.99],
  ])('shrink %s by a factor of %d', (name, factor) => {
    expect(value(`int8-${name}-fp32-size`) / value(`int8-${name}-int8-size`)).toBeCloseTo(factor, 1);
  });
});
