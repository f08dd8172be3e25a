import { limits } from './limits.ts';
import type { ModelTensor } from './model-file.ts';
import { onnxTypes, stringType } from './onnx-types.ts';
import type { Field, ProtobufReader } from './protobuf.ts';
import { wire } from './protobuf.ts';
import { bytesOf, elementsOf, roleOf } from './tensor.ts';
import type { Warnings } from './warnings.ts';

/** Fields of TensorProto that hold values, and the bytes of one value where that is fixed. */
const valueFields: ReadonlyMap<number, number | undefined> = new Map([
  [4, 4],
  [5, undefined],
  [6, undefined],
  [7, undefined],
  [9, 1],
  [10, 8],
  [11, undefined],
]);
const rawData = 9;
const int64Data = 7;
/** `TensorProto.DataType.INT64`. */
const int64Type = 7;
const int64Bytes = 8;

/** What a tensor's message says, before its parts are checked against each other. */
interface Description {
  name: string;
  type: number;
  readonly shape: number[];
  /** The field that holds its values, and that field's bytes. */
  data: { readonly field: number; bytes: number } | undefined;
  external: boolean;
  /** Values of a short list of 64-bit integers, as they stand in `int64_data` or, not yet decoded, in `raw_data`. */
  readonly int64Data: number[];
  raw: Uint8Array | undefined;
}

/** A tensor, and the integers of one that is a short list of them. */
export interface ReadTensor {
  readonly tensor: ModelTensor;
  readonly integers: readonly number[] | undefined;
}

/**
 * Reads a TensorProto without its values.
 *
 * Its bytes are those of its values in memory, which is what `raw_data` holds; the older typed fields write integers in
 * other widths.
 * Source: onnx/onnx, onnx/onnx.proto, `message TensorProto`.
 */
export async function readOnnxTensor(
  proto: ProtobufReader,
  message: Field,
  warnings: Warnings,
): Promise<ReadTensor> {
  proto.expect(message, wire.delimited);
  const tensor: Description = {
    name: '',
    type: 0,
    shape: [],
    data: undefined,
    external: false,
    int64Data: [],
    raw: undefined,
  };
  for (let field = await proto.next(message.end); field; field = await proto.next(message.end)) {
    await readField(proto, field, tensor, warnings);
    proto.leave(field);
  }
  return { tensor: checked(proto, message, tensor, warnings), integers: integersOf(tensor) };
}

async function readField(
  proto: ProtobufReader,
  field: Field,
  tensor: Description,
  warnings: Warnings,
): Promise<void> {
  if (valueFields.has(field.number)) {
    if (tensor.data !== undefined && tensor.data.field !== field.number) {
      proto.reader.fail('structure', 'a tensor has values in two fields', field.start);
    }
    if (tensor.data !== undefined && field.number === rawData) {
      proto.reader.fail('duplicate', 'raw_data twice', field.start);
    }
    const bytes = field.wire === wire.delimited ? field.value : unpackedBytes(field);
    await readIntegers(proto, field, tensor);
    tensor.data = { field: field.number, bytes: (tensor.data?.bytes ?? 0) + bytes };
    return;
  }
  switch (field.number) {
    case 1:
      return proto.numbers(field, tensor.shape, limits.axes);
    case 2:
      proto.expect(field, wire.varint);
      tensor.type = field.value;
      return;
    case 8:
      tensor.name = await proto.text(field);
      return;
    case 13:
      return readLocation(proto, field, warnings);
    case 14:
      proto.expect(field, wire.varint);
      tensor.external = field.value === 1;
      return;
    case 3:
      return proto.reader.fail('otherFormat', 'ONNX tensor in segments', field.start);
    case 12:
    case 16:
      proto.expect(field, wire.delimited);
      return;
    default:
      warnings.add('unknownField', `TensorProto ${field.number}`);
  }
}

/** Keeps the values of lists so short that they may be a shape; all other values are passed over. */
async function readIntegers(proto: ProtobufReader, field: Field, tensor: Description): Promise<void> {
  const bytes = field.end - proto.reader.position;
  if (bytes > limits.listedIntegers * int64Bytes || tensor.int64Data.length >= limits.listedIntegers) return;
  if (field.number === int64Data)
    await proto.numbers(field, tensor.int64Data, 2 * bytes + limits.listedIntegers);
  else if (field.number === rawData) {
    await proto.reader.need(bytes, field.end);
    tensor.raw = proto.reader.bytes(bytes);
  }
}

function integersOf({ type, int64Data: listed, raw }: Description): readonly number[] | undefined {
  if (type !== int64Type) return undefined;
  if (raw === undefined) return listed;
  const view = new DataView(raw.buffer);
  return Array.from({ length: Math.floor(raw.length / int64Bytes) }, (_, index) =>
    Number(view.getBigInt64(index * int64Bytes, true)),
  );
}

/** Bytes of one value that is written by itself, without its tag of one byte. */
function unpackedBytes(field: Field): number {
  return field.end - field.start - 1;
}

/** Where data in another file would be; it is named, never fetched. */
async function readLocation(proto: ProtobufReader, entry: Field, warnings: Warnings): Promise<void> {
  proto.expect(entry, wire.delimited);
  let key = '';
  let value = '';
  for (let field = await proto.next(entry.end); field; field = await proto.next(entry.end)) {
    if (field.number === 1) key = await proto.text(field);
    if (field.number === 2) value = await proto.text(field);
    proto.leave(field);
  }
  if (key === 'location' && isUnsafe(value)) warnings.add('unsafeLocation', value.slice(0, 1000));
}

/** Whether a path leads out of the model's folder: absolute, upwards, or an address. */
function isUnsafe(path: string): boolean {
  return /^(?:[/\\]|[a-z][a-z\d+.-]*:)|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(path);
}

function checked(
  proto: ProtobufReader,
  message: Field,
  { name, type: number, shape, data, external }: Description,
  warnings: Warnings,
): ModelTensor {
  if (shape.some((size) => !Number.isSafeInteger(size) || size < 0)) {
    proto.reader.fail('shape', shape.join('×'), message.start);
  }
  const elements = elementsOf(shape);
  if (elements === undefined) proto.reader.fail('shape', `${shape.join('×')} is beyond 2^53`, message.start);
  if (number === 0) proto.reader.fail('structure', 'a tensor without data_type', message.start);
  if (external) warnings.add('externalData', name.slice(0, 200));
  const type = onnxTypes.get(number);
  if (type === undefined) {
    const dtype = number === stringType ? 'string' : `onnx ${number}`;
    if (number !== stringType) warnings.add('unknownType', dtype);
    const bytes = data?.field === rawData || number === stringType ? (data?.bytes ?? 0) : undefined;
    return { name, dtype, shape, elements, bytes, role: roleOf(name, dtype) };
  }
  const bytes = bytesOf(type, elements);
  if (bytes === undefined)
    proto.reader.fail('shape', `${shape.join('×')} is beyond 2^53 bytes`, message.start);
  if (!external && !holds(data, bytes, elements)) {
    proto.reader.fail(
      'size',
      `${data?.bytes ?? 0} bytes for ${shape.join('×')} of ${type.dtype}`,
      message.start,
    );
  }
  return { name, dtype: type.dtype, shape, elements, bytes, role: roleOf(name, type.dtype) };
}

/** Whether a field of that length can hold the values; varints take 1 to 10 bytes each. */
function holds(data: Description['data'], bytes: number, elements: number): boolean {
  if (data === undefined) return elements === 0;
  if (valueFields.get(data.field) !== undefined) return data.bytes === bytes;
  const isPackedBelowByte = bytes < elements;
  return data.bytes <= 10 * elements && (isPackedBelowByte || data.bytes >= elements);
}
