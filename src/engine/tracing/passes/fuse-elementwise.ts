import { at } from '../../checks.ts';
import type { OperationNode, TracedGraph } from '../graph.ts';
import { kernelOf, operationOf, readersOf } from '../graph.ts';

/**
 * Lets elementwise operations of one shape run as one kernel: an operation joins the kernel that reads its result when
 * nothing else reads it, so its result is never written to memory. Reductions and matrix products stay kernels of their
 * own; compilers also fuse what is elementwise into those.
 * @example fuseElementwise(graph).launches // [[3], [7, 9, …], [14], [16]]
 */
export function fuseElementwise(graph: TracedGraph): TracedGraph {
  const readers = readersOf(graph);
  // From the last operation to the first, so that the readers of an operation have their kernel before it has.
  const kernelOfNode = new Map<number, number>();
  for (const id of graph.launches.flat().toReversed()) {
    const own = operationOf(graph, id);
    const reading = [...(readers.get(id) ?? [])];
    const kernels = new Set(reading.map((reader) => kernelOfNode.get(reader)));
    const [kernel] = kernels;
    const joins =
      kernel !== undefined &&
      kernels.size === 1 &&
      id !== graph.output &&
      canShare(own, operationOf(graph, kernel));
    kernelOfNode.set(id, joins ? kernel : id);
  }
  const launches = new Map<number, number[]>();
  for (const id of graph.launches.flat()) {
    const kernel = kernelOfNode.get(id) ?? id;
    launches.set(kernel, [...(launches.get(kernel) ?? []), id]);
  }
  // A kernel runs where its last operation ran, which is after everything it reads.
  const order = [...launches].toSorted(([left], [right]) => left - right);
  return { ...graph, launches: order.map(([, ids]) => ids) };
}

function canShare(one: OperationNode, other: OperationNode): boolean {
  const sameShape =
    one.shape.length === other.shape.length &&
    one.shape.every((size, axis) => size === at(other.shape, axis));
  return kernelOf(one).elementwise && kernelOf(other).elementwise && sameShape;
}
