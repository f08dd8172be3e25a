import { at, shapeOfRank } from '../checks.ts';
import type { NetworkBuilder, Value } from '../network/index.ts';
import { activation, add, embedding, layerNorm, linear, multiHeadAttention } from '../ops/index.ts';
import type { Architecture } from './architecture.ts';
import { defineArchitecture } from './architecture.ts';
import { residual } from './transformer-blocks.ts';

/** What tells the four GPT-2 networks apart (table 2 of the paper); heads are 64 features wide in all of them. */
interface Gpt2Design {
  readonly title: string;
  readonly layers: number;
  readonly features: number;
}

/** Tokens the trained position embedding has entries for. */
const contextTokens = 1024;

function gpt2(design: Gpt2Design): Architecture {
  return defineArchitecture({
    title: design.title,
    sources: ['radford2019'],
    input: [contextTokens],
    classes: 50_257,
    grow: (net, { classes }) => growGpt2(net, design, classes),
  });
}

function growGpt2(net: NetworkBuilder, { layers, features }: Gpt2Design, vocabulary: number): Value {
  const tokens = at(shapeOfRank('input', net.input.shape, 1), 0);
  if (tokens > contextTokens) {
    throw new RangeError(`input must be at most ${contextTokens} tokens long, not ${tokens}`);
  }
  let value = net.add('transformer.add', add(), [
    net.add('transformer.wte', embedding({ count: vocabulary, features }), [net.input]),
    net.add('transformer.wpe', embedding({ count: contextTokens, features }), [net.input]),
  ]);
  for (let layer = 0; layer < layers; layer++) {
    value = decoderLayer(net, `transformer.h.${layer}`, value, features);
  }
  value = net.add('transformer.ln_f', layerNorm({ shape: [features] }), [value]);
  const head = linear({ inFeatures: features, outFeatures: vocabulary, bias: false });
  return net.add('lm_head', head, [value], { tiedTo: 'transformer.wte' });
}

function decoderLayer(net: NetworkBuilder, path: string, input: Value, features: number): Value {
  const attended = residual(net, `${path}.add1`, input, [
    [`${path}.ln_1`, layerNorm({ shape: [features] })],
    [`${path}.attn`, multiHeadAttention({ features, heads: features / 64, style: 'gpt2' })],
  ]);
  return residual(net, `${path}.add2`, attended, [
    [`${path}.ln_2`, layerNorm({ shape: [features] })],
    [`${path}.mlp.c_fc`, linear({ inFeatures: features, outFeatures: 4 * features, inFirst: true })],
    [`${path}.mlp.act`, activation('gelu')],
    [`${path}.mlp.c_proj`, linear({ inFeatures: 4 * features, outFeatures: features, inFirst: true })],
  ]);
}

/**
 * GPT-2 in its four sizes, with the module paths of Hugging Face's `GPT2LMHeadModel`; 124,439,808 parameters for
 * `gpt2`.
 *
 * The input is `[tokens]`, at most 1024; `classes` is the vocabulary. The output layer uses the token embedding's
 * matrix: counted once as parameters, run as a product of its own. Attention's products are counted over the whole
 * square, as dense kernels compute it before the mask.
 *
 * Source: Radford et al. 2019, table 2, whose parameter counts (117 M, 345 M, …) its authors later corrected to
 * 124 M, 355 M, 774 M and 1558 M.
 */
export const gpt2Networks: Readonly<Record<string, Architecture>> = {
  gpt2: gpt2({ title: 'GPT-2 small', layers: 12, features: 768 }),
  gpt2_medium: gpt2({ title: 'GPT-2 medium', layers: 24, features: 1024 }),
  gpt2_large: gpt2({ title: 'GPT-2 large', layers: 36, features: 1280 }),
  gpt2_xl: gpt2({ title: 'GPT-2 XL', layers: 48, features: 1600 }),
};
