import { describe, expect, it } from 'vitest';
import type { Network, Operator } from '../../../src/engine/index.ts';
import {
  architectureNamed,
  batchNorm,
  fileBytes,
  linear,
  NetworkBuilder,
  stateDictBytes,
} from '../../../src/engine/index.ts';

function networkOf(path: string, input: readonly number[], operator: Operator): Network {
  const net = new NetworkBuilder(input);
  return net.build(net.add(path, operator, [net.input]));
}

describe('fileBytes in safetensors', () => {
  it('is length, header and data: one linear layer', () => {
    const header =
      '{"fc.bias":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},' +
      '"fc.weight":{"dtype":"F32","shape":[2,3],"data_offsets":[8,32]}}';
    expect(header.length % 8).toBe(4);
    const network = networkOf('fc', [3], linear({ inFeatures: 3, outFeatures: 2 }));
    expect(fileBytes(network, { container: 'safetensors', dtype: 'float32' })).toBe(
      8 + header.length + 4 + 32,
    );
  });

  it('puts 8-byte counters first, whatever their names, and keeps them in half precision', () => {
    const header =
      '{"bn.num_batches_tracked":{"dtype":"I64","shape":[],"data_offsets":[0,8]},' +
      '"bn.bias":{"dtype":"F16","shape":[2],"data_offsets":[8,12]},' +
      '"bn.running_mean":{"dtype":"F16","shape":[2],"data_offsets":[12,16]},' +
      '"bn.running_var":{"dtype":"F16","shape":[2],"data_offsets":[16,20]},' +
      '"bn.weight":{"dtype":"F16","shape":[2],"data_offsets":[20,24]}}';
    const network = networkOf('bn', [2, 4, 4], batchNorm({ channels: 2 }));
    expect(fileBytes(network, { container: 'safetensors', dtype: 'float16' })).toBe(
      8 + Math.ceil(header.length / 8) * 8 + 24,
    );
  });

  it('stores tied data once: GPT-2’s embedding is also its output layer', () => {
    const network = architectureNamed('gpt2').build();
    const headerBytes =
      fileBytes(network, { container: 'safetensors', dtype: 'float32' }) - stateDictBytes(network, 'float32');
    // 148 tensors at about 90 bytes.
    expect(headerBytes).toBeGreaterThan(148 * 70);
    expect(headerBytes).toBeLessThan(148 * 110);
  });

  it('refuses integer weights, naming the type', () => {
    const network = networkOf('fc', [3], linear({ inFeatures: 3, outFeatures: 2 }));
    // @ts-expect-error a type that is not among those of the container, as an address may have it
    expect(() => fileBytes(network, { container: 'safetensors', dtype: 'int8' })).toThrow(
      /dtype of safetensors .* not int8/,
    );
  });

  it('refuses a container it does not know, naming those it knows', () => {
    const network = networkOf('fc', [3], linear({ inFeatures: 3, outFeatures: 2 }));
    // @ts-expect-error a container that is not known, as an address may have it
    expect(() => fileBytes(network, { container: 'tar', dtype: 'float32' })).toThrow(
      /container must be pytorch, .* not tar/,
    );
  });
});
