import type { Dtype } from '../../engine/index.ts';
import { bitsOf, packedBytes } from '../../engine/index.ts';
import type { ModelTensor } from '../../model-files/index.ts';

/** What a file holds of one number format. */
export interface DtypeShare {
  readonly dtype: string;
  readonly tensors: number;
  readonly elements: number;
  /** Of the tensors whose size is known. */
  readonly bytes: number;
}

/** Tensors, elements and bytes by number format, the most bytes first. */
export function sharesByDtype(tensors: readonly ModelTensor[]): readonly DtypeShare[] {
  const shares = new Map<string, DtypeShare>();
  for (const { dtype, elements, bytes = 0 } of tensors) {
    const before = shares.get(dtype) ?? { dtype, tensors: 0, elements: 0, bytes: 0 };
    shares.set(dtype, {
      dtype,
      tensors: before.tensors + 1,
      elements: before.elements + elements,
      bytes: before.bytes + bytes,
    });
  }
  return [...shares.values()].sort((left, right) => right.bytes - left.bytes);
}

/** Formats a file's weights are set against. */
export const comparedFormats = ['float32', 'float16', 'int8'] as const;
export type ComparedFormat = (typeof comparedFormats)[number];

/** A scale is a float32. */
const scaleDtype: Dtype = 'float32';

/**
 * Bytes the same tensors would take in another format, without a container.
 *
 * Counters and index tables stay as they are. In int8, matrices and kernels (two axes or more) become codes with a
 * float32 scale for each index of their first axis, the output channel, and everything else is float32: what
 * `quantizedWeightBytes` of the engine counts, but without zero points and with no batch norm folded, since a file of
 * weights does not say what stands before what.
 */
export function bytesIn(format: ComparedFormat, tensors: readonly ModelTensor[]): number {
  return tensors.reduce((total, tensor) => total + tensorBytesIn(format, tensor), 0);
}

function tensorBytesIn(format: ComparedFormat, { dtype, elements, bytes, role, shape }: ModelTensor): number {
  if (role === 'shared') return 0;
  if (role === 'buffer' && !dtype.includes('float')) return bytes ?? 0;
  if (format !== 'int8') return packedBytes(elements, bitsOf(format));
  const [channels = 0] = shape;
  if (role === 'buffer' || shape.length < 2) return packedBytes(elements, bitsOf('float32'));
  return packedBytes(elements, bitsOf('int8')) + packedBytes(channels, bitsOf(scaleDtype));
}
