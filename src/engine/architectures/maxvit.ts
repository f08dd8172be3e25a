import { shapeOfRank } from '../checks.ts';
import type { NetworkBuilder, Value } from '../network/index.ts';
import { squeezeExcitation } from '../network/index.ts';
import {
  activation,
  adaptivePooling,
  add,
  batchNorm,
  flatten,
  layerNorm,
  linear,
  permute,
  pooling,
  windowedAttention,
} from '../ops/index.ts';
import { defineArchitecture } from './architecture.ts';
import { channelsOf, convNormActivation, squareConvolution } from './blocks.ts';
import { residual } from './transformer-blocks.ts';

const stemChannels = 64;
/** Channels and layers of each block; the first layer of a block halves the map. */
const blocks = [
  { channels: 64, layers: 2 },
  { channels: 128, layers: 2 },
  { channels: 256, layers: 5 },
  { channels: 512, layers: 2 },
] as const;
const headFeatures = 32;
const window = [7, 7];

/**
 * MaxViT-T as torchvision builds it: an inverted residual with squeeze-and-excitation, attention within 7×7 windows,
 * and attention over a 7×7 grid spread across the map, in each layer; 30,919,624 parameters and 5.558 GMACs at 224×224.
 *
 * Grid attention costs what window attention does: 49 tokens meet, whether they are neighbours or not. The input must
 * leave maps that 7 divides, from a quarter to a thirty-second of its size.
 *
 * Source: Tu et al. 2022, section 3 and table 1; torchvision/models/maxvit.py (0.21.0).
 */
export const maxVit = defineArchitecture({
  title: 'MaxViT-T',
  sources: ['tu2022'],
  input: [3, 224, 224],
  grow: growMaxVit,
});

function growMaxVit(net: NetworkBuilder, { classes }: { classes: number }): Value {
  shapeOfRank('input', net.input.shape, 3);
  const stem = convNormActivation(net, 'stem.0', net.input, {
    outChannels: stemChannels,
    kernel: 3,
    stride: 2,
    activation: 'gelu',
  });
  const widened = squareConvolution(stem, { outChannels: stemChannels, kernel: 3, bias: true });
  let value = net.add('stem.1.0', widened, [stem]);
  blocks.forEach(({ channels, layers }, block) => {
    for (let layer = 0; layer < layers; layer++) {
      const path = `blocks.${block}.layers.${layer}.layers`;
      value = invertedResidual(net, `${path}.MBconv`, value, channels, layer === 0 ? 2 : 1);
      value = net.add(`${path}.channels_last`, permute({ order: [1, 2, 0] }), [value]);
      value = partitionAttention(net, `${path}.window_attention`, value, channels);
      value = partitionAttention(net, `${path}.grid_attention`, value, channels);
      value = net.add(`${path}.channels_first`, permute({ order: [2, 0, 1] }), [value]);
    }
  });
  return net.chain(value, [
    ['classifier.0', adaptivePooling({ kind: 'average', outputSizes: [1, 1] })],
    ['classifier.1', flatten()],
    ['classifier.2', layerNorm({ shape: [512] })],
    ['classifier.3', linear({ inFeatures: 512, outFeatures: 512 })],
    ['classifier.4', activation('tanh')],
    ['classifier.5', linear({ inFeatures: 512, outFeatures: classes, bias: false })],
  ]);
}

/** Wide in the middle by four times the output; its shortcut averages where the map is halved. */
function invertedResidual(
  net: NetworkBuilder,
  path: string,
  input: Value,
  outChannels: number,
  stride: 1 | 2,
): Value {
  const middle = 4 * outChannels;
  const layers = `${path}.layers`;
  const normed = net.add(`${layers}.pre_norm`, batchNorm({ channels: channelsOf(input) }), [input]);
  const wide = convNormActivation(net, `${layers}.conv_a`, normed, {
    outChannels: middle,
    activation: 'gelu',
  });
  const mixed = convNormActivation(net, `${layers}.conv_b`, wide, {
    outChannels: middle,
    kernel: 3,
    stride,
    groups: 'depthwise',
    activation: 'gelu',
  });
  const gated = squeezeExcitation(net, `${layers}.squeeze_excitation`, mixed, {
    squeezeChannels: outChannels / 4,
    activation: 'silu',
    gate: 'sigmoid',
  });
  const out = net.add(`${layers}.conv_c`, squareConvolution(gated, { outChannels, bias: true }), [gated]);
  return net.add(`${path}.add`, add(), [shortcut(net, `${path}.proj`, input, outChannels, stride), out]);
}

function shortcut(
  net: NetworkBuilder,
  path: string,
  input: Value,
  outChannels: number,
  stride: 1 | 2,
): Value {
  if (stride === 1) return input;
  const pool = pooling({ kind: 'average', kernel: [3, 3], stride: [2, 2], padding: [1, 1] });
  const pooled = net.add(`${path}.0`, pool, [input]);
  return net.add(`${path}.1`, squareConvolution(pooled, { outChannels, bias: true }), [pooled]);
}

/** A transformer block over partitions of the map, channels last. */
function partitionAttention(net: NetworkBuilder, path: string, input: Value, features: number): Value {
  const heads = features / headFeatures;
  const attended = residual(net, `${path}.add1`, input, [
    [`${path}.attn_layer.0`, layerNorm({ shape: [features] })],
    [`${path}.attn_layer.1`, windowedAttention({ design: 'maxvit', features, heads, window })],
  ]);
  return residual(net, `${path}.add2`, attended, [
    [`${path}.mlp_layer.0`, layerNorm({ shape: [features] })],
    [`${path}.mlp_layer.1`, linear({ inFeatures: features, outFeatures: 4 * features })],
    [`${path}.mlp_layer.2`, activation('gelu')],
    [`${path}.mlp_layer.3`, linear({ inFeatures: 4 * features, outFeatures: features })],
  ]);
}
