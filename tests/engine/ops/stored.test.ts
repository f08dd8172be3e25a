import { describe, expect, it } from 'vitest';
import { bufferTensor, embedding, linear, parameterTensor } from '../../../src/engine/index.ts';

describe('stored tensors', () => {
  it('are parameters that give their own shape', () => {
    const positions = parameterTensor({ name: 'pos_embedding', shape: [1, 197, 768] });
    expect(positions.parameters).toBe(151_296);
    expect(positions.outputShape()).toEqual([1, 197, 768]);
    expect(positions.tensors[0]?.name).toBe('pos_embedding');
    expect(() => positions.outputShape([3])).toThrow('parameter takes 0 inputs, not 1');
  });

  it('may be scalars', () => {
    expect(parameterTensor({ shape: [] }).parameters).toBe(1);
  });

  it('are no floating buffers when they are integers', () => {
    const index = bufferTensor({ name: 'relative_position_index', shape: [2401], dtype: 'int64' });
    expect([index.parameters, index.buffers]).toEqual([0, 0]);
    expect(bufferTensor({ shape: [7], dtype: 'floating' }).buffers).toBe(7);
  });
});

describe('embedding', () => {
  it('looks rows up without multiplying (GPT-2: 50,257 × 768)', () => {
    const table = embedding({ count: 50_257, features: 768 });
    expect(table.parameters).toBe(38_597_376);
    expect(table.outputShape([1024])).toEqual([1024, 768]);
    expect(table.macs([1024])).toBe(0);
    expect(() => table.outputShape([2, 1024])).toThrow('input must be [tokens], not [2, 1024]');
  });
});

describe('linear', () => {
  it('multiplies for every leading position', () => {
    const layer = linear({ inFeatures: 768, outFeatures: 3072 });
    expect(layer.parameters).toBe(2_362_368);
    expect(layer.outputShape([14, 14, 768])).toEqual([14, 14, 3072]);
    expect(layer.macs([197, 768])).toBe(197 * 768 * 3072);
    expect(layer.macs([768])).toBe(768 * 3072);
    expect(linear({ inFeatures: 768, outFeatures: 3072, bias: false }).elementwise([768])).toEqual({});
  });

  it('names the features it was built for', () => {
    expect(() => linear({ inFeatures: 4, outFeatures: 2 }).outputShape([3])).toThrow(
      'input ends in 3 features, but inFeatures is 4',
    );
    expect(() => linear({ inFeatures: 0, outFeatures: 2 })).toThrow(
      'inFeatures must be a whole number of at least 1, not 0',
    );
  });
});
