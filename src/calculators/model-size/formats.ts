import type { BlockType, Dtype } from '../../engine/index.ts';
import { bitsOf, isBlockType, isDtype } from '../../engine/index.ts';

/** Number formats offered: floating-point, integer with scales, GGUF blocks. */
export const formatNames = [
  'float32',
  'float16',
  'bfloat16',
  'float8_e4m3fn',
  'int8',
  'int4',
  'Q8_0',
  'Q6_K',
  'Q5_K',
  'Q4_K',
  'Q4_0',
] as const;

/** How a format stores a weight. */
export type WeightFormat =
  | { readonly kind: 'floating'; readonly bits: number }
  | { readonly kind: 'integer'; readonly bits: number }
  | { readonly kind: 'block'; readonly type: BlockType };

/**
 * The format of that name.
 * @throws RangeError when it is none of `formatNames`.
 */
export function formatNamed(name: string): WeightFormat {
  if (isBlockType(name)) return { kind: 'block', type: name };
  if (!isDtype(name)) throw new RangeError(`format must be one of ${formatNames.join(', ')}, not ${name}`);
  return { kind: isInteger(name) ? 'integer' : 'floating', bits: bitsOf(name) };
}

const isInteger = (dtype: Dtype): boolean => dtype.startsWith('int');
