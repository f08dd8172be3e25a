import type { ByteReader } from './byte-reader.ts';
import { ggufTypes } from './gguf-types.ts';
import { readKeyValues } from './gguf-values.ts';
import { limits } from './limits.ts';
import type { FileContent, ModelTensor } from './model-file.ts';
import { bytesOf, elementsOf, roleOf } from './tensor.ts';
import { Warnings } from './warnings.ts';

/** Versions that differ only in what they allow; version 1 had 32-bit lengths. */
const versions = [2, 3];

interface PlacedTensor {
  readonly tensor: ModelTensor;
  /** From the start of the data. */
  readonly dataOffset: number;
}

/**
 * Reads the head of a GGUF file: key-value pairs (passed over but for the alignment), then each tensor's name, axes, type
 * and place. The shape is turned around: ggml has the innermost axis first.
 *
 * Data must lie as the format's writers put it, one after the other on multiples of the alignment; only the padding after
 * the last may be missing.
 * Source: ggml-org/ggml, docs/gguf.md, "File Structure".
 * @throws ModelFileError
 */
export async function readGguf(reader: ByteReader): Promise<FileContent> {
  await reader.need(24);
  reader.skip(4);
  const version = reader.u32();
  if (!versions.includes(version)) {
    const isBigEndian = version % 0x1000000 === 0;
    reader.fail('version', isBigEndian ? 'big-endian' : String(version), 4);
  }
  const tensorCount = reader.u64();
  const pairCount = reader.u64();
  if (tensorCount > limits.tensors) reader.fail('limit', `${tensorCount} tensors`, 8);
  if (pairCount > limits.keyValues) reader.fail('limit', `${pairCount} key-value pairs`, 16);
  const { alignment } = await readKeyValues(reader, pairCount);
  const warnings = new Warnings();
  const names = new Set<string>();
  const tensors: PlacedTensor[] = [];
  for (let index = 0; index < tensorCount; index++) {
    const placed = await readTensor(reader, alignment, warnings);
    const { name } = placed.tensor;
    if (names.has(name)) reader.fail('duplicate', `tensor ${name.slice(0, 200)}`);
    names.add(name);
    tensors.push(placed);
  }
  checkLayout(tensors, aligned(reader.position, alignment), alignment, reader, warnings);
  return { tensors: tensors.map(({ tensor }) => tensor), warnings: warnings.list() };
}

async function readTensor(reader: ByteReader, alignment: number, warnings: Warnings): Promise<PlacedTensor> {
  const start = reader.position;
  await reader.need(8);
  const nameBytes = reader.u64();
  if (nameBytes > limits.textBytes) reader.fail('limit', `a name of ${nameBytes} bytes`, start);
  await reader.need(nameBytes + 4);
  const name = reader.text(nameBytes);
  const axes = reader.u32();
  if (axes > limits.axes) reader.fail('limit', `${axes} axes`, start);
  await reader.need(axes * 8 + 12);
  const innermostFirst = Array.from({ length: axes }, () => reader.u64());
  const typeNumber = reader.u32();
  const dataOffset = reader.u64();
  if (dataOffset % alignment !== 0) reader.fail('layout', `offset ${dataOffset} is not aligned`, start);
  const shape = innermostFirst.toReversed();
  const elements = elementsOf(shape);
  if (elements === undefined) reader.fail('shape', `${shape.join('×')} is beyond 2^53`, start);
  const type = ggufTypes.get(typeNumber);
  if (type === undefined) {
    const dtype = `ggml ${typeNumber}`;
    warnings.add('unknownType', dtype);
    return { tensor: { name, dtype, shape, elements, bytes: undefined, role: 'parameter' }, dataOffset };
  }
  const rowElements = innermostFirst[0] ?? 1;
  if (rowElements % type.blockElements !== 0) {
    reader.fail('shape', `rows of ${rowElements} are no multiple of ${type.dtype}'s blocks`, start);
  }
  const bytes = bytesOf(type, elements);
  if (bytes === undefined) reader.fail('shape', `${shape.join('×')} is beyond 2^53 bytes`, start);
  const { dtype } = type;
  return { tensor: { name, dtype, shape, elements, bytes, role: roleOf(name, dtype) }, dataOffset };
}

function checkLayout(
  tensors: readonly PlacedTensor[],
  dataStart: number,
  alignment: number,
  reader: ByteReader,
  warnings: Warnings,
): void {
  let expected: number | undefined = 0;
  let dataEnd = 0;
  for (const { tensor, dataOffset } of tensors.toSorted((a, b) => a.dataOffset - b.dataOffset)) {
    const { name, bytes } = tensor;
    // After a tensor of unknown size any place further on may be the next one's.
    if (expected === undefined ? dataOffset < dataEnd : dataOffset !== expected) {
      reader.fail(
        'layout',
        `${name.slice(0, 200)} at ${dataOffset}, where ${expected ?? dataEnd} was to come`,
      );
    }
    dataEnd = dataOffset + (bytes ?? 0);
    if (dataEnd > reader.size - dataStart) {
      reader.fail('truncated', `data of ${name.slice(0, 200)} reaches past the end`, reader.size);
    }
    expected = bytes === undefined ? undefined : aligned(dataEnd, alignment);
  }
  const unused = expected === undefined ? 0 : reader.size - dataStart - expected;
  if (unused > 0) warnings.add('unusedBytes', String(unused));
}

function aligned(position: number, alignment: number): number {
  return Math.ceil(position / alignment) * alignment;
}
