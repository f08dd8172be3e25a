import { describe, expect, it } from 'vitest';
import { architectureNamed, rowAt, summarize } from '../../../src/engine/index.ts';

describe('alexnet_two_towers', () => {
  const summary = summarize(architectureNamed('alexnet_two_towers').build());

  it('has 60,965,224 parameters (bvlc_alexnet.caffemodel)', () => {
    expect(summary.parameters).toBe(60_965_224);
  });

  it('shrinks 227 to 55, 27, 13 and 6 positions (Krizhevsky et al. 2012, section 3.5)', () => {
    const sizes = ['conv1', 'conv2', 'conv3', 'pool5'].map((path) => rowAt(summary, path).outputShape);
    expect(sizes).toEqual([
      [96, 55, 55],
      [256, 27, 27],
      [384, 13, 13],
      [256, 6, 6],
    ]);
  });
});
