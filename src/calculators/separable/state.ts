import type { DepthwiseSeparable } from '../../engine/index.ts';
import { depthwiseSeparable } from '../../engine/index.ts';
import type { Checked, Fields } from '../shared/fields.ts';
import { checkFields, numberIn } from '../shared/fields.ts';

/** Prefix of this calculator's query parameters. */
export const prefix = 'sep';

const largest = 65_536;

/** The standard case is the 3×3 of ResNet-50's first bottleneck, made separable. */
export const fields = {
  kernel: { kind: 'whole', standard: 3, least: 1, most: 255 },
  inChannels: { kind: 'whole', standard: 64, least: 1, most: largest },
  outChannels: { kind: 'whole', standard: 64, least: 1, most: largest },
  depthMultiplier: { kind: 'whole', standard: 1, least: 1, most: 64 },
  grid: { kind: 'whole', standard: 56, least: 1, most: largest },
} as const satisfies Fields;

export type FieldName = keyof typeof fields;

/** A layer at the reader's sizes, stride 1 with padding that keeps the size. */
export interface SeparableCase {
  readonly layer: DepthwiseSeparable;
  readonly input: readonly [channels: number, height: number, width: number];
}

/** The fields as read, and the layer they describe when they describe one. */
export interface SeparableState {
  readonly checked: Readonly<Record<string, Checked>>;
  readonly result?: SeparableCase;
}

/** Reads the fields; a count that no double holds is an error at the grid. Never throws. */
export function readSeparable(typed: Readonly<Record<string, string>>): SeparableState {
  const { checked, complete } = checkFields(fields, typed);
  if (!complete) return { checked };
  const number = (name: FieldName): number => numberIn(checked, name);
  const [inChannels, outChannels, kernel] = [number('inChannels'), number('outChannels'), number('kernel')];
  const layer = depthwiseSeparable({
    inChannels,
    outChannels,
    kernel: [kernel, kernel],
    padding: 'same',
    depthMultiplier: number('depthMultiplier'),
  });
  const grid = number('grid');
  if (!countsExactly(layer, grid)) return { checked: { ...checked, grid: { error: { key: 'notExact' } } } };
  return { checked, result: { layer, input: [inChannels, grid, grid] } };
}

/** Whether the FLOPs and the bits moved, the largest of the counts, are whole numbers that a double holds. */
function countsExactly(
  { whole, depthwise, pointwise, parameters }: DepthwiseSeparable,
  grid: number,
): boolean {
  const flops = 2 * (whole.parameters + parameters) * grid * grid;
  const values = [whole, depthwise, pointwise].map(
    ({ spec, parameters: weights }) => weights + (spec.inChannels + spec.outChannels) * grid * grid,
  );
  return Number.isSafeInteger(Math.max(flops, ...values.map((each) => 32 * each)));
}
