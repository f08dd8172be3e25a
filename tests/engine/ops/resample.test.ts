import { describe, expect, it } from 'vitest';
import { mean, sumOver, upsample } from '../../../src/engine/index.ts';

describe('upsample', () => {
  it('goes to given sizes or by a factor', () => {
    expect(upsample({ mode: 'bilinear', outputSizes: [224, 200] }).outputShape([21, 28, 28])).toEqual([
      21, 224, 200,
    ]);
    expect(upsample({ mode: 'nearest', scale: [2, 2] }).outputShape([64, 7, 5])).toEqual([64, 14, 10]);
  });

  it('copies, or mixes four neighbours, and has no MACs either way', () => {
    const bilinear = upsample({ mode: 'bilinear', scale: [2, 2] });
    expect(bilinear.elementwise([1, 3, 3])).toEqual({ multiplications: 144, additions: 108 });
    expect(bilinear.macs([1, 3, 3])).toBe(0);
    expect(upsample({ mode: 'nearest', scale: [2, 2] }).elementwise([1, 3, 3])).toEqual({});
  });

  it('wants exactly one of sizes and factor, and two axes for bilinear', () => {
    expect(() => upsample({ mode: 'nearest' })).toThrow('outputSizes or scale must be given');
    expect(() => upsample({ mode: 'nearest', scale: [2], outputSizes: [4] })).toThrow('only one of them');
    expect(() => upsample({ mode: 'bilinear', scale: [2] })).toThrow('bilinear needs 2 axes, not 1');
    expect(() => upsample({ mode: 'nearest', scale: [0.5] })).toThrow('scale[0] must be a whole number');
  });
});

describe('mean', () => {
  it('drops the axes it takes the mean over, or keeps them as 1', () => {
    expect(mean({ axes: [1, 2] }).outputShape([1280, 7, 7])).toEqual([1280]);
    expect(mean({ axes: [-1, -2], keepAxes: true }).outputShape([1280, 7, 7])).toEqual([1280, 1, 1]);
  });

  it('adds n − 1 times and divides once for a mean of n', () => {
    expect(mean({ axes: [0] }).elementwise([196, 512])).toEqual({ additions: 195 * 512, divisions: 512 });
  });

  it('refuses an axis twice or not there', () => {
    expect(() => mean({ axes: [1, -1] }).outputShape([3, 4])).toThrow('each once');
    expect(() => mean({ axes: [2] }).outputShape([3, 4])).toThrow('axes[0] must be an axis of 2, not 2');
    expect(() => mean({ axes: [] }).outputShape([3, 4])).toThrow('one axis or more');
  });
});

describe('sumOver', () => {
  it('drops the axes and adds one time fewer than there are values, for each sum', () => {
    expect(sumOver({ axes: [0] }).outputShape([4, 3])).toEqual([3]);
    expect(sumOver({ axes: [0] }).elementwise([4, 3])).toEqual({ additions: 9 });
    expect(sumOver({ axes: [0, -1] }).outputShape([4, 3])).toEqual([]);
    expect(() => sumOver({ axes: [] }).outputShape([4, 3])).toThrow(RangeError);
  });
});
