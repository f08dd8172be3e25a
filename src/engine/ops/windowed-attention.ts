import type { Shape } from '../checks.ts';
import { at, product, wholeNumber, wholeNumbers } from '../checks.ts';
import { checkedAttentionSizes } from './attention-parts.ts';
import { linearTensors } from './attention.ts';
import type { Operator, Tensor } from './operator.ts';
import { defineOperator, onlyInput, parameter } from './operator.ts';
import { windowedAttentionFormulas } from './windowed-attention-formulas.ts';
import {
  partition,
  positionMlpFeatures,
  relativePositions,
  windowedAttentionParts,
  windowedElementwise,
  windowedOutputElements,
} from './windowed-attention-parts.ts';
import type { WindowedAttentionDesign, WindowedAttentionSpec } from './windowed-attention-parts.ts';

export type WindowedAttention = Operator<'windowedAttention', WindowedAttentionSpec>;

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
