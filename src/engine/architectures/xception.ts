import type { NetworkBuilder, Value } from '../network/index.ts';
import { activation, add, batchNorm, pooling } from '../ops/index.ts';
import { defineArchitecture } from './architecture.ts';
import { channelsOf, convNorm, linearClassifier, squareConvolution } from './blocks.ts';

/** Output channels of each separable convolution of a block; the stride is that of the pooling that ends it. */
interface Block {
  readonly channels: readonly number[];
  readonly stride: 1 | 2;
}

const middle: Block = { channels: [728, 728, 728], stride: 1 };

/** Entry flow, eight middle blocks, and the first block of the exit flow (figure 5 of the paper). */
const blocks: readonly Block[] = [
  { channels: [128, 128], stride: 2 },
  { channels: [256, 256], stride: 2 },
  { channels: [728, 728], stride: 2 },
  ...Array.from({ length: 8 }, () => middle),
  { channels: [728, 1024], stride: 2 },
];

/**
 * Xception: 22,855,952 parameters at 299×299, nearly all convolutions depthwise separable.
 *
 * Module paths as in the PyTorch port that timm and others took over (`block1.rep.0.pointwise`); torchvision has no
 * Xception. A separable convolution here has no bias and no activation between its two parts.
 * Source: Chollet 2017, figure 5.
 */
export const xception = defineArchitecture({
  title: 'Xception',
  sources: ['chollet2017'],
  input: [3, 299, 299],
  grow: (net, { classes }) => {
    const first = { outChannels: 32, kernel: 3, stride: 2, padding: 0 };
    const stem = net.add('relu1', activation('relu'), [convNorm(net, ['conv1', 'bn1'], net.input, first)]);
    const second = { outChannels: 64, kernel: 3, padding: 0 };
    let value = net.add('relu2', activation('relu'), [convNorm(net, ['conv2', 'bn2'], stem, second)]);
    blocks.forEach((block, index) => {
      value = residual(net, `block${index + 1}`, value, block, index > 0);
    });
    for (const [number, outChannels] of [
      [3, 1536],
      [4, 2048],
    ] as const) {
      value = net.chain(separable(net, `conv${number}`, value, outChannels), [
        [`bn${number}`, batchNorm({ channels: outChannels })],
        [`relu${number}`, activation('relu')],
      ]);
    }
    return linearClassifier(net, 'fc', value, classes, 'function');
  },
});

/** ReLU, separable convolution, norm for each entry; the first ReLU is left out where the input has just had one. */
function residual(
  net: NetworkBuilder,
  path: string,
  input: Value,
  { channels, stride }: Block,
  startsWithRelu: boolean,
): Value {
  let index = 0;
  const next = (): string => `${path}.rep.${index++}`;
  let value = input;
  channels.forEach((outChannels, number) => {
    if (number > 0 || startsWithRelu) value = net.add(next(), activation('relu'), [value]);
    value = separable(net, next(), value, outChannels);
    value = net.add(next(), batchNorm({ channels: outChannels }), [value]);
  });
  if (stride === 1) return net.add(`${path}.add`, add(), [value, input]);
  const pool = pooling({ kind: 'max', kernel: [3, 3], stride: [2, 2], padding: [1, 1] });
  const projection = { outChannels: channelsOf(value), stride };
  const shortcut = convNorm(net, [`${path}.skip`, `${path}.skipbn`], input, projection);
  return net.add(`${path}.add`, add(), [net.add(next(), pool, [value]), shortcut]);
}

/** 3×3 depthwise (`conv1`), then 1×1. */
function separable(net: NetworkBuilder, path: string, input: Value, outChannels: number): Value {
  const depthwise = { outChannels: channelsOf(input), kernel: 3, groups: 'depthwise' } as const;
  return net.chain(input, [
    [`${path}.conv1`, squareConvolution(input, depthwise)],
    [`${path}.pointwise`, squareConvolution(input, { outChannels })],
  ]);
}
