import type { TracedGraph } from '../graph.ts';
import { foldConstants } from './fold-constants.ts';
import { fuseElementwise } from './fuse-elementwise.ts';
import { removeDeadCode } from './remove-dead-code.ts';

export { foldConstants, fuseElementwise, removeDeadCode };

/** The stages of a graph, in the order a compiler takes them. */
export const graphStages = ['traced', 'folded', 'pruned', 'fused'] as const;

export type GraphStage = (typeof graphStages)[number];

/**
 * A graph as traced, and after each of the passes.
 * @example compileStages(graph).fused.launches.length // 4
 */
export function compileStages(graph: TracedGraph): Readonly<Record<GraphStage, TracedGraph>> {
  const folded = foldConstants(graph);
  const pruned = removeDeadCode(folded);
  return { traced: graph, folded, pruned, fused: fuseElementwise(pruned) };
}
