import type { Shape } from '../checks.ts';
import { at } from '../checks.ts';
import type { AxisWindow } from '../ops/index.ts';
import { effectiveKernel } from '../ops/index.ts';
import type { Network, NetworkNode } from './network.ts';
import type { Row } from './summary.ts';
import { summarize } from './summary.ts';

/** What one output position sees of one input axis. */
export interface ReceptiveField {
  /** Input positions it covers, those in the padding included. */
  readonly size: number;
  /** Input positions from one output position to the next. */
  readonly jump: number;
  /** First input position that output position 0 covers; negative in the padding. */
  readonly start: number;
}

/** Kinds that leave every position where it is (norms by their weights; statistics over positions are not a path). */
const positionwise: ReadonlySet<string> = new Set([
  'activation',
  'batchNorm',
  'groupNorm',
  'instanceNorm',
  'layerNorm',
  'channelShuffle',
  'add',
  'multiply',
  'concatenate',
  'slice',
  'split',
]);

/**
 * The receptive field of the operator at `path`, or of the last one in the module at `path`, one entry per spatial axis
 * of the network's input.
 *
 * Through a window of effective kernel k, stride s and begin padding p: size + (k − 1)·jump, jump·s, start − p·jump. Where
 * branches join it is the span of all of them.
 * Source: Araujo et al. 2019, "Computing Receptive Fields of Convolutional Neural Networks", equations 2–4.
 * @param input Shape without batch; `same` paddings and global pooling depend on it.
 * @throws RangeError when no operator stands at or in `path`, when something on the way (a flatten, attention, a transposed
 * convolution) has no one window, or when branches of different strides join.
 * @example receptiveField(architectures.resnet50.build(), 'layer4.2.relu') // { size: 427, jump: 32, start: -213 } on both axes, as of 'layer4'
 */
export function receptiveField(
  network: Network,
  path: string,
  input: Shape = network.input,
): readonly ReceptiveField[] {
  const { rows } = summarize(network, input);
  const exact = rows.findIndex((row) => row.path === path);
  const target = exact < 0 ? rows.findLastIndex((row) => row.path.startsWith(`${path}.`)) : exact;
  if (target < 0) throw new RangeError(`the network has no operator at or in ${path}`);
  const known: Fields[] = [input.slice(1).map(() => ({ size: 1, jump: 1, start: 0 }))];
  const wanted = upstreamOf(network, at(rows, target).node);
  for (const row of rows.slice(0, target + 1)) {
    const { id, inputs } = row.node;
    if (!wanted.has(id)) continue;
    const before = inputs.map((from) => at(known, from));
    known[id] = fieldsAfter(row, before);
  }
  return at(known, at(rows, target).node.id);
}

type Fields = readonly ReceptiveField[];

/** Ids of the nodes a node's value depends on, its own included. */
function upstreamOf(network: Network, node: NetworkNode): ReadonlySet<number> {
  const ids = new Set([node.id]);
  for (const { id, inputs } of network.nodes.toReversed()) {
    if (ids.has(id)) for (const from of inputs) ids.add(from);
  }
  return ids;
}

function fieldsAfter(row: Row, inputs: readonly Fields[]): Fields {
  const { operator } = row.node;
  const input = at(row.inputShapes, 0, 'input');
  const windows = operator.windows?.(input);
  if (windows !== undefined) {
    return at(inputs, 0).map((field, axis) => throughWindow(field, at(windows, axis)));
  }
  if (!positionwise.has(operator.kind)) {
    throw new RangeError(`the receptive field through ${row.path} (${operator.kind}) is not one window`);
  }
  return at(inputs, 0).map((_, axis) => joined(row, inputs, axis));
}

function throughWindow({ size, jump, start }: ReceptiveField, window: AxisWindow): ReceptiveField {
  return {
    size: size + (effectiveKernel(window.kernel, window.dilation) - 1) * jump,
    jump: jump * window.stride,
    start: start - window.paddingBegin * jump,
  };
}

/**
 * The span of all inputs that have positions. A single value beside a map (a squeeze-and-excitation gate) is no path:
 * it is the same for every position, and would make every receptive field "the whole image".
 */
function joined(row: Row, inputs: readonly Fields[], axis: number): ReceptiveField {
  const positions = at(row.outputShape, axis + 1);
  const fields = inputs.map((input) => at(input, axis));
  const sizes = row.inputShapes.map((shape) => shape[axis + 1]);
  if (!sizes.includes(positions) || sizes.some((size) => size !== positions && size !== 1)) {
    throw new RangeError(`${row.path} (${row.kind}) changes the positions of axis ${axis} without a window`);
  }
  const moving = fields.filter((_, index) => sizes[index] === positions);
  const jumps = new Set(moving.map(({ jump }) => jump));
  // A map of one position has no next one, so its branches may have come there by any stride.
  if (jumps.size > 1 && positions > 1) {
    throw new RangeError(`branches of different strides join at ${row.path}: ${[...jumps].join(' and ')}`);
  }
  const start = Math.min(...moving.map((field) => field.start));
  const end = Math.max(...moving.map((field) => field.start + field.size));
  return { size: end - start, jump: Math.max(...jumps), start };
}
