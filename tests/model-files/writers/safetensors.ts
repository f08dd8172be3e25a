import { joined, little, zeros } from './bytes.ts';

/** A tensor as the header has it. */
export interface WrittenTensor {
  readonly name: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly bytes: number;
}

/** The header's text in front of `dataBytes` zeros. */
export function safetensorsOf(header: string | Uint8Array, dataBytes: number): Uint8Array {
  const text = joined(header);
  return joined(little(text.length, 8), text, zeros(dataBytes));
}

/** A file of tensors one after the other, the header filled up to a multiple of 8. */
export function safetensors(
  tensors: readonly WrittenTensor[],
  metadata?: Readonly<Record<string, string>>,
): Uint8Array {
  let offset = 0;
  const entries = tensors.map(({ name, dtype, shape, bytes }) => {
    const begin = offset;
    offset += bytes;
    return `${JSON.stringify(name)}:${JSON.stringify({ dtype, shape, data_offsets: [begin, offset] })}`;
  });
  const members =
    metadata === undefined ? entries : [`"__metadata__":${JSON.stringify(metadata)}`, ...entries];
  const header = `{${members.join(',')}}`;
  const length = new TextEncoder().encode(header).length;
  return safetensorsOf(header + ' '.repeat((8 - (length % 8)) % 8), offset);
}
