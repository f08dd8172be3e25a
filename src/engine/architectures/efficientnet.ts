import type { NetworkBuilder, Value } from '../network/index.ts';
import { squeezeExcitation } from '../network/index.ts';
import { add } from '../ops/index.ts';
import type { Architecture } from './architecture.ts';
import { defineArchitecture } from './architecture.ts';
import { channelsOf, convNormActivation, linearClassifier, roundedChannels } from './blocks.ts';

/** `mbconv` expands by 1×1, works depthwise and gates; `fused` expands by the k×k itself and has no gate. */
type Block = 'mbconv' | 'fused';

/** A row of the papers' tables: `layers` blocks, the first with the stride. */
type Stage = readonly [
  block: Block,
  expansion: number,
  kernel: number,
  stride: number,
  channels: number,
  layers: number,
];

interface EfficientNetDesign {
  readonly title: string;
  readonly source: string;
  /** Pixels of the square input of the published row. */
  readonly inputSizePx: number;
  readonly stemChannels: number;
  readonly stages: readonly Stage[];
  readonly headChannels: number;
}

function efficientNet(design: EfficientNetDesign): Architecture {
  return defineArchitecture({
    title: design.title,
    sources: [design.source],
    input: [3, design.inputSizePx, design.inputSizePx],
    grow: (net, { classes }) => {
      const stem = { outChannels: design.stemChannels, kernel: 3, stride: 2 };
      let value = convNormActivation(net, 'features.0', net.input, { ...stem, activation: 'silu' });
      design.stages.forEach((stage, index) => {
        value = growStage(net, `features.${index + 1}`, value, stage);
      });
      const path = `features.${design.stages.length + 1}`;
      const outChannels = design.headChannels;
      value = convNormActivation(net, path, value, { outChannels, activation: 'silu' });
      return linearClassifier(net, 'classifier.1', value, classes);
    },
  });
}

function growStage(net: NetworkBuilder, path: string, input: Value, stage: Stage): Value {
  const [block, expansion, kernel, stride, outChannels, layers] = stage;
  let value = input;
  for (let layer = 0; layer < layers; layer++) {
    const own = { kernel, stride: layer === 0 ? stride : 1 };
    const width = roundedChannels(channelsOf(value) * expansion);
    const branch = (block === 'mbconv' ? mbConv : fusedMbConv)(
      net,
      `${path}.${layer}.block`,
      value,
      own,
      width,
      outChannels,
    );
    const keepsShape = own.stride === 1 && channelsOf(value) === outChannels;
    value = keepsShape ? net.add(`${path}.${layer}.add`, add(), [branch, value]) : branch;
  }
  return value;
}

interface KernelAndStride {
  readonly kernel: number;
  readonly stride: number;
}

/** The gate is a quarter of the block's *input* channels wide, not of the expanded ones. */
function mbConv(
  net: NetworkBuilder,
  path: string,
  input: Value,
  own: KernelAndStride,
  width: number,
  outChannels: number,
): Value {
  let index = 0;
  const next = (): string => `${path}.${index++}`;
  const squeezeChannels = Math.max(1, Math.floor(channelsOf(input) / 4));
  const expanded =
    width === channelsOf(input)
      ? input
      : convNormActivation(net, next(), input, { outChannels: width, activation: 'silu' });
  const depthwise = { ...own, outChannels: width, groups: 'depthwise', activation: 'silu' } as const;
  const worked = convNormActivation(net, next(), expanded, depthwise);
  const gated = squeezeExcitation(net, next(), worked, {
    squeezeChannels,
    activation: 'silu',
    gate: 'sigmoid',
  });
  return convNormActivation(net, next(), gated, { outChannels, activation: 'none' });
}

function fusedMbConv(
  net: NetworkBuilder,
  path: string,
  input: Value,
  own: KernelAndStride,
  width: number,
  outChannels: number,
): Value {
  const expands = width !== channelsOf(input);
  const full = { ...own, outChannels: expands ? width : outChannels, activation: 'silu' } as const;
  const worked = convNormActivation(net, `${path}.0`, input, full);
  return expands ? convNormActivation(net, `${path}.1`, worked, { outChannels, activation: 'none' }) : worked;
}

/** EfficientNet-B0, table 1 of the 2019 paper; B1 to B7 multiply its channels and layers. */
const baseStages: readonly Stage[] = [
  ['mbconv', 1, 3, 1, 16, 1],
  ['mbconv', 6, 3, 2, 24, 2],
  ['mbconv', 6, 5, 2, 40, 2],
  ['mbconv', 6, 3, 2, 80, 3],
  ['mbconv', 6, 5, 1, 112, 3],
  ['mbconv', 6, 5, 2, 192, 4],
  ['mbconv', 6, 3, 1, 320, 1],
];

function compound(name: string, inputSizePx: number, width: number, depth: number): Architecture {
  const scaled = (channels: number): number => roundedChannels(channels * width);
  return efficientNet({
    title: `EfficientNet-${name}`,
    source: 'tan2019efficientnet',
    inputSizePx,
    stemChannels: scaled(32),
    stages: baseStages.map(([block, expansion, kernel, stride, channels, layers]) => [
      block,
      expansion,
      kernel,
      stride,
      scaled(channels),
      Math.ceil(layers * depth),
    ]),
    headChannels: 4 * scaled(320),
  });
}

function version2(
  name: string,
  inputSizePx: number,
  stemChannels: number,
  stages: readonly Stage[],
): Architecture {
  const title = `EfficientNetV2-${name}`;
  return efficientNet({ title, source: 'tan2021', inputSizePx, stemChannels, stages, headChannels: 1280 });
}

/**
 * EfficientNet B0–B7 and V2 S, M, L.
 *
 * The inputs are those of torchvision's published rows; B1's and B2's second recipes use larger ones than the paper.
 * Source: Tan and Le 2019, table 1 and section 3.3; Tan and Le 2021, table 4; torchvision/models/efficientnet.py
 * (0.21.0).
 */
export const efficientNets: Readonly<Record<string, Architecture>> = {
  efficientnet_b0: compound('B0', 224, 1, 1),
  efficientnet_b1: compound('B1', 240, 1, 1.1),
  efficientnet_b2: compound('B2', 288, 1.1, 1.2),
  efficientnet_b3: compound('B3', 300, 1.2, 1.4),
  efficientnet_b4: compound('B4', 380, 1.4, 1.8),
  efficientnet_b5: compound('B5', 456, 1.6, 2.2),
  efficientnet_b6: compound('B6', 528, 1.8, 2.6),
  efficientnet_b7: compound('B7', 600, 2, 3.1),
  efficientnet_v2_s: version2('S', 384, 24, [
    ['fused', 1, 3, 1, 24, 2],
    ['fused', 4, 3, 2, 48, 4],
    ['fused', 4, 3, 2, 64, 4],
    ['mbconv', 4, 3, 2, 128, 6],
    ['mbconv', 6, 3, 1, 160, 9],
    ['mbconv', 6, 3, 2, 256, 15],
  ]),
  efficientnet_v2_m: version2('M', 480, 24, [
    ['fused', 1, 3, 1, 24, 3],
    ['fused', 4, 3, 2, 48, 5],
    ['fused', 4, 3, 2, 80, 5],
    ['mbconv', 4, 3, 2, 160, 7],
    ['mbconv', 6, 3, 1, 176, 14],
    ['mbconv', 6, 3, 2, 304, 18],
    ['mbconv', 6, 3, 1, 512, 5],
  ]),
  efficientnet_v2_l: version2('L', 480, 32, [
    ['fused', 1, 3, 1, 32, 4],
    ['fused', 4, 3, 2, 64, 7],
    ['fused', 4, 3, 2, 96, 7],
    ['mbconv', 4, 3, 2, 192, 10],
    ['mbconv', 6, 3, 1, 224, 19],
    ['mbconv', 6, 3, 2, 384, 25],
    ['mbconv', 6, 3, 1, 640, 7],
  ]),
};
