import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  affineFormulas,
  architectureNamed,
  bitsPerWeight,
  blockBytes,
  blockLayouts,
  byteFormulas,
  checkpointBindings,
  checkpointCounts,
  evaluate,
  isBlockType,
  packedBytes,
  quantizedParts,
  stateDictBytes,
} from '../../../src/engine/index.ts';

const { weights, groupedWeights, checkpoint } = byteFormulas;

describe('byteFormulas.weights', () => {
  it('makes a million float32 parameters 4 MB, not 0.4', () => {
    expect(evaluate(weights.expression, { P: 1_000_000, b: 32 })).toBe(4_000_000);
  });

  it('is what packedBytes fills up to whole bytes', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 40), fc.constantFrom(1, 2, 4, 6, 8, 16, 32, 64), (P, b) => {
        expect(Math.ceil(evaluate(weights.expression, { P, b }))).toBe(packedBytes(P, b));
      }),
    );
  });
});

describe('byteFormulas.groupedWeights', () => {
  it('gives Llama 2 7B in 4 bits with a float16 scale for each 32 weights 3.79 GB, 12.5% over 4.00 bits', () => {
    const P = 6_738_415_616;
    const b_weight = evaluate(affineFormulas.groupBits.expression, { b: 4, b_scale: 16, b_zero: 0, G: 32 });
    expect(b_weight).toBe(4.5);
    expect(evaluate(groupedWeights.expression, { P, b_weight })).toBe(3_790_358_784);
    expect(evaluate(weights.expression, { P, b: 4 })).toBe(3_369_207_808);
  });

  it('reads the bits of Q4_0 off a group of 32, as its block layout does', () => {
    const b_weight = evaluate(affineFormulas.groupBits.expression, { b: 4, b_scale: 16, b_zero: 0, G: 32 });
    expect(b_weight).toBe(bitsPerWeight('Q4_0'));
    expect(blockLayouts.Q4_0.blockElements).toBe(32);
  });
});

describe('byteFormulas.blockBits', () => {
  it('is bitsPerWeight for every GGUF block type', () => {
    for (const type of Object.keys(blockLayouts).filter(isBlockType)) {
      const values = { B_block: blockBytes(type), G: blockLayouts[type].blockElements };
      expect(evaluate(byteFormulas.blockBits.expression, values)).toBe(bitsPerWeight(type));
    }
  });
});

describe('byteFormulas.checkpoint', () => {
  it.each(['resnet50', 'inception_v3', 'vgg16', 'swin_t', 'swin_v2_t', 'mvit_v2_s', 'gpt2'])(
    'is what stateDictBytes counts: %s in every floating format',
    (name) => {
      const network = architectureNamed(name).build();
      for (const dtype of ['float64', 'float32', 'float16', 'bfloat16'] as const) {
        const bindings = checkpointBindings(checkpointCounts(network), dtype);
        expect(evaluate(checkpoint.expression, bindings)).toBe(stateDictBytes(network, dtype));
      }
    },
  );
});

describe('checkpointCounts', () => {
  it('counts parameters, running statistics and one counter for each of the 53 batch norms of ResNet-50', () => {
    expect(checkpointCounts(architectureNamed('resnet50').build())).toEqual({
      parameters: 25_557_032,
      buffers: 53_120,
      int64Values: 53,
    });
  });

  it('counts tied weights once: GPT-2 has 124,439,808 parameters', () => {
    expect(checkpointCounts(architectureNamed('gpt2').build()).parameters).toBe(124_439_808);
  });
});

describe('quantizedParts', () => {
  it('takes ResNet-50 apart: codes, and 9 bytes for each of 27,560 output channels', () => {
    expect(
      quantizedParts(architectureNamed('resnet50').build(), { bits: 8, granularity: 'channel' }),
    ).toEqual({
      codes: 25_502_912,
      scales: 27_560 * 4,
      zeroPoints: 27_560,
      biases: 27_560 * 4,
      unquantized: 0,
    });
  });

  it('leaves the norms of Llama 2 7B in float32: 65 of 4,096 weights', () => {
    const parts = quantizedParts(architectureNamed('llama2_7b').build(), {
      bits: 4,
      granularity: { groupElements: 32 },
      scaleBits: 16,
      zeroPointBits: 0,
    });
    expect(parts.unquantized).toBe(65 * 4096 * 4);
    expect(parts.codes).toBe((6_738_415_616 - 65 * 4096) / 2);
    expect(parts.scales).toBe(((6_738_415_616 - 65 * 4096) / 32) * 2);
  });
});
