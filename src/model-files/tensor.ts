import type { ModelTensor } from './model-file.ts';

/** How a file's type is laid out: `blockElements` values in `blockBytes` bytes. */
export interface StoredType {
  /** The engine's name where it has one, else the format's. */
  readonly dtype: string;
  readonly blockElements: number;
  readonly blockBytes: number;
}

/** A type whose values take `bits` each, packed. */
export function plainType(dtype: string, bits: number): StoredType {
  return bits % 8 === 0
    ? { dtype, blockElements: 1, blockBytes: bits / 8 }
    : { dtype, blockElements: 8, blockBytes: bits };
}

/**
 * Elements of a shape; 1 for a scalar, 0 when an axis is empty. Undefined when a double cannot hold the count, which no
 * file can either.
 */
export function elementsOf(shape: readonly number[]): number | undefined {
  if (shape.includes(0)) return 0;
  let elements = 1;
  for (const size of shape) {
    elements *= size;
    if (!Number.isSafeInteger(elements)) return undefined;
  }
  return elements;
}

/** Whole bytes of `elements` values; undefined beyond 2^53. */
export function bytesOf({ blockElements, blockBytes }: StoredType, elements: number): number | undefined {
  const bytes = Math.ceil((elements / blockElements) * blockBytes);
  return Number.isSafeInteger(bytes) ? bytes : undefined;
}

/** What batch norms keep beside their parameters, by PyTorch's names. */
const bufferNames = /(^|\.)(running_mean|running_var|num_batches_tracked)$/;

/**
 * Whether a tensor is trained. No format says it, so this goes by PyTorch's names for the statistics of batch norms, and
 * by type: 64-bit integers and booleans are counters, index tables and masks. Integers of fewer bits may be quantized
 * weights, and count.
 * @example roleOf('layer1.0.bn1.running_mean', 'float32') // 'buffer'
 */
export function roleOf(name: string, dtype: string): ModelTensor['role'] {
  const isTable = dtype === 'int64' || dtype === 'uint64' || dtype === 'bool' || dtype === 'string';
  return isTable || bufferNames.test(name) ? 'buffer' : 'parameter';
}

/** Whether a tensor holds packed weights, as GPTQ and AWQ store them: several 2- to 8-bit codes in one 32-bit integer. */
export function isPacked(name: string, dtype: string): boolean {
  return dtype === 'int32' && /(^|\.)qweight$/.test(name);
}
