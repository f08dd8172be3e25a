import { product } from '../checks.ts';
import { bitsOf } from '../dtype.ts';
import { totalOperations } from '../ops/index.ts';
import { flopsAtTwoPerMac, packedBytes } from '../units.ts';
import type { GraphNode, TracedGraph } from './graph.ts';
import { kernelOf, nodeOf, operationOf } from './graph.ts';

/** What a graph costs when it is run once. */
export interface GraphCost {
  /** Kernels started. */
  readonly launches: number;
  /** Floating-point operations, a multiply-add being two, additions and comparisons of elementwise kernels one each. */
  readonly flops: number;
  /** Bytes read and written, each array once for every kernel that touches it. */
  readonly bytesMoved: number;
}

/**
 * Bytes of a node's array; none for a number of Python's, which is written into the call.
 * @example nodeBytes(node) // 24 for 2×3 values of float32
 */
export function nodeBytes(node: GraphNode): number {
  if (node.kind === 'number') return 0;
  return packedBytes(product(node.shape), bitsOf(node.dtype));
}

/**
 * Ids of the arrays a kernel reads from memory, each once: what its operations read of others.
 * @example launchReads(graph, [7, 9]) // [6, 2]
 */
export function launchReads(graph: TracedGraph, launch: readonly number[]): readonly number[] {
  const read = launch.flatMap((id) => operationOf(graph, id).inputs).filter((id) => !launch.includes(id));
  return [...new Set(read)].filter((id) => nodeOf(graph, id).kind !== 'number');
}

/**
 * Id of the one array a kernel writes: the result of its last operation, the only one read outside of it.
 * @throws RangeError when it has no operation.
 */
export function launchResult(launch: readonly number[]): number {
  const last = launch.at(-1);
  if (last === undefined) throw new RangeError('a kernel must have an operation');
  return last;
}

/**
 * Cost of a graph at the shapes it was traced with, by the engine's operators.
 * @example graphCost(compileStages(graph).fused).launches // 4
 */
export function graphCost(graph: TracedGraph): GraphCost {
  const { launches } = graph;
  const bytes = (ids: readonly number[]): number =>
    ids.reduce((total, id) => total + nodeBytes(nodeOf(graph, id)), 0);
  return {
    launches: launches.length,
    flops: launches.flat().reduce((total, id) => total + operationFlops(graph, id), 0),
    bytesMoved: launches.reduce(
      (total, launch) => total + bytes([...launchReads(graph, launch), launchResult(launch)]),
      0,
    ),
  };
}

function operationFlops(graph: TracedGraph, id: number): number {
  const node = operationOf(graph, id);
  const shapes = node.inputs.map((input) => nodeOf(graph, input).shape);
  const operator = kernelOf(node).operatorFor(shapes);
  return flopsAtTwoPerMac(operator.macs(...shapes)) + totalOperations(operator.elementwise(...shapes));
}
