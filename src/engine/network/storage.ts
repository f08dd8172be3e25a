import type { Shape } from '../checks.ts';
import { at, product } from '../checks.ts';
import { isActivation } from '../ops/index.ts';
import type { Network, NetworkNode } from './network.ts';
import { savedValues } from './saved-values.ts';
import type { Row } from './summary.ts';
import { summarize } from './summary.ts';

/** One executed operator and the arrays it touches, named by the id of the node that allocates them. */
export interface Step {
  readonly path: string;
  readonly reads: readonly number[];
  /** The array it allocates; undefined for a view of an existing one. */
  readonly writes: number | undefined;
  /** Elements it allocates beside its output while it runs: a composite's intermediate products. */
  readonly internalElements: number;
  /** Arrays its backward pass needs. */
  readonly saves: readonly number[];
}

/** A network's execution as allocations; node 0 is the input. */
export interface Schedule {
  readonly steps: readonly Step[];
  /** Elements of every array, for one sample. */
  readonly elements: ReadonlyMap<number, number>;
  readonly output: number;
}

/**
 * Kinds whose result is the same memory read differently. PyTorch's permute, slice and split are views too; a copy a
 * later operator may make to have its input contiguous is not counted.
 */
const viewKinds: ReadonlySet<string> = new Set(['reshape', 'flatten', 'permute', 'slice', 'split']);

/**
 * Whether a node's result shares its input's memory: a reshape, a slice, an identity.
 * @example isView(node) // true for a flatten before a classifier
 */
export function isView({ operator }: Pick<NetworkNode, 'operator'>): boolean {
  return viewKinds.has(operator.kind) || (isActivation(operator) && operator.spec.name === 'identity');
}

/**
 * The execution of a network on `input` as allocations, in order. Idle operators do not run; stored tensors are weights,
 * not activations, and take part with no elements.
 */
export function scheduleOf(network: Network, input: Shape): Schedule {
  const { rows } = summarize(network, input);
  const storage: number[] = [0];
  const elements = new Map<number, number>([[0, product(input)]]);
  const steps: Step[] = [];
  for (const row of rows) {
    const { id, inputs } = row.node;
    const view = isView(row.node);
    storage[id] = view ? at(storage, at(inputs, 0)) : id;
    if (!view) elements.set(id, row.outputElements);
    if (row.node.role === 'idle' || inputs.length === 0) continue;
    const reads = inputs.slice(0, valueInputs(row)).map((from) => at(storage, from));
    steps.push(stepOf(row, reads, view ? undefined : id));
  }
  return { steps, elements, output: at(storage, network.output) };
}

function stepOf(row: Row, reads: readonly number[], writes: number | undefined): Step {
  const saved = savedValues(row.node.operator);
  const output = writes === undefined ? [] : [writes];
  return {
    path: row.path,
    reads,
    writes,
    internalElements: internalElements(row),
    saves: saved === 'inputs' ? reads : saved === 'output' ? output : [],
  };
}

/**
 * How many of its inputs, from the first, an operator reads the values of: a resampling to another map's size reads no
 * more of that map than its size.
 */
export function valueInputs(row: Pick<Row, 'kind' | 'inputShapes'>): number {
  return row.kind === 'upsample' ? 1 : row.inputShapes.length;
}

/** What a composite's products write beside its output; a plain layer's product is its output. */
function internalElements(row: Row): number {
  return Math.max(0, row.macOutputElements - row.outputElements);
}

/** Elements of all arrays in `sets` together, each once. Called at every step of a run, so it copies no set. */
export function elementsTogether(schedule: Schedule, ...sets: readonly ReadonlySet<number>[]): number {
  let total = 0;
  sets.forEach((ids, index) => {
    const before = sets.slice(0, index);
    for (const id of ids) {
      if (!before.some((other) => other.has(id))) total += schedule.elements.get(id) ?? 0;
    }
  });
  return total;
}
