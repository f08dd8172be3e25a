import type { NetworkBuilder, Value } from '../network/index.ts';
import {
  activation,
  batchNorm,
  channelShuffle,
  concatenate,
  mean,
  linear,
  pooling,
  split,
} from '../ops/index.ts';
import type { Architecture } from './architecture.ts';
import { defineArchitecture } from './architecture.ts';
import type { SquareConvolutionOptions } from './blocks.ts';
import { channelsOf, convNormActivation, squareConvolution } from './blocks.ts';

/** Units of stages 2, 3 and 4, the same in every width. */
const repeats = [4, 8, 4];

/** Output channels of stages 2, 3, 4 and of the last 1×1 convolution (table 5 of the paper). */
type Widths = readonly [stage2: number, stage3: number, stage4: number, last: number];

/**
 * A ShuffleNet V2: each unit leaves half of the channels alone and shuffles afterwards.
 *
 * Source: Ma et al. 2018, figure 3 and table 5; torchvision/models/shufflenetv2.py (0.21.0).
 */
function shuffleNetV2(title: string, widths: Widths): Architecture {
  const [, , , last] = widths;
  return defineArchitecture({
    title,
    sources: ['ma2018'],
    input: [3, 224, 224],
    grow: (net, { classes }) => {
      const stem = convNormActivation(net, 'conv1', net.input, { outChannels: 24, kernel: 3, stride: 2 });
      const pool = pooling({ kind: 'max', kernel: [3, 3], stride: [2, 2], padding: [1, 1] });
      let value = net.add('maxpool', pool, [stem]);
      repeats.forEach((count, stage) => {
        for (let unit = 0; unit < count; unit++) {
          const path = `stage${stage + 2}.${unit}`;
          value =
            unit === 0
              ? downsamplingUnit(net, path, value, widths[stage] ?? last)
              : basicUnit(net, path, value);
        }
      });
      value = convNormActivation(net, 'conv5', value, { outChannels: last });
      return net.chain(value, [
        ['mean', mean({ axes: [1, 2] })],
        ['fc', linear({ inFeatures: last, outFeatures: classes })],
      ]);
    },
  });
}

/** Stride 1: one half passes, the other is convolved (figure 3c). */
function basicUnit(net: NetworkBuilder, path: string, input: Value): Value {
  const passed = net.add(`${path}.chunk1`, split({ index: 0, parts: 2 }), [input]);
  const worked = net.add(`${path}.chunk2`, split({ index: 1, parts: 2 }), [input]);
  return joined(net, path, passed, mainBranch(net, `${path}.branch2`, worked, channelsOf(worked), 1));
}

/** Stride 2: both halves are made from the whole input (figure 3d). */
function downsamplingUnit(net: NetworkBuilder, path: string, input: Value, outChannels: number): Value {
  const half = Math.floor(outChannels / 2);
  const inChannels = channelsOf(input);
  const shortcut = steps(net, `${path}.branch1`, input, [
    { outChannels: inChannels, kernel: 3, stride: 2, groups: 'depthwise' },
    { outChannels: half, relu: true },
  ]);
  return joined(net, path, shortcut, mainBranch(net, `${path}.branch2`, input, half, 2));
}

function mainBranch(
  net: NetworkBuilder,
  path: string,
  input: Value,
  channels: number,
  stride: number,
): Value {
  return steps(net, path, input, [
    { outChannels: channels, relu: true },
    { outChannels: channels, kernel: 3, stride, groups: 'depthwise' },
    { outChannels: channels, relu: true },
  ]);
}

/** Convolutions with norms at running numbers, a ReLU after those that say so. */
function steps(
  net: NetworkBuilder,
  path: string,
  input: Value,
  convolutions: readonly (SquareConvolutionOptions & { readonly relu?: boolean })[],
): Value {
  let index = 0;
  return convolutions.reduce((value, { relu = false, ...options }) => {
    const normed = net.chain(value, [
      [`${path}.${index++}`, squareConvolution(value, options)],
      [`${path}.${index++}`, batchNorm({ channels: options.outChannels })],
    ]);
    return relu ? net.add(`${path}.${index++}`, activation('relu'), [normed]) : normed;
  }, input);
}

function joined(net: NetworkBuilder, path: string, first: Value, second: Value): Value {
  const both = net.add(`${path}.cat`, concatenate(), [first, second]);
  return net.add(`${path}.shuffle`, channelShuffle({ groups: 2 }), [both]);
}

/** The four widths of table 5. */
export const shuffleNetsV2: Readonly<Record<string, Architecture>> = {
  shufflenet_v2_x0_5: shuffleNetV2('ShuffleNet V2 0.5×', [48, 96, 192, 1024]),
  shufflenet_v2_x1_0: shuffleNetV2('ShuffleNet V2 1×', [116, 232, 464, 1024]),
  shufflenet_v2_x1_5: shuffleNetV2('ShuffleNet V2 1.5×', [176, 352, 704, 1024]),
  shufflenet_v2_x2_0: shuffleNetV2('ShuffleNet V2 2×', [244, 488, 976, 2048]),
};
