import { describe, expect, it } from 'vitest';
import { trainingStateBytes } from '../../../src/engine/index.ts';

const resnet50 = 25_557_032;

describe('trainingStateBytes', () => {
  it('is 16 bytes for each parameter with Adam: 408.9 MB for ResNet-50', () => {
    expect(trainingStateBytes(resnet50, 'adam')).toEqual({
      weightBytes: 102_228_128,
      gradientBytes: 102_228_128,
      masterWeightBytes: 0,
      optimizerBytes: 204_456_256,
      totalBytes: 408_912_512,
    });
  });

  it('is 16 bytes as well with 16-bit weights and a master copy (arXiv 1910.02054, §3.1)', () => {
    expect(trainingStateBytes(resnet50, 'adamMixedPrecision')).toEqual({
      weightBytes: 51_114_064,
      gradientBytes: 51_114_064,
      masterWeightBytes: 102_228_128,
      optimizerBytes: 204_456_256,
      totalBytes: 408_912_512,
    });
  });

  it('is 8 bytes with SGD and 12 with a momentum', () => {
    expect(trainingStateBytes(1000, 'sgd').totalBytes).toBe(8000);
    expect(trainingStateBytes(1000, 'momentum').totalBytes).toBe(12_000);
  });

  it('is a little over 10 bytes with 8-bit moments, for a scale on every 2048 values', () => {
    expect(trainingStateBytes(2048, 'adam8Bit').optimizerBytes).toBe(2 * (2048 + 4));
    expect(trainingStateBytes(2049, 'adam8Bit').optimizerBytes).toBe(2 * (2049 + 8));
    expect(trainingStateBytes(resnet50, 'adam8Bit').totalBytes / resnet50).toBeCloseTo(10.004, 3);
  });

  it('refuses a fraction of a parameter', () => {
    expect(() => trainingStateBytes(0.5, 'sgd')).toThrow('parameters must be a whole number');
  });
});
