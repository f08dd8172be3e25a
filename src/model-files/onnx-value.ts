import { limits } from './limits.ts';
import type { OnnxShape } from './onnx-graph.ts';
import type { Field, ProtobufReader } from './protobuf.ts';
import { wire } from './protobuf.ts';

/** A value of a graph as its ValueInfoProto describes it; a shape that is not given, or not of a tensor, is empty. */
export async function readValueInfo(
  proto: ProtobufReader,
  message: Field,
): Promise<{ name: string; shape: OnnxShape }> {
  proto.expect(message, wire.delimited);
  let name = '';
  const shape: (number | undefined)[] = [];
  for (let field = await proto.next(message.end); field; field = await proto.next(message.end)) {
    if (field.number === 1) name = await proto.text(field);
    else if (field.number === 2) await readWithin(proto, field, [1, 2, 1], shape);
    proto.leave(field);
  }
  return { name, shape };
}

/** Follows fields inwards: TypeProto's `tensor_type`, its `shape`, each of that one's `dim`. */
async function readWithin(
  proto: ProtobufReader,
  message: Field,
  path: readonly number[],
  shape: (number | undefined)[],
): Promise<void> {
  proto.expect(message, wire.delimited);
  const [wanted, ...rest] = path;
  let size: number | undefined;
  for (let field = await proto.next(message.end); field; field = await proto.next(message.end)) {
    if (wanted === undefined) {
      if (field.number === 1 && field.wire === wire.varint) size = field.value;
    } else if (field.number === wanted && field.wire === wire.delimited)
      await readWithin(proto, field, rest, shape);
    proto.leave(field);
  }
  if (wanted !== undefined) return;
  if (shape.length === limits.axes)
    proto.reader.fail('limit', `more than ${limits.axes} axes`, message.start);
  shape.push(size);
}
