import type {
  ExampleCall,
  FrozenDecision,
  GraphCost,
  GraphStage,
  MemoryPlan,
  NumberArray,
  Recording,
  TracedGraph,
} from '../../engine/index.ts';
import {
  branchingProgram,
  compileStages,
  exampleCall,
  frozenDecisions,
  graphCost,
  graphStages,
  largestDifference,
  nodeBytes,
  nodeOf,
  planMemory,
  runEagerly,
  runGraph,
  traced,
} from '../../engine/index.ts';
import type { Table } from '../shared/csv.ts';

/** A graph at one stage, with what it costs. */
export interface StageResult {
  readonly stage: GraphStage;
  readonly graph: TracedGraph;
  readonly cost: GraphCost;
  readonly plan: MemoryPlan;
}

/** The first call run eagerly, traced and compiled; the other one put to that graph and run eagerly as well. */
export interface EagerGraphResult {
  readonly recording: Recording;
  readonly graph: TracedGraph;
  readonly compiled: Readonly<Record<GraphStage, TracedGraph>>;
  readonly decisions: readonly FrozenDecision[];
  readonly graphValue: NumberArray;
  readonly eagerValue: NumberArray;
  /** Largest difference between the two; 0 when the graph is right. */
  readonly difference: number;
}

/** Everything that the calls give, worked out. */
export function eagerGraphResult(first: ExampleCall, other: ExampleCall): EagerGraphResult {
  const recording = runEagerly(branchingProgram, exampleCall(first));
  const graph = traced(recording);
  const compiled = compileStages(graph);
  const call = exampleCall(other);
  const eager = runEagerly(branchingProgram, call);
  const graphValue = runGraph(compiled.fused, call.inputs);
  return {
    recording,
    graph,
    compiled,
    decisions: frozenDecisions(recording, eager),
    graphValue,
    eagerValue: eager.value,
    difference: largestDifference(graphValue, eager.value) ?? 0,
  };
}

/** The graph at every stage with its costs. */
export function stageResults({ compiled }: EagerGraphResult): readonly StageResult[] {
  return graphStages.map((stage) => {
    const graph = compiled[stage];
    return { stage, graph, cost: graphCost(graph), plan: planMemory(graph) };
  });
}

/** Bytes of some results of a run. */
export function bytesOf(recording: Recording, ids: readonly number[]): number {
  return ids.reduce((total, id) => total + nodeBytes(nodeOf(recording, id)), 0);
}

/** Every stage as a row of a table, in base units. */
export function stageTable(result: EagerGraphResult): Table {
  return [
    ['stage', 'kernels', 'FLOPs', 'bytes moved', 'bytes of results', 'bytes planned'],
    ...stageResults(result).map(({ stage, cost, plan }) => [
      stage,
      cost.launches,
      cost.flops,
      cost.bytesMoved,
      plan.separateBytes,
      plan.arenaBytes,
    ]),
  ];
}
