import { describe, expect, it } from 'vitest';
import { add, broadcastShape, concatenate, flatten, multiply } from '../../../src/engine/index.ts';

describe('broadcastShape', () => {
  it.each([
    [
      [256, 56, 56],
      [256, 1, 1],
      [256, 56, 56],
    ],
    [[197, 768], [768], [197, 768]],
    [
      [3, 1],
      [1, 4],
      [3, 4],
    ],
    [[5], [], [5]],
  ])('[%s] with [%s] is [%s]', (left, right, expected) => {
    expect(broadcastShape(left, right)).toEqual(expected);
    expect(broadcastShape(right, left)).toEqual(expected);
  });

  it('names both shapes when they do not combine', () => {
    expect(() => broadcastShape([3, 4], [2, 4])).toThrow('[3, 4] and [2, 4]');
  });
});

describe('add and multiply', () => {
  it('do one operation less than they have inputs, for each output element', () => {
    expect(add().elementwise([8, 4, 4], [8, 4, 4], [8, 4, 4])).toEqual({ additions: 256 });
    expect(multiply().elementwise([96, 1, 1], [96, 28, 28])).toEqual({ multiplications: 75_264 });
  });

  it('are not multiply-accumulates', () => {
    expect(multiply().macs([96, 1, 1], [96, 28, 28])).toBe(0);
  });

  it('need two inputs', () => {
    expect(() => add().outputShape([3])).toThrow('add takes at least 2 inputs, not 1');
  });
});

describe('concatenate', () => {
  it('joins channels unless told another axis', () => {
    expect(concatenate().outputShape([64, 35, 35], [96, 35, 35])).toEqual([160, 35, 35]);
    expect(concatenate({ axis: -1 }).outputShape([7, 7, 96], [7, 7, 32])).toEqual([7, 7, 128]);
  });

  it('refuses other axes that differ, ranks that differ, and axes that are not there', () => {
    expect(() => concatenate().outputShape([64, 35, 35], [96, 17, 17])).toThrow('differ off axis 0');
    expect(() => concatenate().outputShape([64, 35], [96, 35, 35])).toThrow(RangeError);
    expect(() => concatenate({ axis: 3 }).outputShape([1, 2, 3])).toThrow('axis must be an axis of 3, not 3');
  });
});

describe('flatten', () => {
  it('joins every axis', () => {
    expect(flatten().outputShape([512, 7, 7])).toEqual([25_088]);
  });
});
