import { defineArchitecture } from './architecture.ts';
import { channelsOf, convNormActivation, linearClassifier } from './blocks.ts';

/** Output channels and stride of each depthwise separable layer. */
const layers: readonly (readonly [channels: number, stride: number])[] = [
  [64, 1],
  [128, 2],
  [128, 1],
  [256, 2],
  [256, 1],
  [512, 2],
  [512, 1],
  [512, 1],
  [512, 1],
  [512, 1],
  [512, 1],
  [1024, 2],
  [1024, 1],
];

/** No layer becomes thinner than this (`min_depth` of the authors' code). */
const leastChannels = 8;

/**
 * MobileNet v1: 4,231,976 parameters and 568,740,352 MACs at 224×224 and width 1; the width multiplier thins every
 * layer but the classifier's outputs.
 *
 * Module paths are our own (`features.1.depthwise.0`), torchvision has no MobileNet v1. Padding 1 before a stride-2
 * 3×3 gives the sizes of the authors' `SAME`.
 * Source: Howard et al. 2017, table 1; tensorflow/models research/slim/nets/mobilenet_v1.py.
 */
export const mobileNetV1 = defineArchitecture({
  title: 'MobileNet v1',
  sources: ['howard2017'],
  input: [3, 224, 224],
  scalesWidth: true,
  grow: (net, { classes, widthMultiplier }) => {
    const scaled = (channels: number): number =>
      Math.max(leastChannels, Math.floor(channels * widthMultiplier));
    const stem = { outChannels: scaled(32), kernel: 3, stride: 2 };
    let value = convNormActivation(net, 'features.0', net.input, stem);
    layers.forEach(([channels, stride], index) => {
      const path = `features.${index + 1}`;
      const depthwise = { outChannels: channelsOf(value), kernel: 3, stride, groups: 'depthwise' } as const;
      value = convNormActivation(net, `${path}.depthwise`, value, depthwise);
      value = convNormActivation(net, `${path}.pointwise`, value, { outChannels: scaled(channels) });
    });
    return linearClassifier(net, 'classifier', value, classes);
  },
});
