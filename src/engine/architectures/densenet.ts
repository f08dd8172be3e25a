import type { NetworkBuilder, Value } from '../network/index.ts';
import { activation, batchNorm, concatenate, pooling } from '../ops/index.ts';
import type { Architecture } from './architecture.ts';
import { defineArchitecture } from './architecture.ts';
import { channelsOf, convNorm, linearClassifier, squareConvolution } from './blocks.ts';

/** What tells the DenseNets apart. */
interface DenseNetDesign {
  readonly title: string;
  /** Channels each layer adds. */
  readonly growth: number;
  /** Layers of each dense block. */
  readonly layers: readonly number[];
  readonly stemChannels: number;
}

/** The 1×1 of a layer is this many growths wide. */
const bottleneckGrowths = 4;

/**
 * A DenseNet-BC: every layer reads the concatenation of all layers before it in its block, so a layer costs few
 * parameters and its input much memory.
 *
 * Source: Huang et al. 2017, table 1; torchvision/models/densenet.py (0.21.0).
 */
function denseNet({ title, growth, layers, stemChannels }: DenseNetDesign): Architecture {
  return defineArchitecture({
    title,
    sources: ['huang2017'],
    input: [3, 224, 224],
    grow: (net, { classes }) => {
      const stem = { outChannels: stemChannels, kernel: 7, stride: 2 };
      let value = net.chain(convNorm(net, ['features.conv0', 'features.norm0'], net.input, stem), [
        ['features.relu0', activation('relu')],
        ['features.pool0', pooling({ kind: 'max', kernel: [3, 3], stride: [2, 2], padding: [1, 1] })],
      ]);
      layers.forEach((count, index) => {
        value = denseBlock(net, `features.denseblock${index + 1}`, value, growth, count);
        if (index < layers.length - 1) value = transition(net, `features.transition${index + 1}`, value);
      });
      value = net.add('features.norm5', batchNorm({ channels: channelsOf(value) }), [value]);
      value = net.add('relu', activation('relu'), [value], { call: 'function' });
      return linearClassifier(net, 'classifier', value, classes, 'function');
    },
  });
}

function denseBlock(net: NetworkBuilder, path: string, input: Value, growth: number, count: number): Value {
  const features = [input];
  for (let index = 1; index <= count; index++) {
    const layer = `${path}.denselayer${index}`;
    const joined = index === 1 ? input : net.add(`${layer}.cat`, concatenate(), features);
    const narrow = preactivated(net, layer, 1, joined, { outChannels: bottleneckGrowths * growth });
    features.push(preactivated(net, layer, 2, narrow, { outChannels: growth, kernel: 3 }));
  }
  return net.add(`${path}.cat`, concatenate(), features);
}

/** Batch norm, ReLU, convolution, in this order, with torchvision's running number. */
function preactivated(
  net: NetworkBuilder,
  path: string,
  number: number,
  input: Value,
  options: { readonly outChannels: number; readonly kernel?: number },
): Value {
  return net.chain(input, [
    [`${path}.norm${number}`, batchNorm({ channels: channelsOf(input) })],
    [`${path}.relu${number}`, activation('relu')],
    [`${path}.conv${number}`, squareConvolution(input, options)],
  ]);
}

/** Half the channels by a 1×1, half the size by average pooling. */
function transition(net: NetworkBuilder, path: string, input: Value): Value {
  const channels = channelsOf(input);
  return net.chain(input, [
    [`${path}.norm`, batchNorm({ channels })],
    [`${path}.relu`, activation('relu')],
    [`${path}.conv`, squareConvolution(input, { outChannels: Math.floor(channels / 2) })],
    [`${path}.pool`, pooling({ kind: 'average', kernel: [2, 2] })],
  ]);
}

/** The four depths of the paper; the number in a name counts convolutions and the classifier. */
export const denseNets: Readonly<Record<string, Architecture>> = {
  densenet121: denseNet({ title: 'DenseNet-121', growth: 32, layers: [6, 12, 24, 16], stemChannels: 64 }),
  densenet161: denseNet({ title: 'DenseNet-161', growth: 48, layers: [6, 12, 36, 24], stemChannels: 96 }),
  densenet169: denseNet({ title: 'DenseNet-169', growth: 32, layers: [6, 12, 32, 32], stemChannels: 64 }),
  densenet201: denseNet({ title: 'DenseNet-201', growth: 32, layers: [6, 12, 48, 32], stemChannels: 64 }),
};
