import { describe, expect, it } from 'vitest';
import {
  architectureNamed,
  concatenate,
  convolution,
  flatten,
  multiply,
  NetworkBuilder,
  pad,
  receptiveField,
} from '../../../src/engine/index.ts';
import { slimResNet50 } from './networks.ts';

const of = (name: string, path: string) => receptiveField(architectureNamed(name).build(), path);

describe('receptiveField against Araujo et al. 2019, table 1', () => {
  it('of resnet_v1_50 is 483: slim strides in the last block of a stage', () => {
    expect(receptiveField(slimResNet50([1, 224, 224]), 'block4.2.add')).toEqual(
      Array(2).fill(expect.objectContaining({ size: 483, jump: 32 })),
    );
  });

  it("of torchvision's ResNet-50 is 427: the same windows, striding in the first block", () => {
    expect(of('resnet50', 'layer4.2.relu')).toEqual([
      { size: 427, jump: 32, start: -213 },
      { size: 427, jump: 32, start: -213 },
    ]);
  });

  it('of a module is that of its last operator', () => {
    expect(of('resnet50', 'layer4')).toEqual(of('resnet50', 'layer4.2.relu'));
    expect(of('resnet50', 'layer1.0')).toEqual(of('resnet50', 'layer1.0.relu'));
  });

  it("of inception_v3 is 1311, slim's and torchvision's windows being the same", () => {
    expect(of('inception_v3', 'Mixed_7c.cat')[0]).toMatchObject({ size: 1311, jump: 32 });
  });

  it('of vgg_16 is 212 after the last pooling', () => {
    expect(of('vgg16', 'features.30')[0]).toMatchObject({ size: 212, jump: 32 });
  });

  it('of mobilenet_v1 is 315 before the global average', () => {
    expect(of('mobilenet_v1', 'features.13.pointwise.2')[0]).toMatchObject({ size: 315, jump: 32 });
  });
});

describe('receptiveField', () => {
  const one = { inChannels: 1, outChannels: 1 };

  it('grows 3, 7, 15 through 3×3 at dilations 1, 2, 4', () => {
    const net = new NetworkBuilder([1, 32, 32]);
    let value = net.input;
    for (const rate of [1, 2, 4]) {
      const operator = convolution({ ...one, kernel: [3, 3], dilation: [rate, rate], padding: 'same' });
      value = net.add(`rate${rate}`, operator, [value]);
    }
    const network = net.build(value);
    expect([1, 2, 4].map((rate) => receptiveField(network, `rate${rate}`)[0]?.size)).toEqual([3, 7, 15]);
  });

  it('has each axis apart, time first', () => {
    const [time, height] = of('r3d_18', 'layer4.1.relu');
    // Time strides only in the last three stages (3, then 8 convolutions of 3); the stem strides 2 in space and is 7 wide.
    expect(time).toEqual({ size: 109, jump: 8, start: -54 });
    expect(height?.jump).toBe(16);
  });

  it('starts where padding does, by rule or by an operator of its own', () => {
    const net = new NetworkBuilder([1, 8]);
    const padded = net.add('pad', pad({ padding: [[2, 0]] }), [net.input]);
    const value = net.add('conv', convolution({ ...one, kernel: [3] }), [padded]);
    expect(receptiveField(net.build(value), 'conv')).toEqual([{ size: 3, jump: 1, start: -2 }]);
    const lower = new NetworkBuilder([1, 8]);
    const strided = convolution({ ...one, kernel: [3], stride: [2], padding: 'same-lower' });
    // n 8, s 2, k 3: one position of padding, at the beginning under SAME_LOWER.
    expect(receptiveField(lower.build(lower.add('conv', strided, [lower.input])), 'conv')[0]?.start).toBe(-1);
  });

  it('is the span of branches that join', () => {
    const net = new NetworkBuilder([1, 16]);
    const left = net.add('left', convolution({ ...one, kernel: [5], padding: [[4, 0]] }), [net.input]);
    const right = net.add('right', convolution({ ...one, kernel: [3], padding: [[0, 2]] }), [net.input]);
    const joined = net.add('cat', concatenate(), [left, right]);
    // −4…0 and 0…2.
    expect(receptiveField(net.build(joined), 'cat')).toEqual([{ size: 7, jump: 1, start: -4 }]);
  });

  it('takes a gate for no path: EfficientNet-B0 sees 851', () => {
    expect(of('efficientnet_b0', 'features.8.2')[0]?.size).toBe(851);
  });

  it('says what is not one window', () => {
    const net = new NetworkBuilder([1, 4]);
    const flat = net.add('flat', flatten(), [net.input]);
    expect(() => receptiveField(net.build(flat), 'flat')).toThrow('through flat (flatten) is not one window');
    expect(() => receptiveField(net.build(flat), 'nowhere')).toThrow('no operator at or in nowhere');
  });

  it('says where branches of different strides join', () => {
    const net = new NetworkBuilder([1, 4]);
    const wide = net.add('wide', convolution({ ...one, kernel: [3] }), [net.input]);
    const strided = net.add('strided', convolution({ ...one, kernel: [1], stride: [2] }), [net.input]);
    const product = net.add('product', multiply(), [wide, strided]);
    expect(() => receptiveField(net.build(product), 'product')).toThrow(
      'branches of different strides join at product: 1 and 2',
    );
  });
});
