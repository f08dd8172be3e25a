import { at } from '../checks.ts';
import type { NetworkBuilder, Value } from '../network/index.ts';
import { activation, adaptivePooling, add, concatenate, multiply, upsampleLike } from '../ops/index.ts';
import type { Architecture, ArchitectureParts } from './architecture.ts';
import { defineArchitecture } from './architecture.ts';
import { channelsOf, convNorm, squareConvolution } from './blocks.ts';
import { mobileNetV3Features } from './mobilenet-v3-features.ts';
import { mobileNetV3LargeBlocks } from './mobilenet-v3.ts';
import { resNetBlocks } from './resnet.ts';
import { resNetStages } from './resnet-trunk.ts';

/** What a backbone gives: the map the head reads, and an earlier one for the auxiliary head or the low branch. */
interface Features {
  readonly high: Value;
  readonly low: Value;
}

/** torchvision's published rows: COCO images with the 21 labels of Pascal VOC, at 520×520. */
const published = { input: [3, 520, 520], classes: 21 } as const;

/** Stages 3 and 4 dilated instead of strided: an eighth of the input's size, and many MACs. */
function resNetFeatures(net: NetworkBuilder, depth: 50 | 101): Features {
  const design = { block: 'bottleneck', blocks: resNetBlocks[depth] } as const;
  const placement = { prefix: 'backbone.', dilatedStages: [false, true, true] } as const;
  const stages = resNetStages(net, design, placement);
  return { high: at(stages, 3), low: at(stages, 2) };
}

/** The last block group dilated, a sixteenth of the input's size; the low map (block 4) is at an eighth. */
function mobileNetFeatures(net: NetworkBuilder): Features {
  const values = mobileNetV3Features(net, mobileNetV3LargeBlocks, { prefix: 'backbone.', dilatedFrom: 12 });
  return { high: at(values, 16), low: at(values, 4) };
}

type Backbone = 'ResNet-50' | 'ResNet-101' | 'MobileNetV3-Large';

function featuresOf(net: NetworkBuilder, backbone: Backbone): Features {
  if (backbone === 'MobileNetV3-Large') return mobileNetFeatures(net);
  return resNetFeatures(net, backbone === 'ResNet-50' ? 50 : 101);
}

/**
 * A backbone, a head, an auxiliary FCN head, and bilinear resampling to the input's size.
 *
 * The auxiliary head is meant for training, but torchvision runs it in inference too (a second output that nothing
 * reads), so its MACs are in the published figures and here; without it FCN ResNet-50 has 9.99 GMACs less.
 */
function segmentation(
  title: string,
  source: string,
  backbone: Backbone,
  head: (net: NetworkBuilder, input: Value, classes: number) => Value,
): Architecture {
  const grow: ArchitectureParts['grow'] = (net, { classes, auxiliaryHeads }) => {
    const { high, low } = featuresOf(net, backbone);
    const scores = head(net, high, classes);
    if (auxiliaryHeads) {
      toSizeOf(net, 'aux_interpolate', fcnHead(net, 'aux_classifier', low, classes), net.input);
    }
    return toSizeOf(net, 'interpolate', scores, net.input);
  };
  const parts = { ...published, title: `${title}, ${backbone}`, sources: [source] };
  return defineArchitecture({ ...parts, auxiliaryHeads: true, grow });
}

function toSizeOf(net: NetworkBuilder, path: string, input: Value, like: Value): Value {
  return net.add(path, upsampleLike({ mode: 'bilinear' }), [input, like], { call: 'function' });
}

/** A 3×3 to a quarter of the channels, then class scores by 1×1. */
function fcnHead(net: NetworkBuilder, path: string, input: Value, classes: number): Value {
  const narrow = { outChannels: Math.floor(channelsOf(input) / 4), kernel: 3 };
  const normed = convNorm(net, [`${path}.0`, `${path}.1`], input, narrow);
  const active = net.add(`${path}.2`, activation('relu'), [normed]);
  return net.add(`${path}.4`, squareConvolution(active, { outChannels: classes, bias: true }), [active]);
}

/** Rates of the three dilated branches at an eighth of the input's size. */
const pyramidRates = [12, 24, 36];

/** Atrous spatial pyramid pooling, then a 3×3 and class scores (DeepLabv3, figure 5). */
function deepLabHead(net: NetworkBuilder, input: Value, classes: number): Value {
  const path = 'classifier.0';
  const outChannels = 256;
  const pyramid = pyramidRates.map((dilation, index) =>
    convRelu(net, `${path}.convs.${index + 1}`, 0, input, { outChannels, kernel: 3, dilation }),
  );
  const pool = adaptivePooling({ kind: 'average', outputSizes: [1, 1] });
  const pooled = net.add(`${path}.convs.4.0`, pool, [input]);
  const imageWide = convRelu(net, `${path}.convs.4`, 1, pooled, { outChannels });
  const joined = net.add(`${path}.cat`, concatenate(), [
    convRelu(net, `${path}.convs.0`, 0, input, { outChannels }),
    ...pyramid,
    toSizeOf(net, `${path}.convs.4.interpolate`, imageWide, input),
  ]);
  const projected = convRelu(net, `${path}.project`, 0, joined, { outChannels });
  const last = convRelu(net, 'classifier', 1, projected, { outChannels, kernel: 3 });
  return net.add('classifier.4', squareConvolution(last, { outChannels: classes, bias: true }), [last]);
}

/** Convolution, norm and ReLU at three running numbers from `first`. */
function convRelu(
  net: NetworkBuilder,
  path: string,
  first: number,
  input: Value,
  options: { readonly outChannels: number; readonly kernel?: number; readonly dilation?: number },
): Value {
  const normed = convNorm(net, [`${path}.${first}`, `${path}.${first + 1}`], input, options);
  return net.add(`${path}.${first + 2}`, activation('relu'), [normed]);
}

/** Lite R-ASPP: a gated 1×1 on the high map, summed with class scores of the low one (MobileNetV3, figure 10). */
const liteRaspp = defineArchitecture({
  ...published,
  title: 'LR-ASPP, MobileNetV3-Large',
  sources: ['howard2019'],
  grow: (net, { classes }) => {
    const { high, low } = mobileNetFeatures(net);
    const outChannels = 128;
    const features = convRelu(net, 'classifier.cbr', 0, high, { outChannels });
    const pool = adaptivePooling({ kind: 'average', outputSizes: [1, 1] });
    const pooled = net.add('classifier.scale.0', pool, [high]);
    const scale = net.chain(pooled, [
      ['classifier.scale.1', squareConvolution(pooled, { outChannels })],
      ['classifier.scale.2', activation('sigmoid')],
    ]);
    const gated = net.add('classifier.multiply', multiply(), [features, scale]);
    const resized = toSizeOf(net, 'classifier.interpolate', gated, low);
    const scores = { outChannels: classes, bias: true };
    const sum = net.add('classifier.add', add(), [
      net.add('classifier.low_classifier', squareConvolution(low, scores), [low]),
      net.add('classifier.high_classifier', squareConvolution(resized, scores), [resized]),
    ]);
    return toSizeOf(net, 'interpolate', sum, net.input);
  },
});

const fcn = (net: NetworkBuilder, input: Value, classes: number): Value =>
  fcnHead(net, 'classifier', input, classes);

/**
 * Segmentation networks; `classes` are labels per position. Defaults are those of the published rows, with the
 * auxiliary head (LR-ASPP has none).
 *
 * Source: Long et al. 2015; Chen et al. 2017; Howard et al. 2019; torchvision/models/segmentation (0.21.0).
 */
export const segmentationNetworks: Readonly<Record<string, Architecture>> = {
  fcn_resnet50: segmentation('FCN', 'long2015', 'ResNet-50', fcn),
  fcn_resnet101: segmentation('FCN', 'long2015', 'ResNet-101', fcn),
  deeplabv3_resnet50: segmentation('DeepLabv3', 'chen2017', 'ResNet-50', deepLabHead),
  deeplabv3_resnet101: segmentation('DeepLabv3', 'chen2017', 'ResNet-101', deepLabHead),
  deeplabv3_mobilenet_v3_large: segmentation('DeepLabv3', 'chen2017', 'MobileNetV3-Large', deepLabHead),
  lraspp_mobilenet_v3_large: liteRaspp,
};
