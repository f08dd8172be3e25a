import type { NetworkBuilder, Value } from '../network/index.ts';
import {
  activation,
  adaptivePooling,
  add,
  flatten,
  layerNorm,
  linear,
  multiply,
  parameterTensor,
  permute,
} from '../ops/index.ts';
import type { Architecture } from './architecture.ts';
import { defineArchitecture } from './architecture.ts';
import { channelsOf, squareConvolution } from './blocks.ts';

type FourStages = readonly [number, number, number, number];

/**
 * A ConvNeXt: 7×7 depthwise, layer norm, and a linear layer four times as wide, on channels-last maps.
 *
 * Source: Liu et al. 2022, section 2 and table 9; torchvision/models/convnext.py (0.21.0).
 */
function convNeXt(title: string, blocks: FourStages, channels: FourStages): Architecture {
  return defineArchitecture({
    title,
    sources: ['liu2022'],
    input: [3, 224, 224],
    grow: (net, { classes }) => {
      let value = net.input;
      blocks.forEach((count, stage) => {
        const outChannels = channels[stage] ?? channelsOf(value);
        const path = `features.${2 * stage}`;
        value =
          stage === 0 ? patches(net, path, value, outChannels) : downsampling(net, path, value, outChannels);
        for (let index = 0; index < count; index++) {
          value = block(net, `features.${2 * stage + 1}.${index}`, value);
        }
      });
      const features = channelsOf(value);
      return net.chain(value, [
        ['avgpool', adaptivePooling({ kind: 'average', outputSizes: [1, 1] })],
        ['classifier.0', layerNorm({ shape: [features], channelsFirst: true })],
        ['classifier.1', flatten()],
        ['classifier.2', linear({ inFeatures: features, outFeatures: classes })],
      ]);
    },
  });
}

/** The stem: 4×4 patches, then a norm. */
function patches(net: NetworkBuilder, path: string, input: Value, outChannels: number): Value {
  const conv = squareConvolution(input, { outChannels, kernel: 4, stride: 4, padding: 0, bias: true });
  return net.chain(input, [
    [`${path}.0`, conv],
    [`${path}.1`, layerNorm({ shape: [outChannels], channelsFirst: true })],
  ]);
}

/** Between stages: a norm, then a 2×2 convolution with stride 2. */
function downsampling(net: NetworkBuilder, path: string, input: Value, outChannels: number): Value {
  const conv = squareConvolution(input, { outChannels, kernel: 2, stride: 2, padding: 0, bias: true });
  return net.chain(input, [
    [`${path}.0`, layerNorm({ shape: [channelsOf(input)], channelsFirst: true })],
    [`${path}.1`, conv],
  ]);
}

/** The residual branch is scaled per channel by a trained `layer_scale`. */
function block(net: NetworkBuilder, path: string, input: Value): Value {
  const channels = channelsOf(input);
  const depthwise = { outChannels: channels, kernel: 7, groups: 'depthwise', bias: true } as const;
  const branch = net.chain(input, [
    [`${path}.block.0`, squareConvolution(input, depthwise)],
    [`${path}.block.1`, permute({ order: [1, 2, 0] })],
    [`${path}.block.2`, layerNorm({ shape: [channels] })],
    [`${path}.block.3`, linear({ inFeatures: channels, outFeatures: 4 * channels })],
    [`${path}.block.4`, activation('gelu')],
    [`${path}.block.5`, linear({ inFeatures: 4 * channels, outFeatures: channels })],
    [`${path}.block.6`, permute({ order: [2, 0, 1] })],
  ]);
  const scale = net.add(path, parameterTensor({ name: 'layer_scale', shape: [channels, 1, 1] }), []);
  const scaled = net.add(`${path}.scale`, multiply(), [scale, branch]);
  return net.add(`${path}.add`, add(), [scaled, input]);
}

/** The four sizes of torchvision and XL, which it leaves out. */
export const convNeXts: Readonly<Record<string, Architecture>> = {
  convnext_tiny: convNeXt('ConvNeXt-T', [3, 3, 9, 3], [96, 192, 384, 768]),
  convnext_small: convNeXt('ConvNeXt-S', [3, 3, 27, 3], [96, 192, 384, 768]),
  convnext_base: convNeXt('ConvNeXt-B', [3, 3, 27, 3], [128, 256, 512, 1024]),
  convnext_large: convNeXt('ConvNeXt-L', [3, 3, 27, 3], [192, 384, 768, 1536]),
  convnext_xlarge: convNeXt('ConvNeXt-XL', [3, 3, 27, 3], [256, 512, 1024, 2048]),
};
