import { at } from '../checks.ts';
import { activation, adaptivePooling, flatten, linear } from '../ops/index.ts';
import type { Architecture } from './architecture.ts';
import { defineArchitecture } from './architecture.ts';
import { channelsOf, roundedChannels } from './blocks.ts';
import type { MobileNetV3Block } from './mobilenet-v3-features.ts';
import { mobileNetV3Features } from './mobilenet-v3-features.ts';

function block(
  kernel: number,
  expanded: number,
  channels: number,
  gate: 'gated' | 'plain',
  activationName: MobileNetV3Block['activation'],
  stride = 1,
): MobileNetV3Block {
  return { kernel, expanded, channels, gated: gate === 'gated', activation: activationName, stride };
}

/** Table 1 of the paper. */
export const mobileNetV3LargeBlocks: readonly MobileNetV3Block[] = [
  block(3, 16, 16, 'plain', 'relu'),
  block(3, 64, 24, 'plain', 'relu', 2),
  block(3, 72, 24, 'plain', 'relu'),
  block(5, 72, 40, 'gated', 'relu', 2),
  block(5, 120, 40, 'gated', 'relu'),
  block(5, 120, 40, 'gated', 'relu'),
  block(3, 240, 80, 'plain', 'hardswish', 2),
  block(3, 200, 80, 'plain', 'hardswish'),
  block(3, 184, 80, 'plain', 'hardswish'),
  block(3, 184, 80, 'plain', 'hardswish'),
  block(3, 480, 112, 'gated', 'hardswish'),
  block(3, 672, 112, 'gated', 'hardswish'),
  block(5, 672, 160, 'gated', 'hardswish', 2),
  block(5, 960, 160, 'gated', 'hardswish'),
  block(5, 960, 160, 'gated', 'hardswish'),
];

/** Table 2 of the paper. */
const smallBlocks: readonly MobileNetV3Block[] = [
  block(3, 16, 16, 'gated', 'relu', 2),
  block(3, 72, 24, 'plain', 'relu', 2),
  block(3, 88, 24, 'plain', 'relu'),
  block(5, 96, 40, 'gated', 'hardswish', 2),
  block(5, 240, 40, 'gated', 'hardswish'),
  block(5, 240, 40, 'gated', 'hardswish'),
  block(5, 120, 48, 'gated', 'hardswish'),
  block(5, 144, 48, 'gated', 'hardswish'),
  block(5, 288, 96, 'gated', 'hardswish', 2),
  block(5, 576, 96, 'gated', 'hardswish'),
  block(5, 576, 96, 'gated', 'hardswish'),
];

interface MobileNetV3Design {
  readonly title: string;
  readonly blocks: readonly MobileNetV3Block[];
  /** Features before the last linear layer. */
  readonly hiddenFeatures: number;
  readonly activation: 'relu' | 'hardswish';
}

/**
 * A MobileNetV3. A width multiplier below 1 leaves the hidden layer of the classifier as it is, one above 1 widens it:
 * so the published 0.75 networks were made (torchvision's private multiplier thins it too).
 */
function mobileNetV3(design: MobileNetV3Design): Architecture {
  return defineArchitecture({
    title: design.title,
    sources: ['howard2019'],
    input: [3, 224, 224],
    scalesWidth: true,
    grow: (net, { classes, widthMultiplier }) => {
      const options = { prefix: 'features.', widthMultiplier, outerActivation: design.activation };
      const value = at(mobileNetV3Features(net, design.blocks, options), design.blocks.length + 1);
      const hidden = roundedChannels(design.hiddenFeatures * Math.max(1, widthMultiplier));
      return net.chain(value, [
        ['avgpool', adaptivePooling({ kind: 'average', outputSizes: [1, 1] })],
        ['flatten', flatten()],
        ['classifier.0', linear({ inFeatures: channelsOf(value), outFeatures: hidden })],
        ['classifier.1', activation(design.activation)],
        ['classifier.3', linear({ inFeatures: hidden, outFeatures: classes })],
      ]);
    },
  });
}

/** "Minimalistic": 3×3 kernels, ReLU and no gates everywhere, for accelerators that lack the rest. */
function minimalistic(design: MobileNetV3Design): MobileNetV3Design {
  return {
    ...design,
    title: `${design.title} minimalistic`,
    activation: 'relu',
    blocks: design.blocks.map((own) => ({ ...own, kernel: 3, gated: false, activation: 'relu' })),
  };
}

const large: MobileNetV3Design = {
  title: 'MobileNetV3-Large',
  blocks: mobileNetV3LargeBlocks,
  hiddenFeatures: 1280,
  activation: 'hardswish',
};

const small: MobileNetV3Design = {
  title: 'MobileNetV3-Small',
  blocks: smallBlocks,
  hiddenFeatures: 1024,
  activation: 'hardswish',
};

/** MobileNetV3, with the minimalistic variants of the authors' repository. */
export const mobileNetsV3: Readonly<Record<string, Architecture>> = {
  mobilenet_v3_large: mobileNetV3(large),
  mobilenet_v3_small: mobileNetV3(small),
  mobilenet_v3_large_minimalistic: mobileNetV3(minimalistic(large)),
  mobilenet_v3_small_minimalistic: mobileNetV3(minimalistic(small)),
};
