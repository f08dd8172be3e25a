import { at, product, shapeOfRank } from '../checks.ts';
import type { NetworkBuilder, Value } from '../network/index.ts';
import type { PooledAttention } from '../ops/index.ts';
import {
  add,
  concatenate,
  convolution,
  flatten,
  layerNorm,
  linear,
  parameterTensor,
  permute,
  pooledAttention,
  pooling,
  reshape,
  slice,
} from '../ops/index.ts';
import type { Architecture } from './architecture.ts';
import { defineArchitecture } from './architecture.ts';
import { mlp } from './transformer-blocks.ts';

/** What tells the two multiscale vision transformers of torchvision apart. */
interface MvitDesign {
  readonly title: string;
  readonly sources: readonly string[];
  /**
   * 1 adds trained positions to the tokens and widens in the perceptron; 2 biases scores by distance, pools queries
   * everywhere and widens in the attention.
   */
  readonly version: 1 | 2;
}

/** Stages; queries halve the map where one begins, the first excepted. */
const stages = [
  { features: 96, heads: 1, blocks: 1, keyStride: 8 },
  { features: 192, heads: 2, blocks: 2, keyStride: 4 },
  { features: 384, heads: 4, blocks: 11, keyStride: 2 },
  { features: 768, heads: 8, blocks: 2, keyStride: 1 },
];

/** One block: what it reads, works in and gives, and whether its queries halve the map. */
interface BlockDesign {
  readonly version: 1 | 2;
  readonly inFeatures: number;
  readonly features: number;
  readonly outFeatures: number;
  readonly heads: number;
  readonly keyStride: number;
  readonly halves: boolean;
}

function mvit(design: MvitDesign): Architecture {
  return defineArchitecture({
    title: design.title,
    sources: design.sources,
    input: [3, 16, 224, 224],
    classes: 400,
    grow: (net, { classes }) => growMvit(net, design, classes),
  });
}

function growMvit(net: NetworkBuilder, { version }: MvitDesign, classes: number): Value {
  checkClip(net.input.shape);
  const patchify = convolution({
    inChannels: 3,
    outChannels: 96,
    kernel: [3, 7, 7],
    stride: [2, 4, 4],
    padding: [1, 3, 3],
  });
  const patches = net.add('conv_proj', patchify, [net.input]);
  let value = embeddedTokens(net, patches, version);
  let [, time = 1, height = 1, width = 1] = patches.shape;
  blockDesigns(version).forEach((design, index) => {
    value = block(net, `blocks.${index}`, value, design, [time, height, width]);
    if (design.halves) [time, height, width] = [time, height / 2, width / 2];
  });
  return net.chain(value, [
    ['norm', layerNorm({ shape: [768] })],
    ['select', slice({ axis: 0, begin: 0, end: 1 })],
    ['flatten', flatten()],
    ['head.1', linear({ inFeatures: 768, outFeatures: classes })],
  ]);
}

/** Patches of 2×4×4 halved three times: other sizes leave tokens that fill no grid. */
function checkClip(input: readonly number[]): void {
  const [, time = 1, ...sides] = shapeOfRank('input', input, 4);
  if (time % 2 !== 0 || sides.some((side) => side % 32 !== 0)) {
    throw new RangeError(
      `input must be an even number of frames with sides that are multiples of 32, not [${input.join(', ')}]`,
    );
  }
}

/** Version 1 widens in the last block of a stage, after its attention; version 2 in the first, before it. */
function blockDesigns(version: 1 | 2): BlockDesign[] {
  return stages.flatMap(({ features, heads, blocks, keyStride }, stage) =>
    Array.from({ length: blocks }, (_, index) => {
      const before = version === 2 && index === 0 ? stages[stage - 1] : undefined;
      const after = version === 1 && index === blocks - 1 ? stages[stage + 1] : undefined;
      return {
        version,
        inFeatures: before?.features ?? features,
        features,
        outFeatures: after?.features ?? features,
        heads,
        keyStride,
        halves: stage > 0 && index === 0,
      };
    }),
  );
}

/** `[1 + tokens, 96]`: the class token, then the patches; in version 1 with a trained position added to each. */
function embeddedTokens(net: NetworkBuilder, patches: Value, version: 1 | 2): Value {
  const [features = 1, time = 1, ...sides] = patches.shape;
  const rows = net.chain(patches, [
    ['reshape', reshape({ shape: [features, -1] })],
    ['permute', permute({ order: [1, 0] })],
  ]);
  const trained = (name: string, shape: readonly number[], asRead: readonly number[]): Value => {
    const path = `pos_encoding.${name}`;
    const value = net.add(path, parameterTensor({ shape }), []);
    return net.add(`${path}.reshape`, reshape({ shape: asRead }), [value]);
  };
  const classToken = trained('class_token', [features], [1, features]);
  const tokens = net.add('pos_encoding.tokens', concatenate(), [classToken, rows]);
  if (version === 2) return tokens;
  const area = product(sides);
  const positions = net.add('pos_encoding.positions', add(), [
    trained('temporal_pos', [time, features], [time, 1, features]),
    trained('spatial_pos', [area, features], [1, area, features]),
  ]);
  const all = net.add('pos_encoding.all_positions', concatenate(), [
    trained('class_pos', [features], [1, features]),
    net.add('pos_encoding.rows', reshape({ shape: [time * area, features] }), [positions]),
  ]);
  return net.add('pos_encoding.add', add(), [tokens, all]);
}

function block(
  net: NetworkBuilder,
  path: string,
  input: Value,
  design: BlockDesign,
  grid: readonly number[],
): Value {
  const { version, inFeatures, features, outFeatures } = design;
  const normed = net.add(`${path}.norm1`, layerNorm({ shape: [inFeatures] }), [input]);
  const attended = net.add(`${path}.attn`, attentionOf(design, grid), [normed]);
  const widened =
    version === 2 && inFeatures !== features
      ? net.add(`${path}.project`, linear({ inFeatures, outFeatures: features }), [normed])
      : input;
  const kept = design.halves ? pooledSkip(net, `${path}.pool_skip`, widened, grid) : widened;
  const middle = net.add(`${path}.add1`, add(), [kept, attended]);
  const normedMiddle = net.add(`${path}.norm2`, layerNorm({ shape: [features] }), [middle]);
  const skip =
    features === outFeatures
      ? middle
      : net.add(`${path}.project`, linear({ inFeatures: features, outFeatures }), [normedMiddle]);
  const perceptron = net.chain(normedMiddle, mlp(`${path}.mlp`, features, 4 * features, outFeatures));
  return net.add(`${path}.add2`, add(), [skip, perceptron]);
}

function attentionOf(design: BlockDesign, grid: readonly number[]): PooledAttention {
  const { version, inFeatures, features, heads, keyStride, halves } = design;
  const kernel = [3, 3, 3];
  const queryPooling = { kernel, stride: halves ? [1, 2, 2] : [1, 1, 1] };
  return pooledAttention({
    version,
    inFeatures,
    outFeatures: features,
    heads,
    grid,
    queryPooling: version === 2 || halves ? queryPooling : undefined,
    keyValuePooling: { kernel, stride: [1, keyStride, keyStride] },
  });
}

/** The patches' grid halved by max pooling, the class token passed by it. */
function pooledSkip(net: NetworkBuilder, path: string, input: Value, grid: readonly number[]): Value {
  const features = at(input.shape, 1);
  const pool = pooling({ kind: 'max', kernel: [1, 3, 3], stride: [1, 2, 2], padding: [0, 1, 1] });
  const classToken = net.add(`${path}.class_token`, slice({ axis: 0, begin: 0, end: 1 }), [input]);
  const pooled = net.chain(input, [
    [`${path}.patches`, slice({ axis: 0, begin: 1 })],
    [`${path}.channels_first`, permute({ order: [1, 0] })],
    [`${path}.grid`, reshape({ shape: [features, ...grid] })],
    [`${path}.pool`, pool],
    [`${path}.rows`, reshape({ shape: [features, -1] })],
    [`${path}.channels_last`, permute({ order: [1, 0] })],
  ]);
  return net.add(`${path}.cat`, concatenate(), [classToken, pooled]);
}

/**
 * Multiscale vision transformers for 16 frames of 224×224, as torchvision builds them: `mvit_v1_b` with 36,610,672
 * parameters and 70.599 GMACs, `mvit_v2_s` with 34,537,744 and 64.224.
 *
 * Source: Fan et al. 2021, table 2; Li et al. 2022, section 4; torchvision/models/video/mvit.py (0.21.0).
 */
export const multiscaleTransformers: Readonly<Record<string, Architecture>> = {
  mvit_v1_b: mvit({ title: 'MViT-B', sources: ['fan2021'], version: 1 }),
  mvit_v2_s: mvit({ title: 'MViTv2-S', sources: ['fan2021', 'li2022mvit'], version: 2 }),
};
