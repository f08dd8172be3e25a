import { at, shapeOfRank } from '../checks.ts';
import type { NetworkBuilder, Value } from '../network/index.ts';
import {
  add,
  concatenate,
  convolution,
  flatten,
  layerNorm,
  linear,
  multiHeadAttention,
  parameterTensor,
  permute,
  reshape,
  slice,
} from '../ops/index.ts';
import type { Architecture } from './architecture.ts';
import { defineArchitecture } from './architecture.ts';
import { mlp, residual } from './transformer-blocks.ts';

/** What tells the vision transformers of Dosovitskiy et al. apart (their table 1). */
interface VisionTransformerDesign {
  readonly title: string;
  readonly patch: number;
  readonly layers: number;
  readonly features: number;
  readonly heads: number;
  readonly hiddenFeatures: number;
  /** Height and width of the published checkpoint's input; 224 unless said. */
  readonly imageSize?: number;
}

function visionTransformer(design: VisionTransformerDesign): Architecture {
  const { imageSize = 224 } = design;
  return defineArchitecture({
    title: design.title,
    sources: ['dosovitskiy2021'],
    input: [3, imageSize, imageSize],
    grow: (net, { classes }) => growVisionTransformer(net, design, classes),
  });
}

function growVisionTransformer(net: NetworkBuilder, design: VisionTransformerDesign, classes: number): Value {
  const { features, layers } = design;
  let value = embeddedPatches(net, design);
  for (let layer = 0; layer < layers; layer++) {
    value = encoderLayer(net, `encoder.layers.encoder_layer_${layer}`, value, design);
  }
  return net.chain(value, [
    ['encoder.ln', layerNorm({ shape: [features] })],
    ['select', slice({ axis: 0, begin: 0, end: 1 })],
    ['flatten', flatten()],
    ['heads.head', linear({ inFeatures: features, outFeatures: classes })],
  ]);
}

/** `[tokens, features]`: the class token, then the patches row by row, and a trained position added to each. */
function embeddedPatches(net: NetworkBuilder, design: VisionTransformerDesign): Value {
  const { patch, features } = design;
  checkPatches(net.input.shape, patch);
  const kernel = [patch, patch];
  const patches = net.chain(net.input, [
    ['conv_proj', convolution({ inChannels: 3, outChannels: features, kernel, stride: kernel })],
    ['reshape', reshape({ shape: [features, -1] })],
    ['permute', permute({ order: [1, 0] })],
  ]);
  const classToken = net.chain(net.add('class_token', parameterTensor({ shape: [1, 1, features] }), []), [
    ['class_token.row', reshape({ shape: [1, features] })],
  ]);
  const tokens = net.add('tokens', concatenate(), [classToken, patches]);
  const position = net.chain(
    net.add('encoder.pos_embedding', parameterTensor({ shape: [1, at(tokens.shape, 0), features] }), []),
    [['encoder.pos_embedding.rows', reshape({ shape: tokens.shape })]],
  );
  return net.add('encoder.add', add(), [tokens, position]);
}

/** Whole patches only, as in torchvision. Rectangles, which it refuses, are counted alike. */
function checkPatches(input: readonly number[], patch: number): void {
  const [, ...sizes] = shapeOfRank('input', input, 3);
  for (const size of sizes) {
    if (size % patch !== 0) {
      throw new RangeError(`input must be a multiple of the ${patch}×${patch} patch, not ${sizes.join('×')}`);
    }
  }
}

/** Norm before each part and a residual connection around it. */
function encoderLayer(
  net: NetworkBuilder,
  path: string,
  input: Value,
  { features, heads, hiddenFeatures }: VisionTransformerDesign,
): Value {
  const attended = residual(net, `${path}.add1`, input, [
    [`${path}.ln_1`, layerNorm({ shape: [features] })],
    [`${path}.self_attention`, multiHeadAttention({ features, heads, style: 'torch' })],
  ]);
  return residual(net, `${path}.add2`, attended, [
    [`${path}.ln_2`, layerNorm({ shape: [features] })],
    ...mlp(`${path}.mlp`, features, hiddenFeatures),
  ]);
}

const base = { layers: 12, features: 768, heads: 12, hiddenFeatures: 3072 };
const large = { layers: 24, features: 1024, heads: 16, hiddenFeatures: 4096 };
const huge = { layers: 32, features: 1280, heads: 16, hiddenFeatures: 5120 };

/**
 * Vision transformers as torchvision builds them: 17.564 GMACs for `vit_b_16` at 224×224, attention's products
 * included (2 · 197² · 768 in each of 12 layers).
 *
 * The position embedding has an entry per token, so the parameters depend on the input: `vit_b_16` holds 86,567,656
 * at 224×224 and 86,859,496 at 384×384.
 *
 * Source: Dosovitskiy et al. 2021, table 1; torchvision/models/vision_transformer.py (0.21.0).
 */
export const visionTransformers: Readonly<Record<string, Architecture>> = {
  vit_b_16: visionTransformer({ title: 'ViT-B/16', patch: 16, ...base }),
  vit_b_32: visionTransformer({ title: 'ViT-B/32', patch: 32, ...base }),
  vit_l_16: visionTransformer({ title: 'ViT-L/16', patch: 16, ...large }),
  vit_l_32: visionTransformer({ title: 'ViT-L/32', patch: 32, ...large }),
  vit_h_14: visionTransformer({ title: 'ViT-H/14', patch: 14, ...huge, imageSize: 518 }),
};
