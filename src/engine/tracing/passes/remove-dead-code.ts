import type { TracedGraph } from '../graph.ts';
import { nodeOf } from '../graph.ts';

/**
 * Drops every node that the output does not depend on; inputs stay, since callers hand them in. The graph must not be
 * fused yet.
 * @example removeDeadCode(graph) // the sum and the comparison that only a branch of Python read are gone
 */
export function removeDeadCode(graph: TracedGraph): TracedGraph {
  const needed = new Set<number>();
  const visit = (id: number): void => {
    if (needed.has(id)) return;
    needed.add(id);
    const node = nodeOf(graph, id);
    if (node.kind === 'operation') node.inputs.forEach(visit);
  };
  visit(graph.output);
  return {
    ...graph,
    nodes: graph.nodes.filter(({ id, kind }) => kind === 'input' || needed.has(id)),
    launches: graph.launches.filter((launch) => launch.some((id) => needed.has(id))),
  };
}
