import type { ByteReader } from './byte-reader.ts';
import type { FileContent, ModelTensor } from './model-file.ts';
import { networkOf } from './onnx-network.ts';
import type { Walk } from './onnx-walk.ts';
import { newWalk, readGraph } from './onnx-walk.ts';
import type { Field } from './protobuf.ts';
import { ProtobufReader, wire } from './protobuf.ts';

/** First IR version that must name its operator sets. */
const firstWithOperatorSets = 3;

/**
 * Reads an ONNX model's tensors: initializers and constants of the graph and its subgraphs, without their values.
 *
 * Batch norms' mean and variance are buffers, and so are scalars, which exporters write for constants of the program.
 * Source: onnx/onnx, onnx/onnx.proto, `ModelProto`, `GraphProto`, `NodeProto`.
 * @throws ModelFileError
 */
export async function readOnnx(reader: ByteReader): Promise<FileContent> {
  const proto = new ProtobufReader(reader);
  const walk = newWalk(proto);
  const seen = new Map<number, number>();
  for (let field = await proto.next(reader.size); field; field = await proto.next(reader.size)) {
    await readModelField(walk, field, seen);
    proto.leave(field);
  }
  const version = seen.get(1);
  if (version === undefined) reader.fail('structure', 'no ir_version');
  if (!seen.has(7)) reader.fail('structure', 'no graph');
  if (version >= firstWithOperatorSets && !seen.has(8)) reader.fail('structure', 'no opset_import');
  const tensors = walk.tensors.map((tensor): ModelTensor => {
    const isBuffer = walk.statistics.has(tensor.name) || tensor.shape.length === 0;
    return isBuffer ? { ...tensor, role: 'buffer' } : tensor;
  });
  const network = networkOf(walk.main, walk.warnings);
  return { tensors, network, warnings: walk.warnings.list() };
}

async function readModelField(walk: Walk, field: Field, seen: Map<number, number>): Promise<void> {
  const { proto, warnings } = walk;
  switch (field.number) {
    case 1:
    case 5:
      proto.expect(field, wire.varint);
      break;
    case 2:
    case 3:
    case 4:
      await proto.text(field);
      break;
    case 7:
      // protobuf would merge two graphs; readers disagree on what that gives.
      if (seen.has(7)) proto.reader.fail('duplicate', 'two graphs', field.start);
      await readGraph(walk, field, 0);
      break;
    case 6:
    case 8:
    case 14:
    case 20:
    case 25:
    case 26:
      proto.expect(field, wire.delimited);
      break;
    default:
      warnings.add('unknownField', `ModelProto ${field.number}`);
  }
  seen.set(field.number, field.value);
}
