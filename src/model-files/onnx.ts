import type { ByteReader } from './byte-reader.ts';
import { limits } from './limits.ts';
import type { FileContent, ModelTensor } from './model-file.ts';
import { readOnnxTensor } from './onnx-tensor.ts';
import type { Field } from './protobuf.ts';
import { ProtobufReader, wire } from './protobuf.ts';
import { Warnings } from './warnings.ts';

/** First IR version that must name its operator sets. */
const firstWithOperatorSets = 3;

/** What is gathered while graphs are walked. */
interface Walk {
  readonly proto: ProtobufReader;
  readonly warnings: Warnings;
  readonly tensors: ModelTensor[];
  /** Names of what batch norms read as their statistics. */
  readonly statistics: Set<string>;
  nodes: number;
}

/**
 * Reads an ONNX model's tensors: initializers and constants of the graph and its subgraphs, without their values.
 *
 * Batch norms' mean and variance are buffers, and so are scalars, which exporters write for constants of the program.
 * Source: onnx/onnx, onnx/onnx.proto, `ModelProto`, `GraphProto`, `NodeProto`.
 * @throws ModelFileError
 */
export async function readOnnx(reader: ByteReader): Promise<FileContent> {
  const proto = new ProtobufReader(reader);
  const walk: Walk = { proto, warnings: new Warnings(), tensors: [], statistics: new Set(), nodes: 0 };
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
  return { tensors, warnings: walk.warnings.list() };
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

async function readGraph(walk: Walk, graph: Field, depth: number): Promise<void> {
  const { proto } = walk;
  proto.expect(graph, wire.delimited);
  if (depth > limits.depth) proto.reader.fail('limit', 'graphs are nested too deep', graph.start);
  const names = new Set<string>();
  for (let field = await proto.next(graph.end); field; field = await proto.next(graph.end)) {
    if (field.number === 1) await readNode(walk, field, depth);
    else if (field.number === 5) await addTensor(walk, field, names);
    else if (field.number === 15) await readSparse(walk, field, names);
    else if (field.number === 2) await proto.text(field);
    else if ([10, 11, 12, 13, 14, 16].includes(field.number)) proto.expect(field, wire.delimited);
    else walk.warnings.add('unknownField', `GraphProto ${field.number}`);
    proto.leave(field);
  }
}

async function addTensor(walk: Walk, field: Field, names: Set<string>, name?: string): Promise<void> {
  const { proto, warnings, tensors } = walk;
  const tensor = await readOnnxTensor(proto, field, warnings);
  if (names.has(tensor.name)) {
    proto.reader.fail('duplicate', `initializer ${tensor.name.slice(0, 200)}`, field.start);
  }
  if (name === undefined) names.add(tensor.name);
  if (tensors.length === limits.tensors) proto.reader.fail('limit', `more than ${limits.tensors} tensors`);
  tensors.push(name === undefined ? tensor : { ...tensor, name });
}

/** A SparseTensorProto counts with the values it stores. */
async function readSparse(walk: Walk, message: Field, names: Set<string>): Promise<void> {
  const { proto } = walk;
  proto.expect(message, wire.delimited);
  for (let field = await proto.next(message.end); field; field = await proto.next(message.end)) {
    if (field.number === 1) await addTensor(walk, field, names);
    proto.leave(field);
  }
}

async function readNode(walk: Walk, node: Field, depth: number): Promise<void> {
  const { proto } = walk;
  proto.expect(node, wire.delimited);
  if (++walk.nodes > limits.nodes) proto.reader.fail('limit', `more than ${limits.nodes} nodes`, node.start);
  const inputs: string[] = [];
  const outputs: string[] = [];
  let operator = '';
  const attributes: Field[] = [];
  for (let field = await proto.next(node.end); field; field = await proto.next(node.end)) {
    if (field.number === 1) inputs.push(await proto.text(field));
    else if (field.number === 2) outputs.push(await proto.text(field));
    else if (field.number === 4) operator = await proto.text(field);
    else if (field.number === 5) attributes.push(field);
    else if (field.number === 3 || field.number === 7) await proto.text(field);
    proto.leave(field);
  }
  if (operator === '') proto.reader.fail('structure', 'a node without op_type', node.start);
  if (operator === 'BatchNormalization') inputs.slice(3, 5).forEach((name) => walk.statistics.add(name));
  for (const attribute of attributes) await readAttribute(walk, attribute, outputs[0] ?? '', depth);
  proto.leave(node);
}

/** Tensors of `Constant` nodes and graphs of `If`, `Loop` and `Scan` stand in attributes. */
async function readAttribute(walk: Walk, attribute: Field, output: string, depth: number): Promise<void> {
  const { proto } = walk;
  proto.expect(attribute, wire.delimited);
  proto.reader.position = attribute.end - attribute.value;
  for (let field = await proto.next(attribute.end); field; field = await proto.next(attribute.end)) {
    if (field.number === 5 || field.number === 10) await addTensor(walk, field, new Set(), output);
    else if (field.number === 6 || field.number === 11) await readGraph(walk, field, depth + 1);
    proto.leave(field);
  }
}
