import { at } from '../checks.ts';
import type { TracedGraph } from './graph.ts';
import { nodeOf } from './graph.ts';
import { launchReads, launchResult, nodeBytes } from './graph-cost.ts';

/** Where the result of a kernel lies, and while which kernels run. */
export interface PlannedArray {
  readonly id: number;
  readonly bytes: number;
  readonly offsetBytes: number;
  /** Indices of the kernel that writes it and of the last that reads it. */
  readonly first: number;
  readonly last: number;
}

/** Memory for all results of a graph, settled before it runs. */
export interface MemoryPlan {
  /** In the order they are written. */
  readonly arrays: readonly PlannedArray[];
  /** One block that holds them all. */
  readonly arenaBytes: number;
  /** Most bytes in use while any one kernel runs: no plan takes less. */
  readonly peakBytes: number;
  /** What they take when every result has a place of its own. */
  readonly separateBytes: number;
}

/**
 * Gives every kernel's result a place in one block, so that results that are in use at the same time do not overlap: the
 * largest first, each at the lowest place that is free. Inputs and constants lie elsewhere.
 *
 * Source: Pisarchyk & Lee 2020, "Efficient Memory Management for Deep Neural Net Inference", for taking the largest first.
 * @example planMemory(fused).arenaBytes // 48
 */
export function planMemory(graph: TracedGraph): MemoryPlan {
  const wanted = lifetimes(graph);
  const placed: PlannedArray[] = [];
  for (const array of wanted.toSorted((left, right) => right.bytes - left.bytes)) {
    const others = placed.filter((other) => overlapInTime(array, other));
    placed.push({ ...array, offsetBytes: lowestPlace(array.bytes, others) });
  }
  const inUse = graph.launches.map((_, index) =>
    sumBytes(wanted.filter(({ first, last }) => first <= index && index <= last)),
  );
  return {
    arrays: placed.toSorted((left, right) => left.first - right.first),
    arenaBytes: Math.max(0, ...placed.map(({ offsetBytes, bytes }) => offsetBytes + bytes)),
    peakBytes: Math.max(0, ...inUse),
    separateBytes: sumBytes(wanted),
  };
}

type Lifetime = Omit<PlannedArray, 'offsetBytes'>;

function lifetimes(graph: TracedGraph): readonly Lifetime[] {
  const reads = graph.launches.map((launch) => launchReads(graph, launch));
  return graph.launches.map((launch, first) => {
    const id = launchResult(launch);
    const last =
      id === graph.output ? graph.launches.length - 1 : reads.findLastIndex((ids) => ids.includes(id));
    return { id, bytes: nodeBytes(nodeOf(graph, id)), first, last: Math.max(first, last) };
  });
}

const overlapInTime = (one: Lifetime, other: Lifetime): boolean =>
  one.first <= other.last && other.first <= one.last;

const sumBytes = (arrays: readonly Lifetime[]): number =>
  arrays.reduce((total, { bytes }) => total + bytes, 0);

/** The lowest offset at which `bytes` lie beside all of `others`. */
function lowestPlace(bytes: number, others: readonly PlannedArray[]): number {
  const sorted = others.toSorted((left, right) => left.offsetBytes - right.offsetBytes);
  let offset = 0;
  for (let index = 0; index < sorted.length; index += 1) {
    const other = at(sorted, index);
    if (offset + bytes <= other.offsetBytes) break;
    offset = Math.max(offset, other.offsetBytes + other.bytes);
  }
  return offset;
}
