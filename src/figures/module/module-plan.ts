import type { Network, Row, Shape } from '../../engine/index.ts';
import { at, isConvolution, isPooling, summarize } from '../../engine/index.ts';

/** A convolution or pooling of a module. */
export interface ModuleBox {
  readonly kind: 'convolution' | 'pooling';
  readonly kernel: readonly number[];
  readonly channels: number;
  /** Operators before it in its branch. */
  readonly depth: number;
  /** Place from left to right; between those of its branches where they part after it. */
  readonly column: number;
  /** Index of the box it reads; absent for the module's input. */
  readonly from?: number;
}

/** A module of parallel branches whose outputs are joined, without its norms and activations. */
export interface ModulePlan {
  readonly input: Shape;
  readonly output: Shape;
  readonly boxes: readonly ModuleBox[];
  /** Index of each branch's last box, in the order they are joined. */
  readonly ends: readonly number[];
}

/**
 * The plan of the module whose parts' paths begin with `path` and whose outputs meet at `path.cat`.
 * @throws RangeError when the network has no such module.
 * @example modulePlan(architectureNamed('inception_v3').build(), 'Mixed_5b').output // [256, 35, 35]
 */
export function modulePlan(network: Network, path: string): ModulePlan {
  const { rows } = summarize(network);
  const rowOf = new Map(rows.map((row) => [row.node.id, row]));
  const own = rows.filter((row) => row.path.startsWith(`${path}.`) && windowOf(row) !== undefined);
  const joined = rows.find((row) => row.path === `${path}.cat`);
  if (joined === undefined)
    throw new RangeError(`path must name a module whose branches are joined, not ${path}`);
  const indexOf = new Map(own.map((row, index) => [row.node.id, index]));
  /** The own row whose value a node hands on; absent for the module's input. */
  const source = (id: number): number | undefined => {
    const index = indexOf.get(id);
    if (index !== undefined) return index;
    const row = rowOf.get(id);
    return row?.path.startsWith(`${path}.`) === true ? source(at(row.node.inputs, 0)) : undefined;
  };
  const from = own.map((row) => source(at(row.node.inputs, 0)));
  const ends = joined.node.inputs.flatMap((id) => source(id) ?? []);
  const depthOf = (index: number): number => {
    const before = from[index];
    return before === undefined ? 0 : depthOf(before) + 1;
  };
  const columnOf = (index: number): number => {
    const end = ends.indexOf(index);
    if (end !== -1) return end;
    const after = from.flatMap((before, next) => (before === index ? [columnOf(next)] : []));
    return after.reduce((total, column) => total + column, 0) / after.length;
  };
  const first = own.find((_, index) => from[index] === undefined);
  return {
    input: at(first?.inputShapes ?? [], 0),
    output: joined.outputShape,
    ends,
    boxes: own.map((row, index) => {
      const before = from[index];
      return {
        kind: isConvolution(row.node.operator) ? 'convolution' : 'pooling',
        kernel: windowOf(row) ?? [],
        channels: at(row.outputShape, 0),
        depth: depthOf(index),
        column: columnOf(index),
        ...(before === undefined ? {} : { from: before }),
      };
    }),
  };
}

/** The kernel of a convolution or the window of a pooling; undefined for everything else. */
function windowOf({ node: { operator } }: Row): readonly number[] | undefined {
  if (isConvolution(operator)) return operator.spec.kernel;
  return isPooling(operator) ? operator.spec.kernel : undefined;
}
