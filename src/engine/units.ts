/** Bits in a byte. */
export const bitsPerByte = 8;

/** Bytes in a megabyte, MB (SI, 10^6). Networks' file sizes are often MiB labelled MB; both are always shown. */
export const bytesPerMegabyte = 1_000_000;

/** Bytes in a mebibyte, MiB (IEC 80000-13, 2^20). */
export const bytesPerMebibyte = 1_048_576;

/** Bytes in a gigabyte, GB (SI, 10^9). */
export const bytesPerGigabyte = 1_000_000_000;

/** Bytes in a gibibyte, GiB (IEC 80000-13, 2^30). */
export const bytesPerGibibyte = 1_073_741_824;

/**
 * Floating-point operations of `macs` multiply-accumulates in the convention "one MAC is two FLOPs",
 * a multiplication and an addition.
 *
 * The convention is part of the name because half of the published tables use the other one (1 MAC = 1 "FLOP").
 * @example flopsAtTwoPerMac(4_089_184_256) // 8_178_368_512, ResNet-50 at 224×224
 */
export function flopsAtTwoPerMac(macs: number): number {
  return 2 * macs;
}

/**
 * Whole bytes that hold `elements` values of `bitsPerElement` bits packed without gaps, the last byte filled up.
 * @example packedBytes(3, 4) // 2
 */
export function packedBytes(elements: number, bitsPerElement: number): number {
  return Math.ceil((elements * bitsPerElement) / bitsPerByte);
}
