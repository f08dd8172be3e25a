import { describe, expect, it } from 'vitest';
import { batchNorm, groupNorm, instanceNorm, layerNorm, rmsNorm } from '../../../src/engine/index.ts';

describe('batchNorm', () => {
  it('trains 2C values, keeps 2C statistics, and stores an int64 counter (torch.nn.BatchNorm2d)', () => {
    const operator = batchNorm({ channels: 64 });
    expect([operator.parameters, operator.buffers]).toEqual([128, 128]);
    expect(operator.tensors.map(({ name, shape, dtype }) => [name, shape, dtype])).toEqual([
      ['weight', [64], 'floating'],
      ['bias', [64], 'floating'],
      ['running_mean', [64], 'floating'],
      ['running_var', [64], 'floating'],
      ['num_batches_tracked', [], 'int64'],
    ]);
  });

  it('is one multiplication and one addition per element in inference', () => {
    expect(batchNorm({ channels: 4 }).elementwise([4, 5, 5])).toEqual({
      multiplications: 100,
      additions: 100,
    });
  });

  it('names the channels it was built for', () => {
    expect(() => batchNorm({ channels: 4 }).outputShape([3, 5, 5])).toThrow(
      'input has 3 channels, but channels is 4',
    );
  });
});

describe('layerNorm', () => {
  it('trains a scale and a shift per feature; bias and affine can be left out', () => {
    expect(layerNorm({ shape: [768] }).parameters).toBe(1_536);
    expect(layerNorm({ shape: [768], bias: false }).parameters).toBe(768);
    expect(layerNorm({ shape: [768], affine: false }).parameters).toBe(0);
    expect(layerNorm({ shape: [768] }).buffers).toBe(0);
  });

  it('normalizes the last axes together', () => {
    const operator = layerNorm({ shape: [4, 8] });
    expect(operator.outputShape([3, 4, 8])).toEqual([3, 4, 8]);
    expect(() => operator.outputShape([3, 8, 4])).toThrow('does not end in shape [4, 8]');
  });

  it('normalizes the channels of a map with channelsFirst, one position at a time', () => {
    const operator = layerNorm({ shape: [96], channelsFirst: true });
    expect(operator.outputShape([96, 56, 56])).toEqual([96, 56, 56]);
    expect(operator.elementwise([96, 2, 1]).squareRoots).toBe(2);
    expect(() => operator.outputShape([56, 56, 96])).toThrow('input has 56 channels, but channels is 96');
  });

  it('counts its definition step by step', () => {
    // 4 values: mean 3 + and 1 ÷; centring 4 +; squares 4 ×; variance 3 + and 1 ÷; ε 1 +, root; 4 ÷; γ 4 ×; β 4 +.
    expect(layerNorm({ shape: [4] }).elementwise([4])).toEqual({
      additions: 15,
      multiplications: 8,
      divisions: 6,
      squareRoots: 1,
    });
  });
});

describe('rmsNorm', () => {
  it('trains a scale per feature', () => {
    expect(rmsNorm({ features: 4096 }).parameters).toBe(4_096);
  });

  it('does not centre', () => {
    // 4 values: squares 4 ×; their sum 3 +; mean 1 ÷; ε 1 +, root; 4 ÷; γ 4 ×.
    expect(rmsNorm({ features: 4 }).elementwise([2, 4])).toEqual({
      multiplications: 16,
      additions: 8,
      divisions: 10,
      squareRoots: 2,
    });
  });
});

describe('groupNorm and instanceNorm', () => {
  it('keep no statistics unless told; torch.nn.InstanceNorm2d trains nothing by default', () => {
    expect(groupNorm({ groups: 32, channels: 256 }).parameters).toBe(512);
    expect(groupNorm({ groups: 32, channels: 256 }).buffers).toBe(0);
    expect(instanceNorm({ channels: 64 }).tensors).toEqual([]);
    expect(instanceNorm({ channels: 64, affine: true, tracked: true }).parameters).toBe(128);
    expect(instanceNorm({ channels: 64, affine: true, tracked: true }).buffers).toBe(128);
  });

  it('take a root per group, or per channel; running statistics take none', () => {
    expect(groupNorm({ groups: 4, channels: 8 }).elementwise([8, 3, 3]).squareRoots).toBe(4);
    expect(instanceNorm({ channels: 8 }).elementwise([8, 3, 3]).squareRoots).toBe(8);
    expect(instanceNorm({ channels: 8, tracked: true }).elementwise([8, 3, 3])).toEqual({
      multiplications: 72,
      additions: 72,
    });
  });

  it('cost the same when every channel is a group', () => {
    const input = [8, 3, 3];
    expect(groupNorm({ groups: 8, channels: 8 }).elementwise(input)).toEqual(
      instanceNorm({ channels: 8, affine: true }).elementwise(input),
    );
  });

  it('refuse groups that do not divide the channels', () => {
    expect(() => groupNorm({ groups: 3, channels: 8 })).toThrow(
      'groups must divide channels: 8 is not a multiple of 3',
    );
  });
});
