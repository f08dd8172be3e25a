import { describe, expect, it } from 'vitest';
import {
  architectureNamed,
  batchNorm,
  linear,
  NetworkBuilder,
  stateDictBytes,
  tensorsOf,
} from '../../../src/engine/index.ts';

describe('tensorsOf', () => {
  it('names tensors as the state dict does', () => {
    const names = tensorsOf(architectureNamed('resnet18').build()).map((tensor) => tensor.name);
    expect(names.slice(0, 7)).toEqual([
      'conv1.weight',
      'bn1.weight',
      'bn1.bias',
      'bn1.running_mean',
      'bn1.running_var',
      'bn1.num_batches_tracked',
      'layer1.0.conv1.weight',
    ]);
    expect(names).toContain('layer4.0.downsample.1.num_batches_tracked');
  });

  it('lists a tied weight twice and says whose data it is', () => {
    const net = new NetworkBuilder([8]);
    const own = linear({ inFeatures: 8, outFeatures: 8, bias: false });
    const first = net.add('first', own, [net.input]);
    const network = net.build(net.add('second', own, [first], { tiedTo: 'first' }));
    expect(tensorsOf(network).map(({ name, sharesDataOf }) => [name, sharesDataOf])).toEqual([
      ['first.weight', undefined],
      ['second.weight', 'first.weight'],
    ]);
    expect(stateDictBytes(network, 'float32')).toBe(8 * 8 * 4);
  });
});

describe('stateDictBytes', () => {
  it('counts parameters, buffers and 8-byte counters of ResNet-50 (PyTorch 2.6: 102,441,032)', () => {
    expect(stateDictBytes(architectureNamed('resnet50').build(), 'float32')).toBe(102_441_032);
  });

  it('keeps counters at 8 bytes in half precision', () => {
    const net = new NetworkBuilder([16, 2, 2]);
    const network = net.build(net.add('bn', batchNorm({ channels: 16 }), [net.input]));
    expect(stateDictBytes(network, 'float16')).toBe(4 * 16 * 2 + 8);
  });
});
