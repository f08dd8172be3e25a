import { wholeNumber } from '../checks.ts';
import type { Values } from './affine.ts';
import { rangeOf } from './affine.ts';
import { roundSaturating } from './number-formats.ts';

/** Weights that share a scale in QLoRA's NF4. */
export const nf4BlockElements = 64;

/**
 * Values in NF4 by blocks: each block divided by its largest magnitude, rounded to the 16 values of NF4 and multiplied
 * back. The scales stay float32; QLoRA quantizes them once more, which this leaves out. A last block may be shorter.
 * Source: Dettmers et al. 2023 (arXiv 2305.14314), §2 and §3.
 * @throws RangeError when there are no values, one is not finite, or `blockElements` is not whole and positive.
 * @example quantizeNf4([2, -2, 0.1]) // [2, -2, 0.1591606…], 0.1/2 being nearest to 0.0796
 */
export function quantizeNf4(values: Values, blockElements: number = nf4BlockElements): Float32Array {
  rangeOf(values);
  wholeNumber('blockElements', blockElements, 1);
  const restored = new Float32Array(values.length);
  for (let begin = 0; begin < values.length; begin += blockElements) {
    const block = values.slice(begin, begin + blockElements);
    const { least, greatest } = rangeOf(block);
    const scale = Math.max(-least, greatest);
    // A block of zeros has no scale to divide by, and stays zeros.
    if (scale === 0) continue;
    let index = begin;
    for (const value of block) restored[index++] = roundSaturating('nf4', value / scale) * scale;
  }
  return restored;
}
