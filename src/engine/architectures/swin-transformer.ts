import { at, shapeOfRank } from '../checks.ts';
import type { NetworkBuilder, Value } from '../network/index.ts';
import type { Operator } from '../ops/index.ts';
import {
  adaptivePooling,
  convolution,
  flatten,
  layerNorm,
  linear,
  pad,
  permute,
  spaceToDepth,
  windowedAttention,
} from '../ops/index.ts';
import type { Architecture } from './architecture.ts';
import { defineArchitecture } from './architecture.ts';
import type { Step } from './transformer-blocks.ts';
import { mlp, residual } from './transformer-blocks.ts';

/** What tells the shifted-window transformers apart, for images and for video. */
interface SwinDesign {
  readonly title: string;
  readonly source: string;
  readonly version: 1 | 2;
  /** Extent of a patch and of a window, `[height, width]` or `[time, height, width]`. */
  readonly patch: readonly number[];
  readonly window: readonly number[];
  /** Whether a window larger than the map shrinks to it, as in the authors' code; torchvision pads the map. */
  readonly shrinksWindow?: boolean;
  readonly input: readonly number[];
  readonly classes: number;
  /** Features of the first stage; each further one has twice as many. */
  readonly features: number;
  /** Heads of the first stage; each further one has twice as many, so a head keeps its width. */
  readonly heads: number;
  readonly blocks: readonly [number, number, number, number];
}

/** What an image network has beside its size. */
type ImageDesign = Omit<SwinDesign, 'title' | 'features' | 'heads' | 'blocks'>;

function swin(design: SwinDesign): Architecture {
  return defineArchitecture({
    title: design.title,
    sources: [design.source],
    input: design.input,
    classes: design.classes,
    grow: (net, { classes }) => growSwin(net, design, classes),
  });
}

function growSwin(net: NetworkBuilder, design: SwinDesign, classes: number): Value {
  const axes = design.window.length;
  let value = net.chain(net.input, patchEmbedding(design, shapeOfRank('input', net.input.shape, axes + 1)));
  design.blocks.forEach((count, stage) => {
    const width = { features: design.features * 2 ** stage, heads: design.heads * 2 ** stage };
    for (let index = 0; index < count; index++) {
      const path = `features.${firstStage(design) + 2 * stage}.${index}`;
      value = block(net, path, value, design, { ...width, shifted: index % 2 === 1 });
    }
    if (stage < 3) value = net.chain(value, patchMerging(design, stage));
  });
  const features = design.features * 8;
  return net.chain(value, [
    ['norm', layerNorm({ shape: [features] })],
    ['permute', permute({ order: [axes, ...design.window.keys()] })],
    ['avgpool', adaptivePooling({ kind: 'average', outputSizes: design.window.map(() => 1) })],
    ['flatten', flatten()],
    ['head', linear({ inFeatures: features, outFeatures: classes })],
  ]);
}

/** Stages and mergings alternate in `features`; in the image networks the patch embedding comes before them. */
function firstStage(design: SwinDesign): number {
  return isVideo(design) ? 0 : 1;
}

function isVideo(design: SwinDesign): boolean {
  return design.window.length === 3;
}

/** A convolution with the patch as kernel and stride, then a norm with the features last. */
function patchEmbedding(design: SwinDesign, input: readonly number[]): Step[] {
  const { patch: kernel, features } = design;
  const [convolutionPath, normPath] = isVideo(design)
    ? ['patch_embed.proj', 'patch_embed.norm']
    : ['features.0.0', 'features.0.2'];
  return [
    ...padToPatches(design, input),
    [convolutionPath, convolution({ inChannels: 3, outChannels: features, kernel, stride: kernel })],
    [isVideo(design) ? 'patch_embed.permute' : 'features.0.1', channelsLast(kernel.length)],
    [normPath, layerNorm({ shape: [features] })],
  ];
}

/** torchvision pads a clip to whole patches, and drops what is left over of an image. */
function padToPatches({ patch, window }: SwinDesign, [, ...sizes]: readonly number[]): Step[] {
  const missing = patch.map((extent, axis) => (extent - (at(sizes, axis) % extent)) % extent);
  if (window.length === 2 || missing.every((positions) => positions === 0)) return [];
  return [['patch_embed.pad', pad({ padding: missing.map((positions) => [0, positions] as const) })]];
}

function channelsLast(axes: number): Operator {
  return permute({ order: [...Array.from({ length: axes }, (_, axis) => axis + 1), 0] });
}

/** Version 1 norms before attention and perceptron, version 2 after them. */
function block(
  net: NetworkBuilder,
  path: string,
  input: Value,
  { version, window: extent, shrinksWindow = false }: SwinDesign,
  { features, heads, shifted }: { features: number; heads: number; shifted: boolean },
): Value {
  const window = shrinksWindow ? extent.map((side, axis) => Math.min(side, at(input.shape, axis))) : extent;
  const designs = { 1: window.length === 3 ? 'video-swin' : 'swin', 2: 'swin-v2' } as const;
  const attention = windowedAttention({ design: designs[version], features, heads, window, shifted });
  const norm = (name: string): Step => [`${path}.${name}`, layerNorm({ shape: [features] })];
  const ordered = (steps: readonly Step[], normStep: Step): Step[] =>
    version === 1 ? [normStep, ...steps] : [...steps, normStep];
  const attended = residual(
    net,
    `${path}.add1`,
    input,
    ordered([[`${path}.attn`, attention]], norm('norm1')),
  );
  return residual(
    net,
    `${path}.add2`,
    attended,
    ordered(mlp(`${path}.mlp`, features, 4 * features), norm('norm2')),
  );
}

/** 2×2 neighbours side by side and reduced to twice the features; clips keep their frames. */
function patchMerging(design: SwinDesign, stage: number): Step[] {
  const path = `features.${firstStage(design) + 2 * stage + 1}`;
  const features = design.features * 2 ** stage;
  const gather: Step = [`${path}.gather`, spaceToDepth({ block: isVideo(design) ? [1, 2, 2] : [2, 2] })];
  const reduction: Step = [
    `${path}.reduction`,
    linear({ inFeatures: 4 * features, outFeatures: 2 * features, bias: false }),
  ];
  return design.version === 1
    ? [gather, [`${path}.norm`, layerNorm({ shape: [4 * features] })], reduction]
    : [gather, reduction, [`${path}.norm`, layerNorm({ shape: [2 * features] })]];
}

const tiny = { features: 96, heads: 3, blocks: [2, 2, 6, 2] } as const;
const small = { features: 96, heads: 3, blocks: [2, 2, 18, 2] } as const;
const base = { features: 128, heads: 4, blocks: [2, 2, 18, 2] } as const;
const large = { features: 192, heads: 6, blocks: [2, 2, 18, 2] } as const;

/** A network for square images of `side`, with windows of `window` by `window` patches of 4×4. */
const image = (version: 1 | 2, side: number, window: number): ImageDesign => ({
  source: version === 1 ? 'liu2021swin' : 'liu2022swin',
  version,
  patch: [4, 4],
  window: [window, window],
  input: [3, side, side],
  classes: 1000,
});
/** As released by the authors: torchvision has one window size only. */
const released = (version: 1 | 2, side: number, window: number): ImageDesign => ({
  ...image(version, side, window),
  shrinksWindow: true,
});
const video = {
  source: 'liu2022videoswin',
  version: 1,
  patch: [2, 4, 4],
  window: [8, 7, 7],
  input: [3, 16, 224, 224],
  classes: 400,
} as const;

/**
 * Swin transformers, version 1 and 2, and for video, as torchvision builds them: 28,288,354 parameters and
 * 4.491 GMACs for `swin_t` at 224×224. Those with a window in their name, and the large ones, are the authors'.
 *
 * A map the window does not divide is padded to one it does, and the padding is attended to like the rest, so MACs
 * step with the input's size instead of following it.
 *
 * Source: Liu et al. 2021, section 3.3; Liu et al. 2022; torchvision/models/swin_transformer.py and
 * video/swin_transformer.py (0.21.0); microsoft/Swin-Transformer, README.
 */
export const swinTransformers: Readonly<Record<string, Architecture>> = {
  swin_t: swin({ title: 'Swin-T', ...image(1, 224, 7), ...tiny }),
  swin_s: swin({ title: 'Swin-S', ...image(1, 224, 7), ...small }),
  swin_b: swin({ title: 'Swin-B', ...image(1, 224, 7), ...base }),
  swin_t_c24: swin({ title: 'Swin-T, 24 features a head', ...released(1, 256, 8), ...tiny, heads: 4 }),
  swin_l: swin({ title: 'Swin-L', ...released(1, 224, 7), ...large }),
  swin_b_window12: swin({ title: 'Swin-B, window 12', ...released(1, 384, 12), ...base }),
  swin_l_window12: swin({ title: 'Swin-L, window 12', ...released(1, 384, 12), ...large }),
  swin_v2_t: swin({ title: 'Swin V2-T', ...image(2, 256, 8), ...tiny }),
  swin_v2_s: swin({ title: 'Swin V2-S', ...image(2, 256, 8), ...small }),
  swin_v2_b: swin({ title: 'Swin V2-B', ...image(2, 256, 8), ...base }),
  swin_v2_t_window16: swin({ title: 'Swin V2-T, window 16', ...released(2, 256, 16), ...tiny }),
  swin_v2_s_window16: swin({ title: 'Swin V2-S, window 16', ...released(2, 256, 16), ...small }),
  swin_v2_b_window16: swin({ title: 'Swin V2-B, window 16', ...released(2, 256, 16), ...base }),
  swin_v2_l_window16: swin({ title: 'Swin V2-L, window 16', ...released(2, 256, 16), ...large }),
  swin_v2_b_window24: swin({ title: 'Swin V2-B, window 24', ...released(2, 384, 24), ...base }),
  swin_v2_l_window24: swin({ title: 'Swin V2-L, window 24', ...released(2, 384, 24), ...large }),
  swin3d_t: swin({ title: 'Video Swin-T', ...video, ...tiny }),
  swin3d_s: swin({ title: 'Video Swin-S', ...video, ...small }),
  swin3d_b: swin({ title: 'Video Swin-B', ...video, ...base }),
};
