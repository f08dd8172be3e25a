import type { ByteReader } from './byte-reader.ts';
import { limits } from './limits.ts';
import type { FileContent, ModelTensor } from './model-file.ts';
import { bitsOfTorchTypes, storageTypes, untypedStorages } from './pickle-calls.ts';
import type { PickleTensor, PickleValue } from './pickle-values.ts';
import { PickleReader } from './pickle.ts';
import type { StoredType } from './tensor.ts';
import { elementsOf, plainType, roleOf } from './tensor.ts';
import { Warnings } from './warnings.ts';
import type { ZipEntry } from './zip.ts';
import { enterZipEntry, readZipDirectory } from './zip.ts';

/** Modules' own dictionaries, which state dicts leave out of their names. */
const wrappers = new Set(['_modules', '_parameters', '_buffers']);

/** What is gathered while a pickle's value is walked. */
interface Walk {
  readonly reader: ByteReader;
  readonly warnings: Warnings;
  readonly records: ReadonlyMap<string, ZipEntry>;
  readonly tensors: ModelTensor[];
  /** Views already listed, by storage, place and shape. */
  readonly listed: Set<string>;
  /** Containers already walked, which may hold themselves. */
  readonly walked: Set<PickleValue>;
}

/**
 * Reads a file that torch.save has written since PyTorch 1.6: a zip archive with a pickle of names and shapes, and a
 * record for each tensor's data. The pickle is read, not run, and the records' data are not read.
 *
 * Source: pytorch/pytorch, torch/serialization.py, `_save`; docs/source/notes/serialization.rst.
 * @throws ModelFileError
 */
export async function readPytorch(reader: ByteReader): Promise<FileContent> {
  const entries = await readZipDirectory(reader);
  const pickle = entries.find(({ name }) => /^(?:[^/]+\/)?data\.pkl$/.test(name));
  if (pickle === undefined) reader.fail('otherFormat', 'zip without data.pkl', 0);
  if (pickle.bytes > limits.pickleBytes)
    reader.fail('limit', `a pickle of ${pickle.bytes} bytes`, pickle.offset);
  await enterZipEntry(reader, pickle);
  const start = reader.position;
  const unpickler = new PickleReader(reader.bytes(pickle.bytes), start);
  const root = unpickler.read();
  const warnings = new Warnings();
  for (const name of unpickler.foreign) warnings.add('foreignCode', name);
  const folder = pickle.name.slice(0, -'data.pkl'.length);
  const records = new Map(
    entries.map((entry) => [entry.name.startsWith(folder) ? entry.name.slice(folder.length) : '', entry]),
  );
  const walk = {
    reader,
    warnings,
    records,
    tensors: [],
    listed: new Set<string>(),
    walked: new Set<PickleValue>(),
  };
  collect(walk, root, [], 0);
  return { tensors: walk.tensors, warnings: warnings.list() };
}

function collect(walk: Walk, value: PickleValue, path: readonly string[], depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (value.kind === 'tensor') {
    addTensor(walk, value, path.filter((part) => !wrappers.has(part)).join('.'));
    return;
  }
  if (value.kind === 'global' || value.kind === 'storage' || walk.walked.has(value)) return;
  if (depth > limits.depth * 4) walk.reader.fail('limit', 'values are nested too deep');
  walk.walked.add(value);
  if (value.kind === 'dict') {
    for (const [key, held] of value.entries) {
      const part = typeof key === 'string' || typeof key === 'number' ? String(key) : '?';
      collect(walk, held, [...path, part], depth + 1);
    }
  } else if (value.kind === 'object') {
    for (const part of value.parts) collect(walk, part, path, depth + 1);
  } else
    value.items.forEach((item, index) => {
      collect(walk, item, [...path, String(index)], depth + 1);
    });
}

function addTensor(walk: Walk, tensor: PickleTensor, name: string): void {
  const { warnings, tensors, listed } = walk;
  const { storage, offset, shape, strides } = tensor;
  if (tensors.length === limits.tensors) walk.reader.fail('limit', `more than ${limits.tensors} tensors`);
  const elements = elementsOf(shape);
  if (elements === undefined) walk.reader.fail('shape', `${shape.join('×')} is beyond 2^53`);
  const type = typeOf(tensor);
  const view = `${storage.key} ${offset} ${shape.join('×')}`;
  const isShared = elements > 0 && listed.has(view);
  listed.add(view);
  if (type === undefined) {
    const dtype = tensor.dtype ?? storage.className;
    warnings.add('unknownType', dtype);
    tensors.push({ name, dtype, shape, elements, bytes: undefined, role: isShared ? 'shared' : 'parameter' });
    return;
  }
  const record = walk.records.get(`data/${storage.key}`);
  if (record === undefined) walk.reader.fail('structure', `no record for the data of ${name.slice(0, 200)}`);
  const storedBytes = untypedStorages.has(storage.className)
    ? storage.count
    : storage.count * type.blockBytes;
  if (record.bytes !== storedBytes) {
    walk.reader.fail(
      'size',
      `${record.bytes} bytes for ${name.slice(0, 200)}, ${storedBytes} wanted`,
      record.offset,
    );
  }
  const last = shape.reduce((place, size, axis) => place + (size - 1) * (strides[axis] ?? 0), offset);
  if (elements > 0 && !((last + 1) * type.blockBytes <= storedBytes)) {
    walk.reader.fail('size', `${name.slice(0, 200)} reaches past its data`, record.offset);
  }
  const role = isShared ? 'shared' : isOptimizer(name) ? 'buffer' : roleOf(name, type.dtype);
  tensors.push({
    name,
    dtype: type.dtype,
    shape,
    elements,
    bytes: isShared ? 0 : elements * type.blockBytes,
    role,
  });
}

/** State that a training run keeps beside the model. */
function isOptimizer(name: string): boolean {
  return /^(?:optim|optimizer|optimizers|optimizer_states|optimizer_state_dict)\./.test(name);
}

function typeOf({ storage, dtype }: PickleTensor): StoredType | undefined {
  const name = dtype?.replace(/^torch\./, '') ?? storageTypes.get(storage.className);
  const bits = name === undefined ? undefined : bitsOfTorchTypes.get(name);
  return name === undefined || bits === undefined ? undefined : plainType(name, bits);
}
