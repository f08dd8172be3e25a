import type { NetworkBuilder, Value } from '../network/index.ts';
import { activation, add, channelShuffle, concatenate, pooling } from '../ops/index.ts';
import type { Architecture } from './architecture.ts';
import { defineArchitecture } from './architecture.ts';
import { channelsOf, convNorm, linearClassifier, roundedChannels } from './blocks.ts';

/** Output channels of stage 2 at 1×, by groups; stages 3 and 4 have two and four times as many (table 1). */
const stage2Channels = { 1: 144, 2: 200, 3: 240, 4: 272, 8: 384 } as const;

/** Units of stages 2, 3 and 4. */
const repeats = [4, 8, 4];

/** A unit's 1×1 convolutions and depthwise 3×3 are this part of its output channels wide. */
const bottleneckRatio = 4;

/**
 * ShuffleNet (v1) with `groups` groups in its 1×1 convolutions; the width multiplier scales every layer's channels,
 * to multiples the groups divide.
 *
 * Module paths are our own, torchvision has no ShuffleNet v1. The first 1×1 of stage 2 is not grouped, its 24 input
 * channels are too few (section 3.2). Source: Zhang et al. 2018, figure 2 and table 1.
 */
function shuffleNetV1(groups: keyof typeof stage2Channels): Architecture {
  return defineArchitecture({
    title: `ShuffleNet 1×, ${groups} group${groups === 1 ? '' : 's'}`,
    sources: ['zhang2018'],
    input: [3, 224, 224],
    scalesWidth: true,
    grow: (net, { classes, widthMultiplier }) => {
      const stemChannels = roundedChannels(24 * widthMultiplier, groups);
      const stem = { outChannels: stemChannels, kernel: 3, stride: 2 };
      let value = net.chain(convNorm(net, ['conv1', 'bn1'], net.input, stem), [
        ['relu', activation('relu')],
        ['maxpool', pooling({ kind: 'max', kernel: [3, 3], stride: [2, 2], padding: [1, 1] })],
      ]);
      repeats.forEach((count, stage) => {
        const scaled = stage2Channels[groups] * 2 ** stage * widthMultiplier;
        const outChannels = roundedChannels(scaled, bottleneckRatio * groups);
        for (let index = 0; index < count; index++) {
          const own = { groups, enteringGroups: stage === 0 && index === 0 ? 1 : groups };
          const path = `stage${stage + 2}.${index}`;
          value = unit(net, path, value, outChannels, index === 0 ? 2 : 1, own);
        }
      });
      return linearClassifier(net, 'fc', value, classes);
    },
  });
}

/** Grouped 1×1, shuffle, depthwise 3×3, grouped 1×1; added to the input, or joined to it pooled (figure 2b, c). */
function unit(
  net: NetworkBuilder,
  path: string,
  input: Value,
  outChannels: number,
  stride: 1 | 2,
  { groups, enteringGroups }: { readonly groups: number; readonly enteringGroups: number },
): Value {
  const width = outChannels / bottleneckRatio;
  const entering = { outChannels: width, groups: enteringGroups };
  const shuffled = net.chain(convNorm(net, [`${path}.conv1`, `${path}.bn1`], input, entering), [
    [`${path}.relu1`, activation('relu')],
    [`${path}.shuffle`, channelShuffle({ groups })],
  ]);
  const depthwise = { outChannels: width, kernel: 3, stride, groups: 'depthwise' } as const;
  const worked = convNorm(net, [`${path}.conv2`, `${path}.bn2`], shuffled, depthwise);
  const left = { outChannels: stride === 1 ? outChannels : outChannels - channelsOf(input), groups };
  const branch = convNorm(net, [`${path}.conv3`, `${path}.bn3`], worked, left);
  const pool = pooling({ kind: 'average', kernel: [3, 3], stride: [2, 2], padding: [1, 1] });
  const joined =
    stride === 1
      ? net.add(`${path}.add`, add(), [input, branch])
      : net.add(`${path}.cat`, concatenate(), [net.add(`${path}.pool`, pool, [input]), branch]);
  return net.add(`${path}.relu`, activation('relu'), [joined]);
}

/** 1× networks of table 1 by their groups. */
export const shuffleNetsV1: Readonly<Record<string, Architecture>> = {
  shufflenet_v1_g1: shuffleNetV1(1),
  shufflenet_v1_g2: shuffleNetV1(2),
  shufflenet_v1_g3: shuffleNetV1(3),
  shufflenet_v1_g4: shuffleNetV1(4),
  shufflenet_v1_g8: shuffleNetV1(8),
};
