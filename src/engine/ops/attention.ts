import type { Shape } from '../checks.ts';
import { at } from '../checks.ts';
import type { Formula } from '../formula/index.ts';
import { power, sum, times } from '../formula/index.ts';
import type { AttentionSizes } from './attention-parts.ts';
import {
  attentionElementwise,
  attentionOutputElements,
  attentionParts,
  checkedAttentionSizes,
  headWidths,
} from './attention-parts.ts';
import type { Operator, Tensor } from './operator.ts';
import { defineOperator, onlyInput, parameter } from './operator.ts';

/**
 * How the projections are stored: `torch` is nn.MultiheadAttention (`in_proj_weight`, `in_proj_bias`, `out_proj.*`),
 * `separate` four linear layers (`q_proj`, `k_proj`, `v_proj`, `o_proj`), `fused` two (`qkv`, `proj`), `gpt2` two
 * stored `[in, out]` (`c_attn`, `c_proj`). The counts are the same, the names and shapes in a file are not.
 */
export type AttentionStyle = 'torch' | 'separate' | 'fused' | 'gpt2';

export interface AttentionSpec extends AttentionSizes {
  readonly style: AttentionStyle;
}

export type MultiHeadAttention = Operator<'multiHeadAttention', AttentionSpec>;

/**
 * Multi-head self-attention over `[tokens, features]`.
 *
 * Plain case: parameters 4E² + 4E, MACs 4NE² + 2N²E (`attentionParts` has them apart). `headFeatures` frees the heads'
 * width from E/heads; `keyValueHeads` below `heads` is grouped-query attention.
 * Source: Vaswani et al. 2017, section 3.2.2; Ainslie et al. 2023; torch.nn.MultiheadAttention.
 * @throws RangeError naming the parameter; style `torch` knows neither of the two options.
 * @example multiHeadAttention({ features: 768, heads: 12 }).parameters // 2_362_368
 */
export function multiHeadAttention(options: {
  features: number;
  heads: number;
  keyValueHeads?: number | undefined;
  headFeatures?: number | undefined;
  bias?: boolean | undefined;
  outBias?: boolean | undefined;
  style?: AttentionStyle | undefined;
  causal?: boolean | undefined;
}): MultiHeadAttention {
  const spec: AttentionSpec = { ...checkedAttentionSizes(options), style: options.style ?? 'torch' };
  const { query, keyValue } = headWidths(spec);
  const plain = query === spec.features && keyValue === spec.features;
  if (spec.style === 'torch' && !plain) {
    throw new RangeError(
      `style 'torch' needs heads that fill the ${spec.features} features, not ${query} and ${keyValue}`,
    );
  }
  const tokensOf = (inputs: readonly Shape[]): number => at(tokenInput(spec.features, inputs), 0);
  return defineOperator({
    kind: 'multiHeadAttention',
    spec,
    tensors: projectionTensors(spec),
    outputShape: (...inputs) => tokenInput(spec.features, inputs),
    macs: (...inputs) => {
      const { projections, scores, mixing } = attentionParts(spec, tokensOf(inputs));
      return projections + scores + mixing;
    },
    macOutputElements: (...inputs) => attentionOutputElements(spec, tokensOf(inputs)),
    elementwise: (...inputs) => attentionElementwise(spec, tokensOf(inputs)),
    formulas: {
      parameters: attentionParametersFormula(spec, plain),
      macs: attentionMacsFormula(spec, plain),
    },
    bindings: (...inputs) => ({ N: tokensOf(inputs), E: spec.features, D_q: query, D_kv: keyValue }),
  });
}

function tokenInput(features: number, inputs: readonly Shape[]): Shape {
  const input = onlyInput('multiHeadAttention', inputs);
  if (input.length !== 2 || input[1] !== features) {
    throw new RangeError(`input must be [tokens, ${features}], not [${input.join(', ')}]`);
  }
  return input;
}

function projectionTensors(spec: AttentionSpec): Tensor[] {
  const { features } = spec;
  const { query, keyValue } = headWidths(spec);
  if (spec.style === 'torch') {
    return [
      parameter('in_proj_weight', [3 * features, features]),
      ...(spec.bias ? [parameter('in_proj_bias', [3 * features])] : []),
      ...linearTensors('out_proj', features, features, spec.outBias),
    ];
  }
  if (spec.style === 'fused') {
    return [
      ...linearTensors('qkv', query + 2 * keyValue, features, spec.bias),
      ...linearTensors('proj', features, query, spec.outBias),
    ];
  }
  if (spec.style === 'gpt2') {
    const stored = linearTensors('c_attn', query + 2 * keyValue, features, spec.bias);
    // A bias has one axis and stays as it is.
    return [...stored, ...linearTensors('c_proj', features, query, spec.outBias)].map((tensor) => ({
      ...tensor,
      shape: tensor.shape.toReversed(),
    }));
  }
  return [
    ...linearTensors('q_proj', query, features, spec.bias),
    ...linearTensors('k_proj', keyValue, features, spec.bias),
    ...linearTensors('v_proj', keyValue, features, spec.bias),
    ...linearTensors('o_proj', features, query, spec.outBias),
  ];
}

/** Weight and bias of a linear layer that is part of a larger module. */
export function linearTensors(
  name: string,
  outFeatures: number,
  inFeatures: number,
  bias: boolean,
): Tensor[] {
  const weight = parameter(`${name}.weight`, [outFeatures, inFeatures]);
  return bias ? [weight, parameter(`${name}.bias`, [outFeatures])] : [weight];
}

/** 4E² + 4E in the plain case; with free widths 2E·D_q + 2E·D_kv and the biases there are. */
function attentionParametersFormula(spec: AttentionSpec, plain: boolean): Formula {
  const weights = plain ? [times(4, power('E', 2))] : [times(2, 'E', 'D_q'), times(2, 'E', 'D_kv')];
  const projectionBiases = plain ? [times(3, 'E')] : [times('D_q'), times(2, 'D_kv')];
  const biases =
    plain && spec.bias && spec.outBias
      ? [times(4, 'E')]
      : [...(spec.bias ? projectionBiases : []), ...(spec.outBias ? [times('E')] : [])];
  return { result: 'P', expression: sum(...weights, ...biases) };
}

/** 4NE² + 2N²E in the plain case; N(N+1) in place of 2N² when causal. */
function attentionMacsFormula(spec: AttentionSpec, plain: boolean): Formula {
  const projections = plain ? [times(4, 'N', power('E', 2))] : [times(2, 'N', 'E', sum('D_q', 'D_kv'))];
  const width = plain ? 'E' : 'D_q';
  const products = spec.causal ? times('N', sum('N', 1), width) : times(2, power('N', 2), width);
  return { result: 'M', expression: sum(...projections, products) };
}
