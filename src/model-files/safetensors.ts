import type { ByteReader } from './byte-reader.ts';
import { JsonScanner } from './json-scanner.ts';
import { limits } from './limits.ts';
import type { FileContent, ModelTensor } from './model-file.ts';
import { safetensorsTypes } from './safetensors-types.ts';
import { bytesOf, elementsOf, isPacked, roleOf } from './tensor.ts';
import { Warnings } from './warnings.ts';

/** Bytes of the header's length at the start of the file. */
const lengthBytes = 8;

interface Entry {
  readonly name: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly begin: number;
  readonly end: number;
}

/**
 * Reads the header of a safetensors file: 8 bytes of length, JSON, data without gaps or overlaps up to the end.
 *
 * As strict as the reference reader, and stricter where the format's text is: the header begins with `{`, a key comes once.
 * Source: huggingface/safetensors, README, "Format"; safetensors/src/tensor.rs, `read_metadata` and `validate`.
 * @throws ModelFileError
 */
export async function readSafetensors(reader: ByteReader): Promise<FileContent> {
  await reader.need(lengthBytes);
  const headerBytes = reader.u64();
  if (headerBytes > limits.headerBytes) reader.fail('limit', `a header of ${headerBytes} bytes`, 0);
  const warnings = new Warnings();
  if (headerBytes > limits.largeHeaderBytes) warnings.add('largeHeader', String(headerBytes));
  await reader.need(headerBytes);
  const json = reader.text(headerBytes);
  if (!json.startsWith('{')) reader.fail('json', 'the header does not begin with {', lengthBytes);
  const entries = readHeader(new JsonScanner(json, lengthBytes), warnings);
  checkLayout(entries, reader);
  return { tensors: entries.map((entry) => tensorOf(entry, reader, warnings)), warnings: warnings.list() };
}

function readHeader(json: JsonScanner, warnings: Warnings): Entry[] {
  const entries: Entry[] = [];
  json.object((key) => {
    if (key === '__metadata__') {
      json.object(() => {
        json.text();
      });
      return;
    }
    if (entries.length === limits.tensors) json.fail('limit', `more than ${limits.tensors} tensors`);
    entries.push(readEntry(key, json, warnings));
  });
  json.end();
  return entries;
}

function readEntry(name: string, json: JsonScanner, warnings: Warnings): Entry {
  let dtype: string | undefined;
  let shape: number[] | undefined;
  let offsets: number[] | undefined;
  json.object((key) => {
    if (key === 'dtype') dtype = json.text();
    else if (key === 'shape') shape = wholes(json, limits.axes);
    else if (key === 'data_offsets') offsets = wholes(json, 2);
    else {
      warnings.add('unknownField', key);
      json.skip();
    }
  });
  const [begin, end] = offsets ?? [];
  if (dtype === undefined || shape === undefined || begin === undefined || end === undefined) {
    json.fail('structure', 'a tensor needs dtype, shape and data_offsets');
  }
  return { name, dtype, shape, begin, end };
}

function wholes(json: JsonScanner, most: number): number[] {
  const values: number[] = [];
  json.array(() => {
    if (values.length === most) json.fail('limit', `more than ${most} numbers`);
    values.push(json.whole());
  });
  return values;
}

/** Data must follow each other from the first byte after the header to the last byte of the file. */
function checkLayout(entries: readonly Entry[], reader: ByteReader): void {
  const dataStart = reader.position;
  let expected = 0;
  for (const { begin, end } of entries.toSorted((a, b) => a.begin - b.begin || a.end - b.end)) {
    if (begin !== expected || end < begin) {
      reader.fail('layout', `data from ${begin} to ${end} where ${expected} was to come`, dataStart);
    }
    expected = end;
  }
  const dataBytes = reader.size - dataStart;
  if (expected > dataBytes) reader.fail('truncated', `${expected} bytes of data wanted, ${dataBytes} left`);
  if (expected < dataBytes) reader.fail('layout', `${dataBytes - expected} bytes belong to no tensor`);
}

function tensorOf(
  { name, dtype, shape, begin, end }: Entry,
  reader: ByteReader,
  warnings: Warnings,
): ModelTensor {
  const bytes = end - begin;
  const elements = elementsOf(shape);
  if (elements === undefined) reader.fail('shape', `${shape.join('×')} is beyond 2^53`, lengthBytes);
  const type = safetensorsTypes.get(dtype);
  if (type === undefined) {
    warnings.add('unknownType', dtype);
  } else {
    const wanted = (elements * type.blockBytes) / type.blockElements;
    if (!Number.isInteger(wanted) || bytesOf(type, elements) !== bytes) {
      reader.fail('size', `${bytes} bytes for ${shape.join('×')} of ${dtype}`, lengthBytes);
    }
  }
  const stored = type?.dtype ?? dtype;
  if (isPacked(name, stored)) warnings.add('packedWeights', name);
  return { name, dtype: stored, shape, elements, bytes, role: roleOf(name, stored) };
}
