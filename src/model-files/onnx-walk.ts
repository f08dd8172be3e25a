import { limits } from './limits.ts';
import type { ModelTensor } from './model-file.ts';
import type { OnnxAttribute, OnnxNode, OnnxShape } from './onnx-graph.ts';
import { readOnnxTensor } from './onnx-tensor.ts';
import { readValueInfo } from './onnx-value.ts';
import type { Field, ProtobufReader } from './protobuf.ts';
import { longestVarint, wire } from './protobuf.ts';
import { Warnings } from './warnings.ts';

/** What is gathered while graphs are walked. */
export interface Walk {
  readonly proto: ProtobufReader;
  readonly warnings: Warnings;
  readonly tensors: ModelTensor[];
  /** Names of what batch norms read as their statistics. */
  readonly statistics: Set<string>;
  /** The main graph, as an `OnnxGraph`. */
  readonly main: {
    readonly nodes: OnnxNode[];
    readonly values: { readonly name: string; readonly shape: OnnxShape }[];
    readonly outputs: string[];
    readonly shapes: Map<string, OnnxShape>;
    readonly tensors: Map<string, ModelTensor>;
    readonly integers: Map<string, readonly number[]>;
  };
  nodes: number;
}

export function newWalk(proto: ProtobufReader): Walk {
  return {
    proto,
    warnings: new Warnings(),
    tensors: [],
    statistics: new Set(),
    main: { nodes: [], values: [], outputs: [], shapes: new Map(), tensors: new Map(), integers: new Map() },
    nodes: 0,
  };
}

/** Walks through a GraphProto; the main graph, at depth 0, is kept to be built. */
export async function readGraph(walk: Walk, graph: Field, depth: number): Promise<void> {
  const { proto, main } = walk;
  proto.expect(graph, wire.delimited);
  if (depth > limits.depth) proto.reader.fail('limit', 'graphs are nested too deep', graph.start);
  const names = new Set<string>();
  for (let field = await proto.next(graph.end); field; field = await proto.next(graph.end)) {
    if (field.number === 1) await readNode(walk, field, depth);
    else if (field.number === 5) await addTensor(walk, field, names, depth);
    else if (field.number === 15) await readSparse(walk, field, names, depth);
    else if (field.number === 2) await proto.text(field);
    else if ([11, 12, 13].includes(field.number)) {
      const value = await readValueInfo(proto, field);
      if (depth === 0 && field.number === 11) main.values.push(value);
      else if (depth === 0 && field.number === 12) main.outputs.push(value.name);
      if (depth === 0 && main.shapes.size < limits.networkNodes) main.shapes.set(value.name, value.shape);
    } else if ([10, 14, 16].includes(field.number)) proto.expect(field, wire.delimited);
    else walk.warnings.add('unknownField', `GraphProto ${field.number}`);
    proto.leave(field);
  }
}

/** An initializer, or under another `name` a constant. */
async function addTensor(
  walk: Walk,
  field: Field,
  names: Set<string>,
  depth: number,
  name?: string,
): Promise<void> {
  const { proto, warnings, tensors, main } = walk;
  const { tensor: read, integers } = await readOnnxTensor(proto, field, warnings);
  const tensor = name === undefined ? read : { ...read, name };
  if (names.has(tensor.name)) {
    proto.reader.fail('duplicate', `initializer ${tensor.name.slice(0, 200)}`, field.start);
  }
  names.add(tensor.name);
  if (tensors.length === limits.tensors) proto.reader.fail('limit', `more than ${limits.tensors} tensors`);
  tensors.push(tensor);
  if (depth > 0) return;
  main.tensors.set(tensor.name, tensor);
  if (integers !== undefined) main.integers.set(tensor.name, integers);
}

/** A SparseTensorProto counts with the values it stores. */
async function readSparse(walk: Walk, message: Field, names: Set<string>, depth: number): Promise<void> {
  const { proto } = walk;
  proto.expect(message, wire.delimited);
  for (let field = await proto.next(message.end); field; field = await proto.next(message.end)) {
    if (field.number === 1) await addTensor(walk, field, names, depth);
    proto.leave(field);
  }
}

async function readNode(walk: Walk, node: Field, depth: number): Promise<void> {
  const { proto, main } = walk;
  proto.expect(node, wire.delimited);
  if (++walk.nodes > limits.nodes) proto.reader.fail('limit', `more than ${limits.nodes} nodes`, node.start);
  const inputs: string[] = [];
  const outputs: string[] = [];
  const texts = new Map<number, string>();
  const fields: Field[] = [];
  for (let field = await proto.next(node.end); field; field = await proto.next(node.end)) {
    if (field.number === 1) inputs.push(await proto.text(field));
    else if (field.number === 2) outputs.push(await proto.text(field));
    else if (field.number === 5) fields.push(field);
    else if ([3, 4, 7].includes(field.number)) texts.set(field.number, await proto.text(field));
    proto.leave(field);
  }
  const [name = '', operator = '', domain = ''] = [3, 4, 7].map((number) => texts.get(number));
  if (operator === '') proto.reader.fail('structure', 'a node without op_type', node.start);
  if (operator === 'BatchNormalization') inputs.slice(3, 5).forEach((input) => walk.statistics.add(input));
  const attributes = new Map<string, OnnxAttribute>();
  for (const field of fields) {
    const [key, value] = await readAttribute(walk, field, outputs[0] ?? '', depth);
    if (value !== undefined) attributes.set(key, value);
  }
  proto.leave(node);
  if (depth > 0 || main.nodes.length === limits.networkNodes) return;
  main.nodes.push({
    name: name === '' ? (outputs[0] ?? '') : name,
    operator,
    domain,
    inputs,
    outputs,
    attributes,
  });
}

/** Integers and texts are kept; tensors of `Constant` nodes and graphs of `If`, `Loop` and `Scan` are walked. */
async function readAttribute(
  walk: Walk,
  attribute: Field,
  output: string,
  depth: number,
): Promise<readonly [string, OnnxAttribute | undefined]> {
  const { proto } = walk;
  proto.expect(attribute, wire.delimited);
  proto.reader.position = attribute.end - attribute.value;
  const integers: number[] = [];
  let name = '';
  let value: OnnxAttribute | undefined;
  for (let field = await proto.next(attribute.end); field; field = await proto.next(attribute.end)) {
    if (field.number === 1) name = await proto.text(field);
    else if (field.number === 3) value = field.value;
    else if (field.number === 4 && field.value <= limits.keyBytes) value = await proto.text(field);
    else if (field.number === 8 && isShort(field, integers))
      await proto.numbers(field, integers, 2 * limits.listedIntegers * longestVarint);
    else if (field.number === 5 || field.number === 10)
      await addTensor(walk, field, new Set(), depth, output);
    else if (field.number === 6 || field.number === 11) await readGraph(walk, field, depth + 1);
    proto.leave(field);
  }
  return [name, integers.length > 0 ? integers : value];
}

/** Lists of integers are kept as far as strides and shapes go; those of decision trees are passed over. */
function isShort(field: Field, kept: readonly number[]): boolean {
  const bytes = field.wire === wire.delimited ? field.value : 0;
  return kept.length < limits.listedIntegers && bytes <= limits.listedIntegers * longestVarint;
}
