import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Network } from '../../../src/engine/index.ts';
import {
  activation,
  adaptivePooling,
  add,
  architectureNamed,
  checkpointSegments,
  convolution,
  flatten,
  liveElements,
  NetworkBuilder,
  peakActivationBytes,
  pooling,
  product,
  savedValues,
  scheduleOf,
  softmax,
  summarize,
  upsampleLike,
} from '../../../src/engine/index.ts';
import { threeSteps } from './networks.ts';

const float32 = { dtype: 'float32' } as const;

/** A chain of pointwise convolutions, some inside a residual sum, with the widths given. */
function chainOf(widths: readonly { channels: number; residual: boolean }[]): Network {
  const net = new NetworkBuilder([2, 3, 3]);
  let value = net.input;
  widths.forEach(({ channels, residual }, index) => {
    const inChannels = value.shape[0] ?? 1;
    const outChannels = residual ? inChannels : channels;
    const pointwise = convolution({ inChannels, outChannels, kernel: [1, 1] });
    const active = net.chain(value, [
      [`${index}.conv`, pointwise],
      [`${index}.relu`, activation('relu')],
    ]);
    value = residual ? net.add(`${index}.add`, add(), [active, value]) : active;
  });
  return net.build(value);
}

const anyChain = fc
  .array(fc.record({ channels: fc.integer({ min: 1, max: 9 }), residual: fc.boolean() }), {
    minLength: 1,
    maxLength: 12,
  })
  .map(chainOf);

describe('peakActivationBytes in inference', () => {
  it('keeps an array until its last use: 16 + 32, 32 + 32, 32 + 16 elements', () => {
    expect(liveElements(scheduleOf(threeSteps(), [1, 4, 4]))).toEqual([48, 64, 48]);
    expect(peakActivationBytes(threeSteps(), { ...float32, mode: 'inference' })).toBe(256);
  });

  it('is three arrays of 256×56×56 in ResNet-50: a block, its shortcut, and the norm between', () => {
    const bytes = peakActivationBytes(architectureNamed('resnet50').build(), {
      ...float32,
      mode: 'inference',
    });
    expect(bytes).toBe(3 * 256 * 56 * 56 * 4);
  });

  it('counts views once', () => {
    const net = new NetworkBuilder([4, 2, 2]);
    const value = net.chain(net.input, [
      ['identity', activation('identity')],
      ['flatten', flatten()],
      ['relu', activation('relu')],
    ]);
    expect(peakActivationBytes(net.build(value), { ...float32, mode: 'inference' })).toBe(2 * 16 * 4);
  });

  it("does not keep a map alive for its size's sake", () => {
    const net = new NetworkBuilder([1, 8, 8]);
    const pooled = net.chain(net.input, [
      ['conv', convolution({ inChannels: 1, outChannels: 1, kernel: [2, 2], stride: [2, 2] })],
      ['relu', activation('relu')],
    ]);
    const value = net.add('up', upsampleLike({ mode: 'nearest' }), [pooled, net.input]);
    // 64 + 16, 16 + 16, 16 + 64: the input is gone by then.
    expect(liveElements(scheduleOf(net.build(value), [1, 8, 8]))).toEqual([80, 32, 80]);
  });

  it('is never below the largest array nor above all of them together', () => {
    fc.assert(
      fc.property(anyChain, (network) => {
        const { rows, outputElements } = summarize(network);
        const largest = Math.max(...rows.map((row) => row.outputElements));
        const peak = peakActivationBytes(network, { ...float32, mode: 'inference' }) / 4;
        expect(peak).toBeGreaterThanOrEqual(largest);
        expect(peak).toBeLessThanOrEqual(outputElements + product(network.input));
      }),
    );
  });
});

describe('peakActivationBytes in training', () => {
  it('keeps what the backward pass reads, and gradients: 16 + 32 + 16 kept, 16 + 32 gradients', () => {
    // Kept: the input, ReLU's output, the result. Going back through the last convolution: the gradients of its output
    // and its input. The first convolution's output is not kept: ReLU's derivative is read off its result.
    expect(peakActivationBytes(threeSteps(), { ...float32, mode: 'training' })).toBe((64 + 48) * 4);
  });

  it('holds at least what is saved, and at most every array and its gradient', () => {
    fc.assert(
      fc.property(anyChain, (network) => {
        const { rows, outputElements } = summarize(network);
        const kept = rows.filter(({ kind }) => kind === 'activation');
        const saved = kept.reduce((total, row) => total + row.outputElements, product(network.input));
        const peak = peakActivationBytes(network, { ...float32, mode: 'training' }) / 4;
        expect(peak).toBeGreaterThanOrEqual(saved);
        expect(peak).toBeLessThanOrEqual(2 * (outputElements + product(network.input)));
      }),
    );
  });

  it('holds every residual sum until its convolution has gone back', () => {
    // 2×3×3 = 18 elements an array. Kept: input, ReLU, sum (the second convolution reads it), its ReLU, the last sum;
    // the last sum's gradient goes to both the second ReLU and the first sum: 5 + 3 arrays.
    const network = chainOf([
      { channels: 2, residual: true },
      { channels: 2, residual: true },
    ]);
    expect(peakActivationBytes(network, { ...float32, mode: 'training' })).toBe((5 + 3) * 18 * 4);
  });

  it.each(['vgg16', 'resnet50', 'densenet121', 'vit_b_16', 'mobilenet_v2'])(
    'of %s falls under checkpointing',
    (name) => {
      const network = architectureNamed(name).build();
      const training = peakActivationBytes(network, { ...float32, mode: 'training' });
      expect(peakActivationBytes(network, { ...float32, mode: 'checkpointing' })).toBeLessThan(training);
    },
  );
});

describe('peakActivationBytes', () => {
  it('grows with the batch and with the bits', () => {
    const network = threeSteps();
    const options = { ...float32, mode: 'inference' } as const;
    expect(peakActivationBytes(network, { ...options, batch: 7 })).toBe(7 * 256);
    expect(peakActivationBytes(network, { ...options, dtype: 'bfloat16' })).toBe(128);
    expect(peakActivationBytes(network, { ...options, input: [1, 8, 8] })).toBe(4 * 256);
    expect(() => peakActivationBytes(network, { ...options, batch: 0 })).toThrow('batch must be');
  });
});

describe('checkpointSegments', () => {
  it('cut ResNet-50 where one array passes, after a sum or its ReLU, about √175 times', () => {
    const schedule = scheduleOf(architectureNamed('resnet50').build(), [3, 224, 224]);
    const segments = checkpointSegments(schedule);
    expect(segments.length).toBe(13);
    const lastSteps = segments.slice(1, -1).map(({ end }) => schedule.steps[end - 1]?.path);
    expect(lastSteps.every((path) => /^layer\d\.\d\.(add|relu)$/.test(path ?? ''))).toBe(true);
  });

  it('cover every step once', () => {
    fc.assert(
      fc.property(anyChain, (network) => {
        const schedule = scheduleOf(network, network.input);
        const segments = checkpointSegments(schedule);
        const steps = segments.flatMap(({ begin, end }) =>
          Array.from({ length: end - begin }, (_, i) => begin + i),
        );
        expect(steps).toEqual(schedule.steps.map((_, index) => index));
      }),
    );
  });
});

describe('savedValues', () => {
  it("follows PyTorch's derivatives", () => {
    expect(savedValues(activation('relu'))).toBe('output');
    expect(savedValues(activation('gelu'))).toBe('inputs');
    expect(savedValues(activation('identity'))).toBe('nothing');
    expect(savedValues(softmax())).toBe('output');
    expect(savedValues(add())).toBe('nothing');
    expect(savedValues(pooling({ kind: 'average', kernel: [2, 2] }))).toBe('inputs');
    expect(savedValues(adaptivePooling({ kind: 'average', outputSizes: [7, 7] }))).toBe('inputs');
    expect(savedValues(adaptivePooling({ kind: 'average', outputSizes: [1, 1] }))).toBe('nothing');
    expect(savedValues(convolution({ inChannels: 1, outChannels: 1, kernel: [1] }))).toBe('inputs');
  });
});
