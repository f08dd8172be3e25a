import type { Network, NetworkBuilder as Builder, Shape, Value } from '../engine/index.ts';
import { defineOperator, NetworkBuilder, parameterTensor, product } from '../engine/index.ts';
import type { OnnxGraph, OnnxNode, OnnxShape } from './onnx-graph.ts';
import type { OnnxContext } from './onnx-operators.ts';
import { constantBeside, elementwise, onnxBuilders } from './onnx-operators.ts';
import type { Warnings } from './warnings.ts';

/** Names of ONNX's own operators' domain. */
const ownDomains = new Set(['', 'ai.onnx']);

/** Operators that only compute shapes and other integers, which cost nothing here. */
const bookkeeping = new Set(['Shape', 'Constant', 'ConstantOfShape', 'Gather', 'Slice', 'Range', 'Size']);

/** What is known while the nodes are gone through. */
interface Build {
  readonly graph: OnnxGraph;
  readonly builder: Builder;
  readonly values: Map<string, Value>;
  readonly warnings: Warnings;
}

/**
 * The engine's network of an ONNX graph, for one sample: the first axis of every value is the batch.
 *
 * Nodes that are not counted are named in a warning; where the exporter wrote down the shape of what they give, the ones
 * behind them are counted still. Undefined, with a warning, when the graph has not one input of known size.
 */
export function networkOf(graph: OnnxGraph, warnings: Warnings): Network | undefined {
  const given = graph.values.filter(({ name }) => !graph.tensors.has(name));
  const [input, ...others] = given;
  const shape = input === undefined ? undefined : sampleShape(input.shape);
  if (input === undefined || others.length > 0 || shape === undefined) {
    warnings.add('noNetwork', given.map(({ name }) => name).join(', '));
    return undefined;
  }
  const builder = new NetworkBuilder(shape);
  const build: Build = { graph, builder, values: new Map([[input.name, builder.input]]), warnings };
  for (const node of graph.nodes) addNode(build, node);
  const outputs = graph.outputs.map((name) => build.values.get(name)).filter((value) => value !== undefined);
  return builder.build(outputs[0] ?? [...build.values.values()].at(-1) ?? builder.input);
}

/** A shape without its batch; undefined when an axis of it is open or empty. */
function sampleShape(shape: OnnxShape): Shape | undefined {
  const sizes = shape.slice(1).filter((size) => size !== undefined && size > 0 && Number.isSafeInteger(size));
  return shape.length < 2 || sizes.length < shape.length - 1 ? undefined : sizes.map(Number);
}

function addNode(build: Build, node: OnnxNode): void {
  const { values, warnings } = build;
  const [output = ''] = node.outputs;
  const value = counted(build, node) ?? noted(build, node, output);
  if (value !== undefined && output !== '') values.set(output, value);
  else if (value === undefined && readsValues(build, node)) warnings.add('uncounted', node.operator);
}

const readsValues = ({ values }: Build, node: OnnxNode): boolean =>
  !bookkeeping.has(node.operator) &&
  (node.inputs.some((name) => values.has(name)) || onnxBuilders.has(node.operator));

/** The node as an operator of the engine; undefined when it is not one, or does not fit. */
function counted(build: Build, node: OnnxNode): Value | undefined {
  const { graph, builder, values } = build;
  const make = ownDomains.has(node.domain) ? onnxBuilders.get(node.operator) : undefined;
  const isConstant = (name: string): boolean => graph.tensors.has(name) || graph.integers.has(name);
  const computed = node.inputs.filter((name) => name !== '' && !isConstant(name));
  const inputs = computed.map((name) => values.get(name)).filter((value) => value !== undefined);
  if (make === undefined || inputs.length === 0 || inputs.length < computed.length) return undefined;
  try {
    const read = elementwise.has(node.operator) ? withConstants(build, node, inputs) : inputs;
    const operator = make(contextOf(graph, node, read));
    if (operator === undefined) return undefined;
    // Asked for here, so that a count beyond 2^53 shows at its node and not in the sum.
    operator.macs(...read.map(({ shape }) => shape));
    return builder.add(node.name, operator, read);
  } catch (error) {
    // The engine refuses sizes that do not fit each other.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Constants of a sum or product become values of their own; one of a single number is part of the operator. */
function withConstants(
  { graph, builder }: Build,
  node: OnnxNode,
  inputs: readonly Value[],
): readonly Value[] {
  const [value] = inputs;
  if (value === undefined || inputs.length > 1) return inputs;
  const constant = node.inputs.map((name) => graph.tensors.get(name)).find((tensor) => tensor !== undefined);
  const shape = constantBeside(constant?.shape ?? [], value.shape);
  const operator = product(shape) === 1 ? scalar : parameterTensor({ shape });
  return [value, builder.add(`${node.name}.${constant?.name ?? ''}`, operator, [])];
}

const scalar = defineOperator({ kind: 'constant', spec: {}, outputShape: () => [] });

/** A value that is not counted but whose shape the exporter wrote down. */
function noted(
  { graph, builder, values, warnings }: Build,
  node: OnnxNode,
  output: string,
): Value | undefined {
  const shape = sampleShape(graph.shapes.get(output) ?? []);
  const inputs = node.inputs.map((name) => values.get(name)).filter((value) => value !== undefined);
  if (shape === undefined || inputs.length === 0 || bookkeeping.has(node.operator)) return undefined;
  warnings.add('uncounted', node.operator);
  const operator = defineOperator({ kind: 'uncounted', spec: {}, outputShape: () => shape });
  return builder.add(node.name, operator, inputs);
}

function contextOf(graph: OnnxGraph, node: OnnxNode, read: readonly Value[]): OnnxContext {
  const attribute = (name: string): readonly number[] | undefined => {
    const value = node.attributes.get(name);
    return typeof value === 'object' ? value : undefined;
  };
  return {
    node,
    shapes: read.map(({ shape }) => shape),
    constant: (input) => graph.tensors.get(node.inputs[input] ?? '')?.shape,
    integers: (input, name) => graph.integers.get(node.inputs[input] ?? '') ?? attribute(name),
    number: (name, otherwise) => {
      const value = node.attributes.get(name);
      return typeof value === 'number' ? value : otherwise;
    },
  };
}
