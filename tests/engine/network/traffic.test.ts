import { describe, expect, it } from 'vitest';
import type { Operator, Row } from '../../../src/engine/index.ts';
import {
  arithmeticIntensity,
  bytesMoved,
  convolution,
  embedding,
  flatten,
  NetworkBuilder,
  rowAt,
  summarize,
} from '../../../src/engine/index.ts';

function rowOf(operator: Operator, input: readonly number[]): Row {
  const net = new NetworkBuilder(input);
  return rowAt(summarize(net.build(net.add('it', operator, [net.input]))), 'it');
}

const float32 = { dtype: 'float32' } as const;
const map = [64, 56, 56];
const square = { kernel: [3, 3], padding: [1, 1], bias: false };

describe('bytesMoved', () => {
  it('reads input and weights once and writes the output once', () => {
    const dense = rowOf(convolution({ inChannels: 64, outChannels: 64, ...square }), map);
    expect(bytesMoved(dense, float32)).toEqual({
      readBytes: (200_704 + 36_864) * 4,
      writtenBytes: 200_704 * 4,
    });
    expect(bytesMoved(dense, { ...float32, batch: 8 })).toEqual({
      readBytes: (8 * 200_704 + 36_864) * 4,
      writtenBytes: 8 * 200_704 * 4,
    });
  });

  it('reads the rows of an embedding it looks up, not the table', () => {
    const table = rowOf(embedding({ count: 50_257, features: 768 }), [10]);
    expect(bytesMoved(table, float32).readBytes).toBe((10 + 7680) * 4);
  });

  it('moves nothing for a view', () => {
    expect(bytesMoved(rowOf(flatten(), map), float32)).toEqual({ readBytes: 0, writtenBytes: 0 });
  });
});

describe('arithmeticIntensity', () => {
  it.each([
    // fp32, 56×56, 64 channels; FLOPs at two per MAC.
    ['dense', { inChannels: 64, outChannels: 64, ...square }, '132'],
    ['pointwise', { inChannels: 64, outChannels: 64, kernel: [1, 1], bias: false }, '15.8'],
    ['depthwise', { inChannels: 64, outChannels: 64, groups: 64, ...square }, '2.25'],
  ])('of a %s convolution', (_, options, expected) => {
    expect(arithmeticIntensity(rowOf(convolution(options), map), float32).toPrecision(3)).toBe(expected);
  });

  it('rises with the batch, as the weights are shared', () => {
    const last = rowOf(convolution({ inChannels: 512, outChannels: 512, ...square }), [512, 7, 7]);
    const one = arithmeticIntensity(last, float32);
    expect(arithmeticIntensity(last, { ...float32, batch: 32 })).toBeGreaterThan(10 * one);
  });

  it('is 0 where nothing is multiplied', () => {
    expect(arithmeticIntensity(rowOf(flatten(), map), float32)).toBe(0);
  });
});
