import { bitsPerByte } from '../units.ts';

/** How a block-quantized type lays out its weights. */
export interface BlockLayout {
  /** Weights of one block; a tensor's rows must be a multiple of it. */
  readonly blockElements: number;
  /** Bytes of each field of the block, in the order of the C struct. */
  readonly fieldBytes: Readonly<Record<string, number>>;
}

const half = 2;
/** Weights of a small block and of a super-block (QK4_0 … QK8_0, QK_K). */
const small = 32;
const large = 256;
/** Bytes of eight 6-bit scales and eight 6-bit minima (K_SCALE_SIZE). */
const packedScales = 12;

/**
 * Block layouts of GGUF's quantized types, field by field.
 *
 * Source: ggml/src/ggml-common.h, the `block_*` structs and the assertions on their sizes.
 */
export const blockLayouts = {
  Q4_0: { blockElements: small, fieldBytes: { scale: half, low4: small / 2 } },
  Q4_1: { blockElements: small, fieldBytes: { scale: half, minimum: half, low4: small / 2 } },
  Q5_0: { blockElements: small, fieldBytes: { scale: half, bit5: small / 8, low4: small / 2 } },
  Q5_1: {
    blockElements: small,
    fieldBytes: { scale: half, minimum: half, bit5: small / 8, low4: small / 2 },
  },
  Q8_0: { blockElements: small, fieldBytes: { scale: half, codes: small } },
  Q2_K: {
    blockElements: large,
    fieldBytes: { scales: large / 16, codes: large / 4, superScale: half, superMinimum: half },
  },
  Q3_K: {
    blockElements: large,
    fieldBytes: { highBit: large / 8, low2: large / 4, scales: packedScales, superScale: half },
  },
  Q4_K: {
    blockElements: large,
    fieldBytes: { superScale: half, superMinimum: half, scales: packedScales, codes: large / 2 },
  },
  Q5_K: {
    blockElements: large,
    fieldBytes: {
      superScale: half,
      superMinimum: half,
      scales: packedScales,
      highBit: large / 8,
      low4: large / 2,
    },
  },
  Q6_K: {
    blockElements: large,
    fieldBytes: { low4: large / 2, high2: large / 4, scales: large / 16, superScale: half },
  },
  IQ1_S: { blockElements: large, fieldBytes: { superScale: half, low8: large / 8, high: (2 * large) / 32 } },
  IQ1_M: { blockElements: large, fieldBytes: { low8: large / 8, high: large / 16, scales: large / 32 } },
  IQ2_XXS: { blockElements: large, fieldBytes: { superScale: half, codes: (2 * large) / 8 } },
  IQ2_XS: {
    blockElements: large,
    fieldBytes: { superScale: half, codes: (2 * large) / 8, scales: large / 32 },
  },
  IQ2_S: {
    blockElements: large,
    fieldBytes: { superScale: half, codes: large / 4, high: large / 32, scales: large / 32 },
  },
  IQ3_XXS: { blockElements: large, fieldBytes: { superScale: half, codes: (3 * large) / 8 } },
  IQ3_S: {
    blockElements: large,
    fieldBytes: {
      superScale: half,
      codes: large / 4,
      high: large / 32,
      signs: large / 8,
      scales: large / 64,
    },
  },
  IQ4_NL: { blockElements: small, fieldBytes: { scale: half, codes: small / 2 } },
  IQ4_XS: {
    blockElements: large,
    fieldBytes: { superScale: half, scalesHigh: 2, scalesLow: large / 64, codes: large / 2 },
  },
} as const satisfies Record<string, BlockLayout>;

export type BlockType = keyof typeof blockLayouts;

/**
 * Whether `name` is a block type.
 * @example isBlockType('Q4_2') // false
 */
export function isBlockType(name: string): name is BlockType {
  return Object.hasOwn(blockLayouts, name);
}

/** Bytes of one block. */
export function blockBytes(type: BlockType): number {
  return Object.values(blockLayouts[type].fieldBytes).reduce((total, bytes) => total + bytes, 0);
}

/**
 * Bits that one weight takes with its share of the block's scales and minima.
 * @example bitsPerWeight('Q4_K') // 4.5
 */
export function bitsPerWeight(type: BlockType): number {
  return (blockBytes(type) * bitsPerByte) / blockLayouts[type].blockElements;
}
