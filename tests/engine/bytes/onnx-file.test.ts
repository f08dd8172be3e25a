import { describe, expect, it } from 'vitest';
import type { Network } from '../../../src/engine/index.ts';
import {
  architectureNamed,
  fileBytes,
  linear,
  NetworkBuilder,
  summarize,
} from '../../../src/engine/index.ts';
import zoo from '../../oracles/onnx-zoo-sizes.json' with { type: 'json' };

/** Bytes of a file of the ONNX model zoo. */
function published(file: string): number {
  const row = zoo.find((candidate) => candidate.file === file);
  if (row === undefined) throw new Error(`the zoo has no ${file}`);
  return row.bytes;
}

/** Running statistics, scales and shifts that an exporter which folds nothing keeps, against one bias: 12 bytes each. */
function unfoldedBytes(network: Network): number {
  const channels = summarize(network).buffers / 2;
  return 3 * 4 * channels;
}

describe('fileBytes in ONNX', () => {
  it.each([
    ['mobilenetv2-10.onnx', 'mobilenet_v2', 0.0005],
    ['mobilenetv2-12.onnx', 'mobilenet_v2', 0.0005],
    ['vgg16-7.onnx', 'vgg16', 0.0005],
    ['vgg19-7.onnx', 'vgg19', 0.0005],
    ['squeezenet1.1-7.onnx', 'squeezenet1_1', 0.001],
  ])('is within a thousandth of %s, an export with folded norms or none', (file, name, bound) => {
    const bytes = fileBytes(architectureNamed(name).build(), { container: 'onnx', dtype: 'float32' });
    expect(Math.abs(bytes - published(file)) / published(file)).toBeLessThan(bound);
  });

  it.each([
    ['resnet18-v1-7.onnx', 'resnet18', 0.0005],
    ['resnet34-v1-7.onnx', 'resnet34', 0.0005],
    // MXNet's bottleneck has biases in its 1×1 convolutions, 0.1 % more.
    ['resnet50-v1-7.onnx', 'resnet50', 0.002],
    ['resnet101-v1-7.onnx', 'resnet101', 0.002],
    ['resnet152-v1-7.onnx', 'resnet152', 0.002],
    ['vgg16-bn-7.onnx', 'vgg16_bn', 0.0005],
    ['vgg19-bn-7.onnx', 'vgg19_bn', 0.0005],
  ])('differs from %s, exported with its norms, by these', (file, name, bound) => {
    const network = architectureNamed(name).build();
    const bytes = fileBytes(network, { container: 'onnx', dtype: 'float32' }) + unfoldedBytes(network);
    expect(Math.abs(bytes - published(file)) / published(file)).toBeLessThan(bound);
  });

  it.each([
    ['mobilenetv2-12-int8.onnx', 'mobilenet_v2', 0.001],
    ['resnet50-v1-12-int8.onnx', 'resnet50', 0.002],
    ['resnet50-v1-12-qdq.onnx', 'resnet50', 0.002],
    ['vgg16-12-int8.onnx', 'vgg16', 0.001],
    ['squeezenet1.0-12-int8.onnx', 'squeezenet1_0', 0.002],
    ['shufflenet-v2-12-int8.onnx', 'shufflenet_v2_x1_0', 0.007],
  ])('is near %s in int8', (file, name, bound) => {
    const bytes = fileBytes(architectureNamed(name).build(), { container: 'onnx', dtype: 'int8' });
    expect(Math.abs(bytes - published(file)) / published(file)).toBeLessThan(bound);
  });

  it('leaves out what inference does not run', () => {
    const size = (auxiliaryHeads: boolean): number =>
      fileBytes(architectureNamed('inception_v3').build({ auxiliaryHeads }), {
        container: 'onnx',
        dtype: 'float32',
      });
    expect(size(true)).toBe(size(false));
  });

  it('writes an initializer to the byte', () => {
    const net = new NetworkBuilder([3]);
    const network = net.build(
      net.add('fc', linear({ inFeatures: 3, outFeatures: 2, bias: false }), [net.input]),
    );
    const half = fileBytes(network, { container: 'onnx', dtype: 'float16' });
    // 6 weights of 4 bytes against 2, all lengths below 128.
    expect(fileBytes(network, { container: 'onnx', dtype: 'float32' }) - half).toBe(12);
  });
});
