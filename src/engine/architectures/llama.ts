import { shapeOfRank } from '../checks.ts';
import type { NetworkBuilder, Value } from '../network/index.ts';
import { activation, add, embedding, linear, multiHeadAttention, multiply, rmsNorm } from '../ops/index.ts';
import type { Architecture } from './architecture.ts';
import { defineArchitecture } from './architecture.ts';
import { residual } from './transformer-blocks.ts';

/** What tells the Llama networks apart. */
interface LlamaDesign {
  readonly title: string;
  readonly source: 'touvron2023' | 'grattafiori2024';
  readonly vocabulary: number;
  readonly layers: number;
  readonly features: number;
  readonly hiddenFeatures: number;
  readonly heads: number;
  /** Heads of keys and values, each shared by `heads / keyValueHeads` query heads. */
  readonly keyValueHeads: number;
  /** Whether the output layer uses the token embedding's matrix, as the smallest of them do. */
  readonly tied?: boolean;
}

function llama(design: LlamaDesign): Architecture {
  return defineArchitecture({
    title: design.title,
    sources: [design.source],
    input: [128],
    classes: design.vocabulary,
    grow: (net, { classes }) => growLlama(net, design, classes),
  });
}

function growLlama(net: NetworkBuilder, design: LlamaDesign, vocabulary: number): Value {
  const { features, layers, tied = false } = design;
  shapeOfRank('input', net.input.shape, 1);
  let value = net.add('model.embed_tokens', embedding({ count: vocabulary, features }), [net.input]);
  for (let layer = 0; layer < layers; layer++) {
    value = decoderLayer(net, `model.layers.${layer}`, value, design);
  }
  value = net.add('model.norm', rmsNorm({ features }), [value]);
  const head = linear({ inFeatures: features, outFeatures: vocabulary, bias: false });
  return net.add('lm_head', head, [value], tied ? { tiedTo: 'model.embed_tokens' } : {});
}

function decoderLayer(net: NetworkBuilder, path: string, value: Value, design: LlamaDesign): Value {
  const { features, heads, keyValueHeads } = design;
  const attention = multiHeadAttention({
    features,
    heads,
    keyValueHeads,
    bias: false,
    outBias: false,
    style: 'separate',
  });
  const attended = residual(net, `${path}.add1`, value, [
    [`${path}.input_layernorm`, rmsNorm({ features })],
    [`${path}.self_attn`, attention],
  ]);
  return gatedPerceptron(net, path, attended, design);
}

/**
 * SwiGLU behind its norm, and the residual connection around both: silu(x · W_gate) ∘ (x · W_up), then W_down; three
 * matrices where GPT-2 has two.
 */
function gatedPerceptron(net: NetworkBuilder, path: string, input: Value, design: LlamaDesign): Value {
  const { features, hiddenFeatures } = design;
  const widen = linear({ inFeatures: features, outFeatures: hiddenFeatures, bias: false });
  const narrow = linear({ inFeatures: hiddenFeatures, outFeatures: features, bias: false });
  const normed = net.add(`${path}.post_attention_layernorm`, rmsNorm({ features }), [input]);
  const gate = net.chain(normed, [
    [`${path}.mlp.gate_proj`, widen],
    [`${path}.mlp.act_fn`, activation('silu')],
  ]);
  const up = net.add(`${path}.mlp.up_proj`, widen, [normed]);
  const gated = net.add(`${path}.mlp.multiply`, multiply(), [gate, up]);
  const out = net.add(`${path}.mlp.down_proj`, narrow, [gated]);
  return net.add(`${path}.add2`, add(), [input, out]);
}

const llama2 = { source: 'touvron2023', vocabulary: 32_000 } as const;
const llama3 = { source: 'grattafiori2024', vocabulary: 128_256 } as const;
const sevenBillion = { layers: 32, features: 4096, heads: 32 };
const seventyBillion = { layers: 80, features: 8192, hiddenFeatures: 28_672, heads: 64, keyValueHeads: 8 };

/**
 * Llama 2 and 3 (3.1's 8B and 70B have the shapes of 3's), with the module paths of Hugging Face's
 * `LlamaForCausalLM`; 6,738,415,616 parameters for `llama2_7b`, and 850,000,871,424 MACs for 128 tokens with the
 * output layer and with attention's products over the whole 128 × 128 square, causal or not.
 *
 * The input is `[tokens]`; `classes` is the vocabulary. Rotary positions have no parameters, and turning queries and
 * keys by them, elementwise work, is not counted.
 *
 * Source: Touvron et al. 2023, table 1 and appendix A.2.1; Grattafiori et al. 2024, table 3; sizes from the released
 * checkpoints' config.json.
 */
export const llamaNetworks: Readonly<Record<string, Architecture>> = {
  llama2_7b: llama({
    title: 'Llama 2 7B',
    ...llama2,
    ...sevenBillion,
    hiddenFeatures: 11_008,
    keyValueHeads: 32,
  }),
  llama2_13b: llama({
    title: 'Llama 2 13B',
    ...llama2,
    layers: 40,
    features: 5120,
    hiddenFeatures: 13_824,
    heads: 40,
    keyValueHeads: 40,
  }),
  llama2_70b: llama({ title: 'Llama 2 70B', ...llama2, ...seventyBillion }),
  llama3_8b: llama({
    title: 'Llama 3 8B',
    ...llama3,
    ...sevenBillion,
    hiddenFeatures: 14_336,
    keyValueHeads: 8,
  }),
  llama3_70b: llama({ title: 'Llama 3 70B', ...llama3, ...seventyBillion }),
  llama3_1_405b: llama({
    title: 'Llama 3.1 405B',
    ...llama3,
    layers: 126,
    features: 16_384,
    hiddenFeatures: 53_248,
    heads: 128,
    keyValueHeads: 8,
  }),
  llama3_2_1b: llama({
    title: 'Llama 3.2 1B',
    ...llama3,
    layers: 16,
    features: 2048,
    hiddenFeatures: 8192,
    heads: 32,
    keyValueHeads: 8,
    tied: true,
  }),
  llama3_2_3b: llama({
    title: 'Llama 3.2 3B',
    ...llama3,
    layers: 28,
    features: 3072,
    hiddenFeatures: 8192,
    heads: 24,
    keyValueHeads: 8,
    tied: true,
  }),
};
