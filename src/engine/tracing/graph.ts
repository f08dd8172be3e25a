import type { Shape } from '../checks.ts';
import { at } from '../checks.ts';
import type { Dtype } from '../dtype.ts';
import type { Kernel, KernelName } from './kernels.ts';
import { kernelNamed } from './kernels.ts';
import type { NumberArray } from './number-array.ts';
import { callText } from './python.ts';

interface NamedNode {
  readonly id: number;
  readonly name: string;
  /** As in the run it was recorded from. */
  readonly shape: Shape;
  readonly dtype: Dtype;
}

/** An array handed in. */
export interface InputNode extends NamedNode {
  readonly kind: 'input';
}

/** An array that is the same in every run: a trained weight, or what a pass has computed of some. */
export interface ConstantNode extends NamedNode {
  readonly kind: 'constant';
  readonly value: NumberArray;
}

/** A number of Python's, written into the call of a kernel; it takes no memory of its own. */
export interface NumberNode extends NamedNode {
  readonly kind: 'number';
  readonly value: NumberArray;
}

/** A kernel run on the results of other nodes. */
export interface OperationNode extends NamedNode {
  readonly kind: 'operation';
  readonly kernel: KernelName;
  readonly inputs: readonly number[];
}

export type GraphNode = InputNode | ConstantNode | NumberNode | OperationNode;

/** Operations with what they read, and no Python: neither branches nor loops. */
export interface TracedGraph {
  /** Inputs of a node come before it. */
  readonly nodes: readonly GraphNode[];
  readonly output: number;
  /** Operations in the order they run; those of one list run as one kernel. */
  readonly launches: readonly (readonly number[])[];
}

/**
 * The node of an id.
 * @throws RangeError when the graph has none such.
 */
export function nodeOf(graph: Pick<TracedGraph, 'nodes'>, id: number): GraphNode {
  const node = graph.nodes.find((each) => each.id === id);
  if (node === undefined) throw new RangeError(`the graph has no node ${id}`);
  return node;
}

/** The operation of an id. Throws as `nodeOf` does, and when the node is no operation. */
export function operationOf(graph: Pick<TracedGraph, 'nodes'>, id: number): OperationNode {
  const node = nodeOf(graph, id);
  if (node.kind !== 'operation') throw new RangeError(`node ${id} is no operation`);
  return node;
}

/** The kernel an operation runs. */
export function kernelOf(node: Pick<OperationNode, 'kernel'>): Kernel {
  return kernelNamed(node.kernel);
}

/**
 * An operation as a line, numbers of Python's written out.
 * @example operationText(graph, node) // 'div = sum_1 / 2'
 */
export function operationText(graph: Pick<TracedGraph, 'nodes'>, node: OperationNode): string {
  const operands = node.inputs.map((id) => {
    const input = nodeOf(graph, id);
    return input.kind === 'number' ? String(at(input.value.values, 0)) : input.name;
  });
  return `${node.name} = ${callText(node.kernel, operands)}`;
}

/** Ids of the operations that read each node. */
export function readersOf(graph: Pick<TracedGraph, 'nodes'>): ReadonlyMap<number, ReadonlySet<number>> {
  const readers = new Map<number, Set<number>>();
  for (const node of graph.nodes) {
    if (node.kind !== 'operation') continue;
    for (const id of node.inputs) readers.set(id, (readers.get(id) ?? new Set()).add(node.id));
  }
  return readers;
}

/**
 * Runs a graph on inputs of any number of rows: kernel after kernel, whatever the Python it was traced from would do.
 * @throws RangeError when an input is missing or shapes do not fit.
 */
export function runGraph(graph: TracedGraph, inputs: Readonly<Record<string, NumberArray>>): NumberArray {
  const values = new Map<number, NumberArray>();
  const valueOf = (id: number): NumberArray => {
    const value = values.get(id);
    if (value === undefined) throw new RangeError(`node ${id} is read before it is computed`);
    return value;
  };
  for (const node of graph.nodes) {
    if (node.kind === 'operation') continue;
    const value = node.kind === 'input' ? inputs[node.name] : node.value;
    if (value === undefined) throw new RangeError(`input ${node.name} is missing`);
    values.set(node.id, value);
  }
  for (const id of graph.launches.flat()) {
    const node = operationOf(graph, id);
    values.set(id, kernelOf(node).run(...node.inputs.map(valueOf)));
  }
  return valueOf(graph.output);
}
