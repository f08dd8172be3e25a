import { describe, expect, it } from 'vitest';
import {
  architectureNamed,
  evaluate,
  keyValueCacheBytes,
  keyValueCacheFormula,
  keyValueElementsFormula,
  keyValueHeads,
  multiHeadAttention,
  NetworkBuilder,
} from '../../../src/engine/index.ts';

const headsOf = (name: string): ReturnType<typeof keyValueHeads> =>
  keyValueHeads(architectureNamed(name).build());

describe('keyValueHeads', () => {
  it.each([
    // From the released config.json files: layers, num_key_value_heads, hidden_size / num_attention_heads.
    ['llama2_7b', 32, 32, 128],
    ['llama2_70b', 80, 8, 128],
    ['llama3_8b', 32, 8, 128],
    ['gpt2', 12, 12, 64],
    ['resnet50', 0, 0, 0],
  ])('of %s', (name, layers, heads, features) => {
    expect(headsOf(name)).toEqual({ layers, keyValueHeads: heads, headFeatures: features });
  });

  it('refuses a network whose layers differ', () => {
    const net = new NetworkBuilder([3, 8]);
    const value = net.chain(net.input, [
      ['a', multiHeadAttention({ features: 8, heads: 2 })],
      ['b', multiHeadAttention({ features: 8, heads: 4 })],
    ]);
    expect(() => keyValueHeads(net.build(value))).toThrow('same key-value heads');
  });
});

describe('keyValueCacheBytes', () => {
  it('is 512 KiB a token for Llama 2 7B in float16, 2 GiB for its 4096, a quarter for Llama 3 8B', () => {
    const one = keyValueCacheBytes(headsOf('llama2_7b'), { tokens: 1, dtype: 'float16' });
    expect(one).toBe(512 * 1024);
    expect(keyValueCacheBytes(headsOf('llama2_7b'), { tokens: 4096, dtype: 'float16' })).toBe(2 ** 31);
    expect(keyValueCacheBytes(headsOf('llama3_8b'), { tokens: 1, dtype: 'float16' })).toBe(one / 4);
  });

  it('is what its formula gives', () => {
    const { layers, keyValueHeads: heads, headFeatures } = headsOf('llama3_8b');
    const values = { L: layers, h_kv: heads, d_h: headFeatures, T: 8192, N: 5, b: 8 };
    const bytes = keyValueCacheBytes(headsOf('llama3_8b'), { tokens: 8192, batch: 5, dtype: 'int8' });
    expect(evaluate(keyValueCacheFormula.expression, values)).toBe(bytes);
    expect(evaluate(keyValueElementsFormula.expression, values)).toBe(bytes / 5);
  });

  it('refuses tokens that are not whole', () => {
    expect(() => keyValueCacheBytes(headsOf('gpt2'), { tokens: 1.5, dtype: 'float16' })).toThrow(
      'tokens must be',
    );
  });
});
