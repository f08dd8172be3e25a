import type { NetworkBuilder, Value } from '../network/index.ts';
import { add, batchNorm } from '../ops/index.ts';
import { defineArchitecture } from './architecture.ts';
import {
  channelsOf,
  convNormActivation,
  linearClassifier,
  roundedChannels,
  squareConvolution,
} from './blocks.ts';

/** One row of table 2 of the paper: `repeats` inverted residuals, the first with the stride. */
interface Stage {
  readonly expansion: number;
  readonly channels: number;
  readonly repeats: number;
  readonly stride: number;
}

const stages: readonly Stage[] = [
  { expansion: 1, channels: 16, repeats: 1, stride: 1 },
  { expansion: 6, channels: 24, repeats: 2, stride: 2 },
  { expansion: 6, channels: 32, repeats: 3, stride: 2 },
  { expansion: 6, channels: 64, repeats: 4, stride: 2 },
  { expansion: 6, channels: 96, repeats: 3, stride: 1 },
  { expansion: 6, channels: 160, repeats: 3, stride: 2 },
  { expansion: 6, channels: 320, repeats: 1, stride: 1 },
];

/**
 * MobileNetV2: 3,504,872 parameters, 300,774,272 MACs at 224×224. A width multiplier above 1 also widens the last
 * 1×1 convolution; one below 1 leaves it at 1280 channels.
 *
 * Source: Sandler et al. 2018, table 2; torchvision/models/mobilenetv2.py (0.21.0).
 */
export const mobileNetV2 = defineArchitecture({
  title: 'MobileNetV2',
  sources: ['sandler2018'],
  input: [3, 224, 224],
  scalesWidth: true,
  grow: (net, { classes, widthMultiplier }) => {
    const stem = { outChannels: roundedChannels(32 * widthMultiplier), kernel: 3, stride: 2 };
    let value = convNormActivation(net, 'features.0', net.input, { ...stem, activation: 'relu6' });
    let index = 1;
    for (const { expansion, channels, repeats, stride } of stages) {
      const outChannels = roundedChannels(channels * widthMultiplier);
      for (let repeat = 0; repeat < repeats; repeat++) {
        const path = `features.${index++}`;
        value = invertedResidual(net, path, value, expansion, outChannels, repeat === 0 ? stride : 1);
      }
    }
    const outChannels = roundedChannels(1280 * Math.max(1, widthMultiplier));
    value = convNormActivation(net, `features.${index}`, value, { outChannels, activation: 'relu6' });
    return linearClassifier(net, 'classifier.1', value, classes, 'function');
  },
});

/** 1×1 up, 3×3 depthwise, 1×1 down without activation; the input is added where the shape allows (figure 4d). */
function invertedResidual(
  net: NetworkBuilder,
  path: string,
  input: Value,
  expansion: number,
  outChannels: number,
  stride: number,
): Value {
  const width = channelsOf(input) * expansion;
  let index = 0;
  let value = input;
  const next = (): string => `${path}.conv.${index++}`;
  if (expansion !== 1) {
    value = convNormActivation(net, next(), value, { outChannels: width, activation: 'relu6' });
  }
  const depthwise = { outChannels: width, kernel: 3, stride, groups: 'depthwise' } as const;
  value = convNormActivation(net, next(), value, { ...depthwise, activation: 'relu6' });
  value = net.chain(value, [
    [next(), squareConvolution(value, { outChannels })],
    [next(), batchNorm({ channels: outChannels })],
  ]);
  const keepsShape = stride === 1 && channelsOf(input) === outChannels;
  return keepsShape ? net.add(`${path}.add`, add(), [input, value]) : value;
}
