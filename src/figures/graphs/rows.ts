import type { TracedGraph } from '../../engine/index.ts';
import { launchReads, launchResult, operationOf, operationText } from '../../engine/index.ts';

/** One operation of a traced graph, and what a pass has made of it. */
export interface GraphRow {
  readonly id: number;
  readonly text: string;
  /** It runs; it is a constant now; nothing needs it. */
  readonly state: 'runs' | 'folded' | 'dropped';
}

/** Rows that run as one kernel, first and last included. */
export interface KernelBox {
  readonly first: number;
  readonly last: number;
}

/** A result that one kernel writes and another reads, by their boxes. */
export interface Flow {
  readonly from: number;
  readonly to: number;
}

/** What a picture of a graph shows, from top to bottom. */
export interface GraphLayout {
  readonly rows: readonly GraphRow[];
  readonly kernels: readonly KernelBox[];
  readonly flows: readonly Flow[];
}

/**
 * Every operation of a graph as traced, in the order of `graph`, which passes have made of it; those of one kernel stand
 * together, and what no longer runs stands where it was.
 */
export function graphLayout(tracedGraph: TracedGraph, graph: TracedGraph): GraphLayout {
  const running = new Set(graph.launches.flat());
  const kept = new Set(graph.nodes.map(({ id }) => id));
  const gone = tracedGraph.launches.flat().filter((id) => !running.has(id));
  const blocks = [...graph.launches, ...gone.map((id) => [id])].toSorted(
    (left, right) => launchResult(left) - launchResult(right),
  );
  const rows = blocks.flat().map((id): GraphRow => ({
    id,
    text: operationText(tracedGraph, operationOf(tracedGraph, id)),
    state: running.has(id) ? 'runs' : kept.has(id) ? 'folded' : 'dropped',
  }));
  const rowOf = (id: number): number => rows.findIndex((row) => row.id === id);
  const kernels = graph.launches.map((launch) => {
    const places = launch.map(rowOf);
    return { first: Math.min(...places), last: Math.max(...places) };
  });
  const flows = graph.launches.flatMap((launch, to) => {
    const reads = launchReads(graph, launch);
    return graph.launches.flatMap((other, from) =>
      reads.includes(launchResult(other)) ? [{ from, to }] : [],
    );
  });
  return { rows, kernels, flows };
}
