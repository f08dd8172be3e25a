import { product, wholeNumber } from '../checks.ts';
import { exponentOf } from './float-grid.ts';

/** A sum of products of activation codes from 0 and signed weight codes. */
interface IntegerProducts {
  readonly activationBits: number;
  readonly weightBits: number;
}

/**
 * Bits of a signed integer that holds the sum of `terms` products, whatever the codes: why 8-bit layers add up in int32.
 *
 * The largest product is (2^a − 1)·2^(w−1), of the highest activation code with the lowest weight code.
 * Source: Jacob et al. 2018 (arXiv 1712.05877), §2.4.
 * @throws RangeError naming the entry that is not whole and positive.
 * @example accumulatorBits({ activationBits: 8, weightBits: 8, terms: 9 * 512 }) // 29
 */
export function accumulatorBits(products: IntegerProducts & { readonly terms: number }): number {
  const largestSum = product([largestProduct(products), wholeNumber('terms', products.terms, 1)]);
  // ⌈log₂ n⌉ of a whole n above 1 is ⌊log₂(n − 1)⌋ + 1.
  return 1 + (largestSum === 1 ? 0 : exponentOf(largestSum - 1) + 1);
}

/**
 * Products that an accumulator of `bits` bits can add up without overflow, whatever the codes.
 * @throws RangeError naming the entry that is not whole and positive.
 * @example termsWithoutOverflow({ activationBits: 8, weightBits: 8, bits: 32 }) // 65_793
 */
export function termsWithoutOverflow(products: IntegerProducts & { readonly bits: number }): number {
  const bits = wholeNumber('bits', products.bits, 1);
  return Math.floor(2 ** (bits - 1) / largestProduct(products));
}

function largestProduct({ activationBits, weightBits }: IntegerProducts): number {
  const highestActivation = 2 ** wholeNumber('activationBits', activationBits, 1) - 1;
  return product([highestActivation, 2 ** (wholeNumber('weightBits', weightBits, 1) - 1)]);
}
