import type { Shape } from '../checks.ts';
import { at, product, wholeNumber, wholeNumbers } from '../checks.ts';
import {
  attentionElementwise,
  attentionOutputElements,
  attentionParts,
  checkedAttentionSizes,
} from './attention-parts.ts';
import type { AttentionParts, AttentionSizes } from './attention-parts.ts';
import { linearTensors } from './attention.ts';
import { repeatedOperations, sumOfOperations } from './elementwise.ts';
import type { ElementwiseOperations, Operator, Tensor } from './operator.ts';
import { defineOperator, onlyInput, parameter } from './operator.ts';
import { windowedAttentionFormulas } from './windowed-attention-formulas.ts';

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

export type WindowedAttention = Operator<'windowedAttention', WindowedAttentionSpec>;

/** Hidden features of Swin v2's position MLP. Source: torchvision/models/swin_transformer.py, `cpb_mlp`. */
export const positionMlpFeatures = 512;

/**
 * Self-attention within windows of `[...sizes, features]`, channels last as Swin's blocks have them.
 *
 * MACs: 4NE² + 2NSE for N tokens *after padding* in windows of S tokens. Swin v2's position MLP is among the MACs: its
 * U(2·512 + 512h) are computed once per pass, so at a batch above 1 the count per sample is high by that much.
 * Source: Liu et al. 2021, section 3.2, and 2022; torchvision/models/swin_transformer.py,
 * video/swin_transformer.py and maxvit.py (0.21.0).
 * @throws RangeError naming the parameter; for `maxvit` when the window does not divide the map.
 * @example windowedAttention({ design: 'swin', features: 96, heads: 3, window: [7, 7] }).macs([56, 56, 96]) // 145_108_992
 */
export function windowedAttention(options: {
  design: WindowedAttentionDesign;
  features: number;
  heads: number;
  window: readonly number[];
  shifted?: boolean | undefined;
}): WindowedAttention {
  const spec: WindowedAttentionSpec = {
    ...checkedAttentionSizes({ features: options.features, heads: options.heads }),
    design: options.design,
    window: wholeNumbers('window', options.window, 1),
    shifted: options.shifted ?? false,
  };
  wholeNumber('window.length', spec.window.length, 1);
  const outputShape = (...inputs: Shape[]): Shape => mapInput(spec, inputs);
  return defineOperator({
    kind: 'windowedAttention',
    spec,
    tensors: windowedTensors(spec),
    outputShape,
    macs: (...inputs) => {
      const parts = windowedAttentionParts(spec, mapInput(spec, inputs));
      return parts.projections + parts.scores + parts.mixing + parts.positions;
    },
    macOutputElements: (...inputs) => windowedOutputElements(spec, mapInput(spec, inputs)),
    elementwise: (...inputs) => windowedElementwise(spec, mapInput(spec, inputs)),
    formulas: windowedAttentionFormulas(spec.design, spec.window.length),
    bindings: (...inputs) => {
      const { windows, tokens } = partition(spec, mapInput(spec, inputs));
      const { features, heads } = spec;
      return { N: windows * tokens, S: tokens, E: features, h: heads, U: relativePositions(spec.window) };
    },
  });
}

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
function windowedOutputElements(spec: WindowedAttentionSpec, input: Shape): number {
  const { windows, tokens } = partition(spec, input);
  const positions = spec.design === 'swin-v2' ? relativePositions(spec.window) : 0;
  return windows * attentionOutputElements(spec, tokens) + positions * (positionMlpFeatures + spec.heads);
}

/** Windows that cover the map, and tokens in each. */
function partition(spec: WindowedAttentionSpec, input: Shape): { windows: number; tokens: number } {
  const sides = spec.window.map((side, axis) =>
    spec.design === 'video-swin' ? Math.min(side, at(input, axis)) : side,
  );
  const windows = sides.map((side, axis) => Math.ceil(at(input, axis) / side));
  return { windows: product(windows), tokens: product(sides) };
}

/** Differences two positions of a window can have: ∏(2w − 1). */
function relativePositions(window: readonly number[]): number {
  return product(window.map((side) => 2 * side - 1));
}

function mapInput(spec: WindowedAttentionSpec, inputs: readonly Shape[]): Shape {
  const input = onlyInput('windowedAttention', inputs);
  if (input.length !== spec.window.length + 1 || input.at(-1) !== spec.features) {
    throw new RangeError(
      `input must be ${spec.window.length} sizes and ${spec.features} features, not [${input.join(', ')}]`,
    );
  }
  if (spec.design === 'maxvit') checkDivided(spec.window, input);
  return input;
}

function checkDivided(window: readonly number[], input: Shape): void {
  window.forEach((side, axis) => {
    const positions = at(input, axis);
    if (positions % side === 0) return;
    throw new RangeError(`window[${axis}] must divide the map: ${positions} is not a multiple of ${side}`);
  });
}

function windowedTensors(spec: WindowedAttentionSpec): Tensor[] {
  const { features, heads, window, design } = spec;
  const [qkv, out] = design === 'maxvit' ? ['to_qkv', 'merge'] : ['qkv', 'proj'];
  const tokens = product(window);
  const flat = design === 'swin' || design === 'swin-v2';
  const index: Tensor = {
    name: 'relative_position_index',
    shape: flat ? [tokens * tokens] : [tokens, tokens],
    role: 'buffer',
    dtype: 'int64',
  };
  const projections = [
    ...linearTensors(qkv, 3 * features, features, true),
    ...linearTensors(out, features, features, true),
  ];
  if (design !== 'swin-v2') {
    const table = parameter('relative_position_bias_table', [relativePositions(window), heads]);
    return [table, index, ...projections];
  }
  return [
    parameter('logit_scale', [heads, 1, 1]),
    {
      name: 'relative_coords_table',
      shape: [1, ...window.map((side) => 2 * side - 1), window.length],
      role: 'buffer',
      dtype: 'floating',
    },
    index,
    ...projections,
    ...linearTensors('cpb_mlp.0', positionMlpFeatures, window.length, true),
    ...linearTensors('cpb_mlp.2', heads, positionMlpFeatures, false),
  ];
}

function windowedElementwise(spec: WindowedAttentionSpec, input: Shape): ElementwiseOperations {
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

/** Bias and ReLU of the position MLP, 16 · sigmoid of every bias it gives, and each head's clamped, exponentiated scale. */
function positionMlpOperations(spec: WindowedAttentionSpec): ElementwiseOperations {
  const hidden = relativePositions(spec.window) * positionMlpFeatures;
  const biases = relativePositions(spec.window) * spec.heads;
  return {
    additions: hidden + biases,
    comparisons: hidden + spec.heads,
    exponentials: biases + spec.heads,
    divisions: biases,
    multiplications: biases,
  };
}
