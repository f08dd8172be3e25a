import type { ByteReader } from './byte-reader.ts';
import { limits } from './limits.ts';

/**
 * Bytes of the value types of fixed size, by number.
 * Source: ggml-org/ggml, docs/gguf.md, `enum gguf_metadata_value_type`.
 */
const fixedBytes: ReadonlyMap<number, number> = new Map([
  [0, 1],
  [1, 1],
  [2, 2],
  [3, 2],
  [4, 4],
  [5, 4],
  [6, 4],
  [7, 1],
  [10, 8],
  [11, 8],
  [12, 8],
]);
const uint32Type = 4;
const boolType = 7;
const textType = 8;
const arrayType = 9;

/** What of a GGUF file's key-value pairs says where its data lies. */
export interface GgufValues {
  /** Data begins at multiples of this many bytes. */
  readonly alignment: number;
}

/** Passes over the key-value pairs, so that a vocabulary takes no memory, and keeps the alignment. */
export async function readKeyValues(reader: ByteReader, pairCount: number): Promise<GgufValues> {
  let alignment = 32;
  const keys = new Set<string>();
  for (let index = 0; index < pairCount; index++) {
    const start = reader.position;
    await reader.need(8);
    const keyBytes = reader.u64();
    if (keyBytes === 0) reader.fail('structure', 'a key without letters', start);
    if (keyBytes > limits.keyBytes) reader.fail('limit', `a key of ${keyBytes} bytes`, start);
    await reader.need(keyBytes + 4);
    const key = reader.text(keyBytes);
    if (keys.has(key)) reader.fail('duplicate', `key ${key.slice(0, 200)}`, start);
    keys.add(key);
    const type = reader.u32();
    if (key === 'general.alignment') {
      if (type !== uint32Type) reader.fail('type', 'the alignment is not a uint32', start);
      await reader.need(4);
      alignment = checkedAlignment(reader.u32(), reader);
    } else await skipValue(reader, type, 0);
  }
  return { alignment };
}

function checkedAlignment(alignment: number, reader: ByteReader): number {
  if (alignment === 0 || alignment % 8 !== 0) reader.fail('layout', `alignment ${alignment}`);
  if (alignment > limits.alignment) reader.fail('limit', `alignment ${alignment}`);
  return alignment;
}

async function skipValue(reader: ByteReader, type: number, depth: number): Promise<void> {
  const bytes = fixedBytes.get(type);
  if (type === boolType) await readBool(reader);
  else if (bytes !== undefined) reader.skip(bytes);
  else if (type === textType) await skipText(reader);
  else if (type === arrayType) await skipArray(reader, depth + 1);
  else reader.fail('type', `value type ${type}`);
}

async function readBool(reader: ByteReader): Promise<void> {
  await reader.need(1);
  if (reader.u8() > 1) reader.fail('type', 'a bool is neither 0 nor 1', reader.position - 1);
}

async function skipText(reader: ByteReader): Promise<void> {
  await reader.need(8);
  const bytes = reader.u64();
  if (bytes > limits.textBytes) reader.fail('limit', `a text of ${bytes} bytes`);
  reader.skip(bytes);
}

async function skipArray(reader: ByteReader, depth: number): Promise<void> {
  if (depth > limits.depth) reader.fail('limit', 'arrays are nested too deep');
  await reader.need(12);
  const type = reader.u32();
  const count = reader.u64();
  if (count > limits.arrayElements) reader.fail('limit', `an array of ${count}`);
  const bytes = fixedBytes.get(type);
  if (bytes !== undefined) reader.skip(count * bytes);
  else {
    // An element takes at least the bytes of a length, so a count beyond the file ends here and not in a loop.
    if (count * 8 > reader.size - reader.position) reader.fail('truncated', `an array of ${count}`);
    for (let index = 0; index < count; index++) await skipValue(reader, type, depth);
  }
}
