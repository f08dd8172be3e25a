import { describe, expect, it } from 'vitest';
import type { PrintedCount, ReconcileStep, StatedReading } from '../../../src/engine/index.ts';
import {
  architectureNamed,
  countAs,
  countingStepsOfRows,
  explain,
  lastPlaceOf,
  printedCount,
  readingSteps,
  roundingOf,
  summarize,
} from '../../../src/engine/index.ts';
import torchvision from '../../oracles/torchvision.json' with { type: 'json' };

const giga = (digits: string): PrintedCount => ({ digits, scale: 1e9 });
const sumOf = (steps: readonly { readonly amount: number }[]): number =>
  steps.reduce((total, { amount }) => total + amount, 0);

describe('a printed count', () => {
  it('states a whole number, of which the last digit stands for a place', () => {
    expect(printedCount(giga('4.09'))).toBe(4_090_000_000);
    expect(lastPlaceOf(giga('4.09'))).toBe(10_000_000);
    expect(printedCount({ digits: '1554650000', scale: 1 })).toBe(1_554_650_000);
    expect(lastPlaceOf({ digits: '3500', scale: 1e6, lastPlace: 1e8 })).toBe(1e8);
  });

  it('is refused when it is no number', () => {
    expect(() => printedCount(giga('4,09'))).toThrow(
      new RangeError('digits must state a whole count, not 4,09'),
    );
  });

  it.each([
    ['4.09', 4_089_184_256, 'rounded'],
    ['4.08', 4_089_184_256, 'cutOff'],
    ['4.10', 4_089_184_256, undefined],
    ['4.095', 4_094_500_000, 'rounded'],
    ['4.094', 4_094_500_000, 'rounded'],
  ] as const)('prints %s of %i: %s', (digits, exact, rounding) => {
    expect(roundingOf(giga(digits), exact)).toBe(rounding);
  });
});

describe('ResNet-50 as it is printed', () => {
  const cases: readonly [string, StatedReading, readonly (readonly [ReconcileStep['name'], number])[]][] = [
    [
      '3.5',
      {},
      [
        ['stridePlace', -231_211_008],
        ['projections', -359_661_568],
        ['rounded', 1_688_320],
      ],
    ],
    [
      '3.8',
      { counter: 'macs', strideInFirst: true },
      [
        ['stridePlace', -231_211_008],
        ['cutOff', -57_973_248],
      ],
    ],
    [
      '3.86',
      {},
      [
        ['stridePlace', -231_211_008],
        ['rounded', 2_026_752],
      ],
    ],
    ['4.09', { counter: 'torchvision' }, [['rounded', 815_744]]],
    [
      '4.11',
      { counter: 'timm' },
      [
        ['normalization', 22_227_968],
        ['pooling', 100_352],
        ['rounded', -1_512_576],
      ],
    ],
    [
      '4.13',
      { counter: 'thop' },
      [
        ['normalization', 44_455_936],
        ['pooling', 102_400],
        ['rounded', -3_742_592],
      ],
    ],
    [
      '4.14',
      { counter: 'thop earlier' },
      [
        ['linearAdditions', 2_047_000],
        ['normalization', 44_455_936],
        ['pooling', 102_400],
        ['rounded', 4_210_408],
      ],
    ],
    [
      '8.18',
      { counter: 'torchinfo', batch: 2 },
      [
        ['bias', 1000],
        ['weightsOnce', 53_120],
        ['batch', 4_089_238_376],
        ['rounded', 1_523_248],
      ],
    ],
    [
      '8.21',
      { counter: 'calflops' },
      [
        ['doubling', 4_089_184_256],
        ['normalization', 22_227_968],
        ['activations', 9_608_704],
        ['pooling', 903_168],
        ['rounded', -1_108_352],
      ],
    ],
  ];

  it.each(cases)('%s G is 4,089,184,256 multiply-adds and named steps', (digits, stated, steps) => {
    const found = explain('resnet50', giga(digits), stated);
    expect(found.steps.map(({ name, amount }) => [name, amount])).toEqual([
      ['macs', 4_089_184_256],
      ...steps,
    ]);
    expect(sumOf(found.steps)).toBe(printedCount(giga(digits)));
    expect(found.gap).toBe(0);
  });

  it('cannot be 4.5 G, and says how far off that is', () => {
    const found = explain('resnet50', giga('4.500'), {});
    expect(found.steps.at(-1)).toEqual({ name: 'open', amount: 4_500_000_000 - 4_089_184_256 });
    expect(found.gap).toBe(4_500_000_000 - 4_089_184_256);
  });

  it('tells a reading the source states from one that was found', () => {
    expect(explain('resnet50', giga('4.09'), { counter: 'torchvision' }).stated).toBe(true);
    expect(explain('resnet50', giga('3.86'), { counter: 'macs' }).stated).toBe(false);
  });
});

describe('ViT-B/16 as it is printed', () => {
  it('is 17.56 G with all of its attention', () => {
    expect(explain('vit_b_16', giga('17.56'), {}).steps.map(({ name }) => name)).toEqual(['macs', 'rounded']);
  });

  it('is 16.86 G when autograd is on and the two products of attention are lost', () => {
    expect(explain('vit_b_16', giga('16.86'), { counter: 'ptflops aten' }).steps).toEqual([
      { name: 'macs', amount: 17_563_828_224 },
      { name: 'unseenProducts', amount: -715_327_488 },
      { name: 'bias', amount: 16_491_496 },
      { name: 'rounded', amount: -4_992_232 },
    ]);
  });

  it('is 11.28 G when the fused kernel hides the projections too', () => {
    const { steps } = explain('vit_b_16', giga('11.28'), { counter: 'ptflops aten' });
    expect(steps.find(({ name }) => name === 'unseenProjections')?.amount).toBe(-5_577_375_744);
    expect(sumOf(steps)).toBe(11_280_000_000);
  });

  // What the tools printed with autograd on: PyTorch 2.6, CPU, batch 1.
  it.each([
    ['fvcore', 16_867_412_736],
    ['ptflops aten', 16_864_992_232],
    ['torch FlopCounterMode', 33_697_001_472],
    ['deepspeed', 35_153_981_184],
  ] as const)('is what %s prints under autograd, %i', (tool, count) => {
    const { rows } = summarize(architectureNamed('vit_b_16').build());
    const steps = countingStepsOfRows(tool, rows, { autograd: true });
    expect(steps.reduce((total, { operations }) => total + operations, 0)).toBe(count);
  });
});

describe('a reading', () => {
  it.each(torchvision.rows)('of torchvision gives $publishedGigaMacs for $model at $input', (row) => {
    const printed = { digits: String(row.publishedGigaMacs), scale: 1e9, lastPlace: 1e6 };
    const name = row.model.replace('quantized_', '');
    const found = explain(name, printed, { counter: 'torchvision', input: row.input });
    expect(found.stated).toBe(true);
    expect(sumOf(found.steps)).toBe(printedCount(printed));
    expect(found.gap).toBe(0);
  });

  it('counts a backward pass as two forward passes, and a batch sample by sample', () => {
    const forward = sumOf(readingSteps('alexnet', { counter: 'calflops' }));
    expect(sumOf(readingSteps('alexnet', { counter: 'calflops', backward: true }))).toBe(3 * forward);
    expect(sumOf(readingSteps('alexnet', { counter: 'calflops', batch: 8 }))).toBe(8 * forward);
  });

  it('takes the MACs a tool prints beside its FLOPs, and refuses them of a tool that prints one number', () => {
    expect(sumOf(readingSteps('resnet18', { counter: 'deepspeed', number: 'macs' }))).toBe(
      countAs('deepspeed', architectureNamed('resnet18').build()).macs,
    );
    expect(() => readingSteps('resnet18', { counter: 'fvcore', number: 'macs' })).toThrow(
      new RangeError('number must be count for fvcore, which prints one number'),
    );
  });

  it('refuses a v1 of a network that has none', () => {
    expect(() => readingSteps('vgg16', { counter: 'macs', strideInFirst: true })).toThrow(
      new RangeError('strideInFirst must not be true: there is no v1 of vgg16'),
    );
  });

  it('runs Inception v3 at 224×224, where the head that does not run would not fit', () => {
    expect(sumOf(readingSteps('inception_v3', { counter: 'macs', input: [3, 224, 224] }))).toBe(
      2_837_921_120,
    );
  });
});
