import type { Shape } from '../checks.ts';
import { at, product } from '../checks.ts';
import type { Network, NetworkNode } from './network.ts';
import { nodeShape } from './network.ts';

/** One operator of a network with its cost for one input sample. */
export interface Row {
  readonly path: string;
  readonly kind: string;
  readonly node: NetworkNode;
  readonly inputShapes: readonly Shape[];
  readonly outputShape: Shape;
  readonly parameters: number;
  readonly buffers: number;
  /** 0 for an idle operator, which inference does not execute. */
  readonly macs: number;
  readonly outputElements: number;
  /** Elements its convolutions and matrix products write, those inside a composite included. */
  readonly macOutputElements: number;
}

/** A network's rows and their totals for one input sample. */
export interface Summary {
  readonly rows: readonly Row[];
  readonly parameters: number;
  readonly buffers: number;
  readonly macs: number;
  readonly outputElements: number;
  readonly macOutputElements: number;
  readonly outputShape: Shape;
}

/**
 * A row per operator in execution order, the input left out, and the totals.
 *
 * Parameters of idle operators (auxiliary heads) count, their MACs do not: that is what inference costs and what
 * PyTorch's `numel` over a model gives. Tied weights count once.
 * @param input Shape without batch; default the one the network was built for.
 * @throws RangeError when the network cannot run on that input.
 * @example summarize(architectures.resnet50.build()).macs // 4_089_184_256
 */
export function summarize(network: Network, input: Shape = network.input): Summary {
  const shapes: Shape[] = [input];
  const rows = network.nodes.slice(1).map((node) => {
    const inputShapes = node.inputs.map((id) => at(shapes, id));
    const row = rowOf(node, inputShapes);
    shapes[node.id] = row.outputShape;
    return row;
  });
  return {
    rows,
    parameters: total(rows, 'parameters'),
    buffers: total(rows, 'buffers'),
    macs: total(rows, 'macs'),
    outputElements: total(rows, 'outputElements'),
    macOutputElements: total(rows, 'macOutputElements'),
    outputShape: at(shapes, network.output),
  };
}

function rowOf(node: NetworkNode, inputShapes: readonly Shape[]): Row {
  const { operator } = node;
  const runs = node.role === 'run';
  const outputShape = nodeShape(node, inputShapes);
  return {
    path: node.path,
    kind: operator.kind,
    node,
    inputShapes,
    outputShape,
    parameters: node.tiedTo === undefined ? operator.parameters : 0,
    buffers: node.tiedTo === undefined ? operator.buffers : 0,
    macs: runs ? operator.macs(...inputShapes) : 0,
    // A stored tensor is not an activation: it takes no input and nothing computes it.
    outputElements: runs && inputShapes.length > 0 ? product(outputShape) : 0,
    macOutputElements: runs ? operator.macOutputElements(...inputShapes) : 0,
  };
}

function total(
  rows: readonly Row[],
  field: 'parameters' | 'buffers' | 'macs' | 'outputElements' | 'macOutputElements',
): number {
  return rows.reduce((running, row) => running + row[field], 0);
}

/**
 * The row at a module path.
 * @throws RangeError when no operator stands there.
 */
export function rowAt(summary: Summary, path: string): Row {
  const row = summary.rows.find((candidate) => candidate.path === path);
  if (row === undefined) throw new RangeError(`the network has no operator at ${path}`);
  return row;
}
