import { describe, expect, it } from 'vitest';
import { loadFacts } from '../../src/collections/index.ts';
import { architectureNamed, bytesPerMebibyte, quantizedWeightBytes } from '../../src/engine/index.ts';
import { locales } from '../../src/i18n/index.ts';
import { noteText } from './note-text.ts';

/** Figures the note must show, worked out from the definitions by hand or published. */
const figures = [
  ['a million float32 parameters', '4,000,000'],
  ['ResNet-50: parameters, tensors of its checkpoint', '25,557,032', '102,441,032'],
  ['resnet18: (parameters + buffers) × 4 and file', '46,796,448', '46,827,520'],
  ['resnet34: (parameters + buffers) × 4 and file', '87,258,784', '87,306,240'],
  ['resnet50: (parameters + buffers) × 4 and file', '102,440,608', '102,502,400'],
  ['inception_v3 with aux: (parameters + buffers) × 4 and file', '108,789,952', '108,857,766'],
  ['MB and MiB of torchvision’s ResNet-50', '97.8\u00a0MiB', '102.5\u00a0MB'],
  ['Keras: 25,557,032 + 53,120 + 26,560', '53,120', '26,560', '25,636,712'],
  ['files that break the rule', '242.896', '49.731', '21.554', '21.114'],
  ['int8 in MiB', '24.56\u00a0MiB', '3.46\u00a0MiB', '132.05\u00a0MiB', '58.22\u00a0MiB'],
  ['Llama 2 7B: float16, int8, int4 in groups of 128 and 32', '13.48', '6.75', '3.48', '3.79'],
  ['bits of a weight', '4.125', '4.126', '4.501', '6.5625', '8.5'],
  ['Adam: 16 bytes for each parameter of ResNet-50', '408.9\u00a0MB'],
  ['exercises: 30 M in float16, MobileNetV2, 70 billion at 4.3125 bits', '57.2', '14,156,352', '37.73'],
] as const;

const texts = new Map(
  await Promise.all(locales.map(async (locale) => [locale, await noteText(locale, 'model-size')] as const)),
);

describe.each(locales)('the note on model size (%s)', (locale) => {
  it.each(figures)('shows %s', (_, ...numbers) => {
    for (const number of numbers) expect(texts.get(locale)).toContain(number);
  });
});

describe('the published int8 files', () => {
  const facts = loadFacts();

  it.each([
    ['onnx-resnet50-int8-file', 'resnet50'],
    ['onnx-resnet50-qdq-file', 'resnet50'],
    ['onnx-mobilenetv2-int8-file', 'mobilenet_v2'],
    ['onnx-vgg16-int8-file', 'vgg16'],
    ['onnx-alexnet-int8-file', 'alexnet_two_towers'],
  ])('%s is within 0.07 MiB of the counted weights of %s', (fact, name) => {
    const counted = quantizedWeightBytes(architectureNamed(name).build(), { bits: 8, granularity: 'channel' });
    expect(Math.abs((facts.get(fact)?.value ?? NaN) - counted) / bytesPerMebibyte).toBeLessThan(0.07);
  });
});
