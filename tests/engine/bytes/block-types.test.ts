import { describe, expect, it } from 'vitest';
import type { BlockType } from '../../../src/engine/index.ts';
import {
  architectureNamed,
  bitsPerWeight,
  blockBytes,
  blockQuantizedBytes,
  linear,
  NetworkBuilder,
  summarize,
} from '../../../src/engine/index.ts';

/** Sizes that ggml-common.h asserts of its structs, and the bits per weight of its comments. */
const asserted: readonly (readonly [BlockType, number, number])[] = [
  ['Q4_0', 18, 4.5],
  ['Q4_1', 20, 5],
  ['Q5_0', 22, 5.5],
  ['Q5_1', 24, 6],
  ['Q8_0', 34, 8.5],
  ['Q2_K', 84, 2.625],
  ['Q3_K', 110, 3.4375],
  ['Q4_K', 144, 4.5],
  ['Q5_K', 176, 5.5],
  ['Q6_K', 210, 6.5625],
  ['IQ1_S', 50, 1.5625],
  ['IQ1_M', 56, 1.75],
  ['IQ2_XXS', 66, 2.0625],
  ['IQ2_XS', 74, 2.3125],
  ['IQ2_S', 82, 2.5625],
  ['IQ3_XXS', 98, 3.0625],
  ['IQ3_S', 110, 3.4375],
  ['IQ4_NL', 18, 4.5],
  ['IQ4_XS', 136, 4.25],
];

describe('GGUF block types', () => {
  it.each(asserted)('%s has blocks of %i bytes, %f bits a weight', (type, bytes, bits) => {
    expect(blockBytes(type)).toBe(bytes);
    expect(bitsPerWeight(type)).toBe(bits);
  });
});

describe('blockQuantizedBytes', () => {
  it('leaves norms in float32: Llama-2-7B in Q8_0 has 8.501 bits a weight', () => {
    const network = architectureNamed('llama2_7b').build();
    const { parameters } = summarize(network);
    const norms = 65 * 4096;
    expect(blockQuantizedBytes(network, 'Q8_0')).toBe(((parameters - norms) / 32) * 34 + 4 * norms);
  });

  it.each([
    // 512 is two super-blocks; 288 nine small blocks of Q5_0; 30 no block at all, so float16.
    [512, (512 / 256) * 144],
    [288, (288 / 32) * 22],
    [30, 30 * 2],
  ])('gives a row of %i weights in Q4_K a block that divides it', (inFeatures, rowBytes) => {
    const net = new NetworkBuilder([inFeatures]);
    const layer = linear({ inFeatures, outFeatures: 4, bias: false });
    expect(blockQuantizedBytes(net.build(net.add('fc', layer, [net.input])), 'Q4_K')).toBe(4 * rowBytes);
  });
});
