import { describe, expect, it } from 'vitest';
import { architectureNamed, attentionParts, summarize, tensorsOf } from '../../../src/engine/index.ts';

function figures(name: string, tokens: number): { parameters: number; macs: number } {
  const { parameters, macs } = summarize(architectureNamed(name).build({ input: [tokens] }));
  return { parameters, macs };
}

describe('GPT-2', () => {
  // Parameters of Hugging Face's GPT2LMHeadModel, tied weights once.
  it.each([
    ['gpt2', 124_439_808],
    ['gpt2_medium', 354_823_168],
    ['gpt2_large', 774_030_080],
    ['gpt2_xl', 1_557_611_200],
  ])('%s has %i parameters, however long the input', (name, parameters) => {
    expect(figures(name, 1024).parameters).toBe(parameters);
    expect(figures(name, 1).parameters).toBe(parameters);
  });

  it('runs the tied output layer: 12 layers, one attended position and 50257 products of 768 for one token', () => {
    // 12 · (4·768² + 2·1·768 + 8·768²) + 768 · 50257, by hand.
    expect(figures('gpt2', 1).macs).toBe(123_550_464);
  });

  it('lists the output layer under its own name, with the embedding’s data', () => {
    const tensors = tensorsOf(architectureNamed('gpt2').build());
    expect(tensors.find(({ name }) => name === 'lm_head.weight')).toMatchObject({
      shape: [50_257, 768],
      sharesDataOf: 'transformer.wte.weight',
    });
  });

  it('stores its projections input first', () => {
    const shapes = Object.fromEntries(
      tensorsOf(architectureNamed('gpt2').build()).map(({ name, shape }) => [name, shape]),
    );
    expect(shapes).toMatchObject({
      'transformer.wpe.weight': [1024, 768],
      'transformer.h.0.attn.c_attn.weight': [768, 2304],
      'transformer.h.0.attn.c_attn.bias': [2304],
      'transformer.h.0.attn.c_proj.weight': [768, 768],
      'transformer.h.0.mlp.c_fc.weight': [768, 3072],
      'transformer.h.0.mlp.c_proj.weight': [3072, 768],
    });
  });

  it('refuses more tokens than it has positions for', () => {
    expect(() => architectureNamed('gpt2').build({ input: [1025] })).toThrow(
      new RangeError('input must be at most 1024 tokens long, not 1025'),
    );
  });
});

describe('Llama', () => {
  // llama2_7b as printed by calflops' README; the others as the released checkpoints hold them.
  it.each([
    ['llama2_7b', 6_738_415_616],
    ['llama2_13b', 13_015_864_320],
    ['llama2_70b', 68_976_648_192],
    ['llama3_8b', 8_030_261_248],
    ['llama3_70b', 70_553_706_496],
    ['llama3_1_405b', 405_853_388_800],
    ['llama3_2_1b', 1_235_814_400],
    ['llama3_2_3b', 3_212_749_824],
  ])('%s has %i parameters', (name, parameters) => {
    expect(figures(name, 1).parameters).toBe(parameters);
  });

  it('takes 850,000,871,424 MACs for 128 tokens: linear layers, output layer and the whole square of scores', () => {
    const network = architectureNamed('llama2_7b').build({ input: [128] });
    expect(summarize(network).macs).toBe(850_000_871_424);
    // calflops README: 850.00 GMACs. Without attention's two products, 2 · 128² · 4096 in 32 layers:
    const products = 32 * 2 * 128 ** 2 * 4096;
    expect(summarize(network).macs - products).toBe(845_705_904_128);
  });

  it('is made of the parts papers list for 7B', () => {
    const summary = summarize(architectureNamed('llama2_7b').build());
    const under = (prefix: string): number =>
      summary.rows
        .filter(({ path }) => path.startsWith(prefix))
        .reduce((total, { parameters }) => total + parameters, 0);
    expect(under('model.embed_tokens')).toBe(131_072_000);
    expect(under('model.layers.7.')).toBe(202_383_360);
    expect(under('model.layers.7.self_attn')).toBe(67_108_864);
    expect(under('model.layers.7.mlp')).toBe(135_266_304);
    expect(under('lm_head')).toBe(131_072_000);
  });

  it('shares keys and values among heads in 8B: a quarter of the key and value projections, all of the scores', () => {
    const sizes = {
      features: 4096,
      heads: 32,
      headFeatures: 128,
      bias: false,
      outBias: false,
      causal: false,
    };
    const shared = attentionParts({ ...sizes, keyValueHeads: 8 }, 128);
    const separate = attentionParts({ ...sizes, keyValueHeads: 32 }, 128);
    expect(shared.scores).toBe(separate.scores);
    expect(shared.projections / separate.projections).toBe(0.625);
    const names = tensorsOf(architectureNamed('llama3_8b').build());
    expect(names.find(({ name }) => name === 'model.layers.0.self_attn.k_proj.weight')?.shape).toEqual([
      1024, 4096,
    ]);
  });

  it('refuses an image', () => {
    expect(() => architectureNamed('llama2_7b').build({ input: [3, 224, 224] })).toThrow(RangeError);
  });
});
