import { describe, expect, it } from 'vitest';
import { channelShuffle, pad, permute, reshape, slice, split } from '../../../src/engine/index.ts';

describe('reshape', () => {
  it('works out the axis that is left open', () => {
    expect(reshape({ shape: [768, -1] }).outputShape([768, 14, 14])).toEqual([768, 196]);
  });

  it('refuses what does not hold the elements', () => {
    expect(() => reshape({ shape: [5, -1] }).outputShape([768])).toThrow(
      "does not hold the input's 768 elements",
    );
    expect(() => reshape({ shape: [5, 5] }).outputShape([50])).toThrow(RangeError);
    expect(() => reshape({ shape: [-1, -1] })).toThrow('shape may leave one axis open, not 2');
    expect(() => reshape({ shape: [0] })).toThrow('shape[0] must be a whole number of at least 1, not 0');
  });
});

describe('permute', () => {
  it('gives output axis i the input axis order[i]', () => {
    expect(permute({ order: [1, 2, 0] }).outputShape([96, 56, 28])).toEqual([56, 28, 96]);
  });

  it('refuses an order that is none', () => {
    expect(() => permute({ order: [0, 0, 1] })).toThrow('order must name every axis once, not [0, 0, 1]');
    expect(() => permute({ order: [1, 0] }).outputShape([1, 2, 3])).toThrow(
      'order has 2 axes, but the input has 3',
    );
  });
});

describe('slice and split', () => {
  it('keep the axis', () => {
    expect(slice({ axis: 0, begin: 0, end: 1 }).outputShape([197, 768])).toEqual([1, 768]);
    expect(slice({ axis: -1, begin: 2 }).outputShape([197, 768])).toEqual([197, 766]);
  });

  it('take every other position from either parity', () => {
    expect(slice({ axis: 0, begin: 0, step: 2 }).outputShape([7, 3])).toEqual([4, 3]);
    expect(slice({ axis: 0, begin: 1, step: 2 }).outputShape([7, 3])).toEqual([3, 3]);
  });

  it('refuse to reach beyond the input or to take nothing', () => {
    expect(() => slice({ axis: 0, begin: 0, end: 9 }).outputShape([4])).toThrow(
      "end must be at most the axis's 4, not 9",
    );
    expect(() => slice({ axis: 0, begin: 4 }).outputShape([4])).toThrow('begin must be below 4, not 4');
    expect(() => slice({ axis: 0, begin: 2, end: 2 })).toThrow(
      'end must be a whole number of at least 3, not 2',
    );
  });

  it('cut into equal parts only', () => {
    expect(split({ index: 1, parts: 2 }).outputShape([116, 28, 28])).toEqual([58, 28, 28]);
    expect(() => split({ index: 0, parts: 3 }).outputShape([116])).toThrow('116 is not a multiple of 3');
    expect(() => split({ index: 2, parts: 2 })).toThrow('index must be below parts = 2, not 2');
  });
});

describe('channelShuffle and pad', () => {
  it('move data and compute nothing', () => {
    expect(channelShuffle({ groups: 2 }).outputShape([116, 28, 28])).toEqual([116, 28, 28]);
    expect(channelShuffle({ groups: 2 }).elementwise([116, 28, 28])).toEqual({});
    expect(() => channelShuffle({ groups: 3 }).outputShape([116, 1, 1])).toThrow(
      'groups must divide the channels',
    );
  });

  it('pad each end of each spatial axis', () => {
    expect(pad({ padding: [[0, 1], 2] }).outputShape([64, 56, 56])).toEqual([64, 57, 60]);
    expect(() => pad({ padding: [1] }).outputShape([64, 56, 56])).toThrow(
      'padding has 1 axes, but the input has 2',
    );
  });
});
