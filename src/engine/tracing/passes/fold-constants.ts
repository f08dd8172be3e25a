import type { ConstantNode, GraphNode, TracedGraph } from '../graph.ts';
import { kernelOf } from '../graph.ts';
import type { NumberArray } from '../number-array.ts';

/**
 * Computes once what depends on constants only; what it was computed of stays until nothing reads it. The graph must not
 * be fused yet.
 * @example foldConstants(graph) // mul = W * g is a constant
 */
export function foldConstants(graph: TracedGraph): TracedGraph {
  const known = new Map<number, NumberArray>();
  const nodes = graph.nodes.map((node): GraphNode => {
    if (node.kind === 'constant' || node.kind === 'number') known.set(node.id, node.value);
    if (node.kind !== 'operation') return node;
    const inputs = node.inputs.flatMap((id) => known.get(id) ?? []);
    if (inputs.length < node.inputs.length) return node;
    const value = kernelOf(node).run(...inputs);
    known.set(node.id, value);
    const { id, name, shape, dtype } = node;
    return { kind: 'constant', id, name, shape, dtype, value } satisfies ConstantNode;
  });
  return {
    ...graph,
    nodes,
    launches: graph.launches.filter((launch) => !launch.some((id) => known.has(id))),
  };
}
