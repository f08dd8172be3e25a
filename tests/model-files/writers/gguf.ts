import { joined, little, padding, zeros } from './bytes.ts';

/** A tensor's description: axes innermost first, as ggml has them. */
export interface GgufTensor {
  readonly name: string;
  readonly axes: readonly (number | bigint)[];
  readonly type: number;
  readonly bytes: number;
  /** Default: behind the one before, aligned. */
  readonly offset?: number;
}

export interface GgufOptions {
  readonly version?: number;
  readonly alignment?: number;
  readonly tensorCount?: number | bigint;
  readonly pairCount?: number | bigint;
  /** Key-value pairs, already written. */
  readonly pairs?: readonly Uint8Array[];
}

export function ggufText(text: string): Uint8Array {
  const bytes = joined(text);
  return joined(little(bytes.length, 8), bytes);
}

/** A key-value pair of a type by number. */
export function ggufPair(key: string, type: number, value: Uint8Array): Uint8Array {
  return joined(ggufText(key), little(type, 4), value);
}

/** The value of an array of a type by number. */
export function ggufArray(
  type: number,
  values: readonly Uint8Array[],
  count: number | bigint = values.length,
): Uint8Array {
  return joined(little(type, 4), little(count, 8), ...values);
}

/** A file with its data, padded after each tensor. */
export function gguf(tensors: readonly GgufTensor[], options: GgufOptions = {}): Uint8Array {
  const { alignment = 32 } = options;
  const dataBytes = tensors.reduce(
    (end, { bytes, offset = end }) => Math.ceil((offset + bytes) / alignment) * alignment,
    0,
  );
  return joined(ggufHead(tensors, options), zeros(dataBytes));
}

/** The file without its data. */
export function ggufHead(tensors: readonly GgufTensor[], options: GgufOptions = {}): Uint8Array {
  const { version = 3, alignment = 32, pairs = [] } = options;
  let next = 0;
  const infos = tensors.map(({ name, axes, type, bytes, offset = next }) => {
    next = Math.ceil((offset + bytes) / alignment) * alignment;
    const sizes = axes.map((size) => little(size, 8));
    return joined(ggufText(name), little(axes.length, 4), ...sizes, little(type, 4), little(offset, 8));
  });
  const head = joined(
    'GGUF',
    little(version, 4),
    little(options.tensorCount ?? tensors.length, 8),
    little(options.pairCount ?? pairs.length, 8),
    ...pairs,
    ...infos,
  );
  return joined(head, padding(head.length, alignment));
}
