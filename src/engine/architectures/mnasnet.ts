import type { NetworkBuilder, Value } from '../network/index.ts';
import { activation, add, batchNorm } from '../ops/index.ts';
import type { Architecture } from './architecture.ts';
import { defineArchitecture } from './architecture.ts';
import type { SquareConvolutionOptions } from './blocks.ts';
import { channelsOf, linearClassifier, roundedChannels, squareConvolution } from './blocks.ts';

/** A stack of inverted residuals, the first with the stride. */
interface Stack {
  readonly kernel: number;
  readonly stride: number;
  readonly expansion: number;
  readonly channels: number;
  readonly repeats: number;
}

const stacks: readonly Stack[] = [
  { kernel: 3, stride: 2, expansion: 3, channels: 24, repeats: 3 },
  { kernel: 5, stride: 2, expansion: 3, channels: 40, repeats: 3 },
  { kernel: 5, stride: 2, expansion: 6, channels: 80, repeats: 3 },
  { kernel: 3, stride: 1, expansion: 6, channels: 96, repeats: 2 },
  { kernel: 5, stride: 2, expansion: 6, channels: 192, repeats: 4 },
  { kernel: 3, stride: 1, expansion: 6, channels: 320, repeats: 1 },
];

/**
 * MNASNet-B1 (without squeeze-and-excitation) at a depth multiplier `width`.
 *
 * Source: Tan et al. 2019 (MnasNet), figure 7; torchvision/models/mnasnet.py (0.21.0), second version of the weights,
 * in which the stem scales too.
 */
function mnasNet(title: string, width: number): Architecture {
  return defineArchitecture({
    title,
    sources: ['tan2019mnasnet'],
    input: [3, 224, 224],
    grow: (net, { classes }) => {
      let value = stem(net, width);
      stacks.forEach((stack, index) => {
        for (let repeat = 0; repeat < stack.repeats; repeat++) {
          const path = `layers.${index + 8}.${repeat}`;
          const own = { ...stack, channels: roundedChannels(stack.channels * width) };
          value = invertedResidual(net, path, value, repeat === 0 ? own : { ...own, stride: 1 });
        }
      });
      value = numbered(net, 'layers', 14, value, [{ outChannels: 1280 }]);
      return linearClassifier(net, 'classifier.1', value, classes, 'mean');
    },
  });
}

/** A full convolution and a depthwise separable one, at `layers.0` to `layers.7`. */
function stem(net: NetworkBuilder, width: number): Value {
  const outChannels = roundedChannels(32 * width);
  return numbered(
    net,
    'layers',
    0,
    net.input,
    [
      { outChannels, kernel: 3, stride: 2 },
      { outChannels, kernel: 3, groups: 'depthwise' },
      { outChannels: roundedChannels(16 * width) },
    ],
    'linear',
  );
}

function invertedResidual(
  net: NetworkBuilder,
  path: string,
  input: Value,
  { kernel, stride, expansion, channels }: Stack,
): Value {
  const width = channelsOf(input) * expansion;
  const convolutions = [
    { outChannels: width },
    { outChannels: width, kernel, stride, groups: 'depthwise' },
    { outChannels: channels },
  ] as const;
  const value = numbered(net, `${path}.layers`, 0, input, convolutions, 'linear');
  const keepsShape = stride === 1 && channelsOf(input) === channels;
  return keepsShape ? net.add(`${path}.add`, add(), [value, input]) : value;
}

/** Convolution, norm, ReLU for each entry at running numbers; the last has no ReLU when the end is `linear`. */
function numbered(
  net: NetworkBuilder,
  path: string,
  first: number,
  input: Value,
  convolutions: readonly SquareConvolutionOptions[],
  end: 'relu' | 'linear' = 'relu',
): Value {
  return convolutions.reduce((value, options, index) => {
    const own = first + 3 * index;
    const normed = net.chain(value, [
      [`${path}.${own}`, squareConvolution(value, options)],
      [`${path}.${own + 1}`, batchNorm({ channels: options.outChannels })],
    ]);
    const isLinear = end === 'linear' && index === convolutions.length - 1;
    return isLinear ? normed : net.add(`${path}.${own + 2}`, activation('relu'), [normed]);
  }, input);
}

/** The four depth multipliers of torchvision. */
export const mnasNets: Readonly<Record<string, Architecture>> = {
  mnasnet0_5: mnasNet('MNASNet 0.5', 0.5),
  mnasnet0_75: mnasNet('MNASNet 0.75', 0.75),
  mnasnet1_0: mnasNet('MNASNet 1.0', 1),
  mnasnet1_3: mnasNet('MNASNet 1.3', 1.3),
};
