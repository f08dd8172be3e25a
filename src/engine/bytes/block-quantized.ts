import { at, product } from '../checks.ts';
import type { Network } from '../network/index.ts';
import type { BlockType } from './block-types.ts';
import { blockBytes, blockLayouts } from './block-types.ts';
import { tensorDataBytes, tensorsOf } from './state-dict.ts';

/** What llama.cpp takes when a super-block of 256 does not divide a row: a type of small blocks and more bits. */
const fallbacks: Readonly<Partial<Record<BlockType, BlockType>>> = {
  Q2_K: 'IQ4_NL',
  Q3_K: 'IQ4_NL',
  IQ1_S: 'IQ4_NL',
  IQ1_M: 'IQ4_NL',
  IQ2_XXS: 'IQ4_NL',
  IQ2_XS: 'IQ4_NL',
  IQ2_S: 'IQ4_NL',
  IQ3_XXS: 'IQ4_NL',
  IQ3_S: 'IQ4_NL',
  IQ4_XS: 'IQ4_NL',
  Q4_K: 'Q5_0',
  Q5_K: 'Q5_1',
  Q6_K: 'Q8_0',
};

/**
 * Bytes of a network's weights in one of GGUF's block types throughout (llama.cpp's `--pure`), without a container.
 *
 * Matrices are cut into blocks row by row; a row that the block does not divide takes a smaller block or, failing that,
 * float16. Tensors of one axis (norms, biases) stay float32, and so do trained scalars. The published mixes (`Q4_K_M`)
 * give some matrices more bits than their name says.
 * Source: ggml-org/llama.cpp, src/llama-quant.cpp.
 * @example blockQuantizedBytes(architectureNamed('llama2_7b').build(), 'Q8_0') // 7_160_348_672, 8.50 bits a weight
 */
export function blockQuantizedBytes(network: Network, type: BlockType): number {
  return tensorsOf(network)
    .filter((tensor) => tensor.sharesDataOf === undefined)
    .reduce((total, tensor) => {
      const isMatrix = tensor.dtype === 'floating' && tensor.shape.length >= 2;
      return total + (isMatrix ? matrixBytes(tensor.shape, type) : tensorDataBytes(tensor, 'float32'));
    }, 0);
}

function matrixBytes(shape: readonly number[], type: BlockType): number {
  const row = at(shape, shape.length - 1);
  const fitting = [type, fallbacks[type]].find(
    (candidate) => candidate !== undefined && row % blockLayouts[candidate].blockElements === 0,
  );
  if (fitting === undefined) return tensorDataBytes({ shape, dtype: 'floating' }, 'float16');
  return (product(shape) / blockLayouts[fitting].blockElements) * blockBytes(fitting);
}
