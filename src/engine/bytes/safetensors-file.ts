import type { Network } from '../network/index.ts';
import type { FloatingDtype } from './floating-dtype.ts';
import type { StateTensor } from './state-dict.ts';
import { tensorDataBytes, tensorsOf } from './state-dict.ts';

const dtypeNames: Readonly<Record<FloatingDtype, string>> = {
  float64: 'F64',
  float32: 'F32',
  float16: 'F16',
  bfloat16: 'BF16',
};

/** Length of the header, a little-endian 64-bit number at the start of the file. */
const lengthBytes = 8;
/** The header is filled up with spaces to a multiple of this. */
const headerAlignment = 8;

/**
 * Bytes of `safetensors.torch.save_file(model.state_dict(), …)`: length, JSON header, data without gaps.
 *
 * Tensors are laid out by descending alignment, then by name, which decides the digits of their offsets. A tied tensor
 * is stored under its first name only, as `save_model` does; the optional `__metadata__` is left out.
 * Source: huggingface/safetensors, safetensors/src/tensor.rs, `prepare`.
 */
export function safetensorsFileBytes(network: Network, dtype: FloatingDtype): number {
  const tensors = tensorsOf(network).filter((tensor) => tensor.sharesDataOf === undefined);
  let offset = 0;
  const entries = tensors.toSorted(byAlignmentAndName).map((tensor) => {
    const begin = offset;
    offset += tensorDataBytes(tensor, dtype);
    return [
      tensor.name,
      { dtype: nameOf(tensor, dtype), shape: tensor.shape, data_offsets: [begin, offset] },
    ];
  });
  const headerBytes = new TextEncoder().encode(JSON.stringify(Object.fromEntries(entries))).length;
  return lengthBytes + Math.ceil(headerBytes / headerAlignment) * headerAlignment + offset;
}

function nameOf(tensor: StateTensor, dtype: FloatingDtype): string {
  return tensor.dtype === 'int64' ? 'I64' : dtypeNames[dtype];
}

function byAlignmentAndName(left: StateTensor, right: StateTensor): number {
  if (left.dtype !== right.dtype) return left.dtype === 'int64' ? -1 : 1;
  return left.name < right.name ? -1 : 1;
}
