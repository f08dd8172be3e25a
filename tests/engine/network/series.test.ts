import { describe, expect, it } from 'vitest';
import { activation, convolution, countAs, inSeries, summarize } from '../../../src/engine/index.ts';

describe('inSeries', () => {
  const layers = [
    convolution({ inChannels: 3, outChannels: 1, kernel: [2, 2] }),
    activation('relu'),
    convolution({ inChannels: 1, outChannels: 2, kernel: [1, 1] }),
  ];

  it('names the layers as torch.nn.Sequential does, each reading the one before', () => {
    const { rows, outputShape } = summarize(inSeries([3, 4, 4], layers));
    expect(rows.map(({ path }) => path)).toEqual(['0', '1', '2']);
    expect(outputShape).toEqual([2, 3, 3]);
  });

  it('lets a tool count one layer: 12 weights at one position', () => {
    expect(countAs('thop', inSeries([3, 2, 2], layers.slice(0, 1))).count).toBe(12);
  });

  it('refuses layers that do not fit', () => {
    expect(() => inSeries([4, 4, 4], layers)).toThrow('input has 4 channels, but inChannels is 3');
  });
});
