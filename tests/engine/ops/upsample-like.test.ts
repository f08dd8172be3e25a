import { describe, expect, it } from 'vitest';
import { upsampleLike } from '../../../src/engine/index.ts';

describe('upsampleLike', () => {
  it('takes channels from the first map and sizes from the second', () => {
    expect(upsampleLike({ mode: 'bilinear' }).outputShape([21, 65, 65], [3, 520, 480])).toEqual([
      21, 520, 480,
    ]);
  });

  it('mixes four neighbours per output element when bilinear, 21 · 4 · 6 of them', () => {
    const operations = upsampleLike({ mode: 'bilinear' }).elementwise([21, 2, 2], [3, 4, 6]);
    expect(operations).toEqual({ multiplications: 2016, additions: 1512 });
  });

  it('only copies when nearest', () => {
    expect(upsampleLike({ mode: 'nearest' }).elementwise([21, 2, 2], [3, 4, 6])).toEqual({});
  });

  it('has no MACs and no parameters', () => {
    const operator = upsampleLike({ mode: 'bilinear' });
    expect([operator.macs([21, 2, 2], [3, 4, 6]), operator.parameters]).toEqual([0, 0]);
  });

  it('refuses one input, and a second one that is no map', () => {
    const operator = upsampleLike({ mode: 'bilinear' });
    expect(() => operator.outputShape([21, 65, 65])).toThrow(
      new RangeError('upsampleLike takes 2 inputs, not 1'),
    );
    expect(() => operator.outputShape([21, 65, 65], [1000])).toThrow(
      new RangeError('input must have 3 axes, not 1 ([1000])'),
    );
  });
});
