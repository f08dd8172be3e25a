import type { NetworkBuilder, Value } from '../network/index.ts';
import { squeezeExcitation } from '../network/index.ts';
import { add } from '../ops/index.ts';
import { channelsOf, convNormActivation, roundedChannels } from './blocks.ts';

/** A row of tables 1 and 2 of the paper. */
export interface MobileNetV3Block {
  readonly kernel: number;
  readonly expanded: number;
  readonly channels: number;
  readonly gated: boolean;
  readonly activation: 'relu' | 'hardswish';
  readonly stride: number;
}

export interface FeatureOptions {
  /** Put before `0`, `1`, …: `features.` in a classifier, `backbone.` in a segmentation network. */
  readonly prefix: string;
  readonly widthMultiplier?: number;
  /** Index of the block from which on a stride of 2 is replaced by dilation 2. Default none. */
  readonly dilatedFrom?: number;
  /** Activation of the stem and the last convolution. Default hard-swish. */
  readonly outerActivation?: 'relu' | 'hardswish';
}

const stemChannels = 16;

/**
 * The convolutional part of MobileNetV3: stem, inverted residuals, 1×1 to six times the last block's channels.
 * Returns the output of each, in torchvision's numbering (0 is the stem).
 *
 * A width multiplier keeps the ratio of a block's expansion to its rounded input, as the authors' code does;
 * torchvision's private multiplier scales the expansion itself, which is the same at width 1.
 *
 * Source: Howard et al. 2019, tables 1 and 2; torchvision/models/mobilenetv3.py (0.21.0).
 */
export function mobileNetV3Features(
  net: NetworkBuilder,
  blocks: readonly MobileNetV3Block[],
  options: FeatureOptions,
): readonly Value[] {
  const { prefix, widthMultiplier = 1, dilatedFrom = blocks.length, outerActivation = 'hardswish' } = options;
  const scaled = (channels: number): number => roundedChannels(channels * widthMultiplier);
  const stem = { outChannels: scaled(stemChannels), kernel: 3, stride: 2, activation: outerActivation };
  let value = convNormActivation(net, `${prefix}0`, net.input, stem);
  const values = [value];
  blocks.forEach((block, index) => {
    const unscaledInput = blocks[index - 1]?.channels ?? stemChannels;
    const expanded = roundedChannels((channelsOf(value) * block.expanded) / unscaledInput);
    const own = { ...block, expanded, channels: scaled(block.channels) };
    const dilation = index >= dilatedFrom ? 2 : 1;
    value = invertedResidual(net, `${prefix}${index + 1}`, value, own, dilation);
    values.push(value);
  });
  const last = { outChannels: 6 * channelsOf(value), activation: outerActivation };
  return [...values, convNormActivation(net, `${prefix}${blocks.length + 1}`, value, last)];
}

/** A block that gave up its stride for dilation still has no shortcut: its channels change. */
function invertedResidual(
  net: NetworkBuilder,
  path: string,
  input: Value,
  { kernel, expanded, channels, gated, activation, stride }: MobileNetV3Block,
  dilation: number,
): Value {
  let index = 0;
  const next = (): string => `${path}.block.${index++}`;
  let value = input;
  if (expanded !== channelsOf(input)) {
    value = convNormActivation(net, next(), value, { outChannels: expanded, activation });
  }
  value = convNormActivation(net, next(), value, {
    outChannels: expanded,
    kernel,
    stride: dilation > 1 ? 1 : stride,
    dilation,
    groups: 'depthwise',
    activation,
  });
  if (gated) {
    const squeezeChannels = roundedChannels(Math.floor(expanded / 4));
    value = squeezeExcitation(net, next(), value, {
      squeezeChannels,
      activation: 'relu',
      gate: 'hardsigmoid',
    });
  }
  value = convNormActivation(net, next(), value, { outChannels: channels, activation: 'none' });
  const keepsShape = stride === 1 && channelsOf(input) === channels;
  return keepsShape ? net.add(`${path}.add`, add(), [value, input]) : value;
}
