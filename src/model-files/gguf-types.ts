import type { BlockType } from '../engine/index.ts';
import { blockBytes, blockLayouts, isBlockType } from '../engine/index.ts';
import type { StoredType } from './tensor.ts';
import { plainType } from './tensor.ts';

/**
 * Numbers of ggml's tensor types that the engine knows the blocks of.
 * Source: ggml-org/ggml, docs/gguf.md, `enum ggml_type`.
 */
const blockNumbers: Readonly<Record<BlockType, number>> = {
  Q4_0: 2,
  Q4_1: 3,
  Q5_0: 6,
  Q5_1: 7,
  Q8_0: 8,
  Q2_K: 10,
  Q3_K: 11,
  Q4_K: 12,
  Q5_K: 13,
  Q6_K: 14,
  IQ2_XXS: 16,
  IQ2_XS: 17,
  IQ3_XXS: 18,
  IQ1_S: 19,
  IQ4_NL: 20,
  IQ3_S: 21,
  IQ2_S: 22,
  IQ4_XS: 23,
  IQ1_M: 29,
};

/**
 * Tensor types of GGUF files by number. Types that are not here are newer than this table: their tensors are counted and
 * their size is unknown.
 * Source: ggml-org/ggml, docs/gguf.md, `enum ggml_type`; src/ggml-common.h for Q8_1, Q8_K, TQ1_0, TQ2_0 and MXFP4.
 */
export const ggufTypes: ReadonlyMap<number, StoredType> = new Map<number, StoredType>([
  [0, plainType('float32', 32)],
  [1, plainType('float16', 16)],
  [9, { dtype: 'Q8_1', blockElements: 32, blockBytes: 2 + 2 + 32 }],
  [15, { dtype: 'Q8_K', blockElements: 256, blockBytes: 4 + 256 + 2 * 16 }],
  [24, plainType('int8', 8)],
  [25, plainType('int16', 16)],
  [26, plainType('int32', 32)],
  [27, plainType('int64', 64)],
  [28, plainType('float64', 64)],
  [30, plainType('bfloat16', 16)],
  [34, { dtype: 'TQ1_0', blockElements: 256, blockBytes: 48 + 4 + 2 }],
  [35, { dtype: 'TQ2_0', blockElements: 256, blockBytes: 64 + 2 }],
  [39, { dtype: 'MXFP4', blockElements: 32, blockBytes: 1 + 16 }],
  ...Object.keys(blockNumbers)
    .filter(isBlockType)
    .map((type): [number, StoredType] => [
      blockNumbers[type],
      {
        dtype: type,
        blockElements: blockLayouts[type].blockElements,
        blockBytes: blockBytes(type),
      },
    ]),
]);
