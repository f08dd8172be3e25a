import type { Shape } from '../checks.ts';
import { at, product } from '../checks.ts';
import { attentionElementwise, attentionOutputElements, attentionParts } from './attention-parts.ts';
import type { AttentionParts, AttentionSizes } from './attention-parts.ts';
import { repeatedOperations, sumOfOperations } from './elementwise.ts';
import type { ElementwiseOperations } from './operator.ts';

/**
 * Whose windowed attention it is; the projections and the matrix products are the same, the rest differs:
 * - `swin`: the map is padded to a multiple of the window, a table holds a bias per relative position and head;
 * - `swin-v2`: padded alike; cosine similarity with a trained scale, and an MLP computes the biases in every pass;
 * - `video-swin`: as `swin`, but a window wider than the map shrinks to it;
 * - `maxvit`: as `swin`, on maps the window divides; grid attention costs the same as block attention.
 */
export type WindowedAttentionDesign = 'swin' | 'swin-v2' | 'video-swin' | 'maxvit';

export interface WindowedAttentionSpec extends AttentionSizes {
  readonly design: WindowedAttentionDesign;
  /** Positions of a window on each axis. */
  readonly window: readonly number[];
  /** Whether the windows are shifted, which adds a mask to the scores of a map of more than one window. */
  readonly shifted: boolean;
}

/** Hidden features of Swin v2's position MLP. Source: torchvision/models/swin_transformer.py, `cpb_mlp`. */
export const positionMlpFeatures = 512;

/** The parts of `attentionParts` over all windows of a map, and the MACs of Swin v2's position MLP. */
export function windowedAttentionParts(
  spec: WindowedAttentionSpec,
  input: Shape,
): AttentionParts & { readonly positions: number } {
  const { windows, tokens } = partition(spec, input);
  const { projections, scores, mixing } = attentionParts(spec, tokens);
  const perPosition = positionMlpFeatures * (spec.window.length + spec.heads);
  return {
    projections: windows * projections,
    scores: windows * scores,
    mixing: windows * mixing,
    positions: spec.design === 'swin-v2' ? relativePositions(spec.window) * perPosition : 0,
  };
}

/** What `attentionOutputElements` counts over all windows, and what Swin v2's position MLP writes. */
export function windowedOutputElements(spec: WindowedAttentionSpec, input: Shape): number {
  const { windows, tokens } = partition(spec, input);
  const positions = spec.design === 'swin-v2' ? relativePositions(spec.window) : 0;
  return windows * attentionOutputElements(spec, tokens) + positions * (positionMlpFeatures + spec.heads);
}

/** Windows that cover the map, and tokens in each. */
export function partition(spec: WindowedAttentionSpec, input: Shape): { windows: number; tokens: number } {
  const sides = spec.window.map((side, axis) =>
    spec.design === 'video-swin' ? Math.min(side, at(input, axis)) : side,
  );
  const windows = sides.map((side, axis) => Math.ceil(at(input, axis) / side));
  return { windows: product(windows), tokens: product(sides) };
}

/** Differences two positions of a window can have: ∏(2w − 1). */
export function relativePositions(window: readonly number[]): number {
  return product(window.map((side) => 2 * side - 1));
}

/** Elementwise work over all windows of a map: attention's, the position biases, the mask, Swin v2's cosine and MLP. */
export function windowedElementwise(spec: WindowedAttentionSpec, input: Shape): ElementwiseOperations {
  const { windows, tokens } = partition(spec, input);
  const scores = spec.heads * tokens * tokens;
  const masked = spec.shifted && windows > 1;
  const window = sumOfOperations(
    attentionElementwise(spec, tokens),
    { additions: masked ? 2 * scores : scores },
    spec.design === 'swin-v2' ? cosineOperations(spec, tokens) : {},
  );
  const all = repeatedOperations(window, windows);
  return spec.design === 'swin-v2' ? sumOfOperations(all, positionMlpOperations(spec)) : all;
}

/**
 * What cosine similarity adds in a window: each query and key divided by its length (squares, their sum, root, the
 * comparison with ε, one division per value), and the trained scale on every score in place of 1/√d on every query.
 */
function cosineOperations(spec: WindowedAttentionSpec, tokens: number): ElementwiseOperations {
  const vectors = 2 * tokens * spec.heads;
  const values = 2 * tokens * spec.features;
  return {
    multiplications: values + spec.heads * tokens * tokens - tokens * spec.features,
    additions: values - vectors,
    squareRoots: vectors,
    comparisons: vectors,
    divisions: values,
  };
}

/** Values of Swin v2's position MLP: those of its hidden layer, and the biases it gives. */
export function positionMlpWork(spec: WindowedAttentionSpec): { hidden: number; biases: number } {
  const positions = relativePositions(spec.window);
  return { hidden: positions * positionMlpFeatures, biases: positions * spec.heads };
}

/** Bias and ReLU of the position MLP, 16 · sigmoid of every bias it gives, and each head's clamped, exponentiated scale. */
function positionMlpOperations(spec: WindowedAttentionSpec): ElementwiseOperations {
  const { hidden, biases } = positionMlpWork(spec);
  return {
    additions: hidden + biases,
    comparisons: hidden + spec.heads,
    exponentials: biases + spec.heads,
    divisions: biases,
    multiplications: biases,
  };
}
