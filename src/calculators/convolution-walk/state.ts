import { effectiveKernel } from '../../engine/index.ts';
import type { Walk } from '../../figures/index.ts';
import { outputPositions } from '../../figures/index.ts';
import type { Checked, Fields } from '../shared/fields.ts';
import { checkField, checkFields, numberIn } from '../shared/fields.ts';

/** Prefix of this figure's query parameters. */
export const prefix = 'walk';

/** Larger ones could not be told apart on a phone. The standard case is 5 positions, 3×3, stride 2, padding 1. */
export const fields = {
  input: { kind: 'whole', standard: 5, least: 1, most: 10 },
  kernel: { kind: 'whole', standard: 3, least: 1, most: 7 },
  stride: { kind: 'whole', standard: 2, least: 1, most: 5 },
  padding: { kind: 'whole', standard: 1, least: 0, most: 3 },
  dilation: { kind: 'whole', standard: 1, least: 1, most: 4 },
  output: { kind: 'whole', standard: 0, least: 0, most: 255 },
} as const satisfies Fields;

export type FieldName = keyof typeof fields;

/** The fields as read, and the walk with the output chosen in it. */
export interface WalkState {
  readonly checked: Readonly<Record<string, Checked>>;
  readonly result?: { readonly walk: Walk; readonly chosen: number; readonly outputs: number };
}

/**
 * Reads the fields; a kernel that does not fit is an error at its field. The output is chosen in the picture and has no
 * field to mark: one past the last is the last, and what is no number is the first. Never throws.
 */
export function readWalk(typed: Readonly<Record<string, string>>): WalkState {
  const { output: outputField, ...sizes } = fields;
  const { checked, complete } = checkFields(sizes, typed);
  if (!complete) return { checked };
  const number = (name: FieldName): number => numberIn(checked, name);
  const walk = {
    input: number('input'),
    kernel: number('kernel'),
    stride: number('stride'),
    padding: number('padding'),
    dilation: number('dilation'),
  };
  const room = walk.input + 2 * walk.padding;
  if (effectiveKernel(walk.kernel, walk.dilation) > room) {
    return { checked: { ...checked, kernel: { error: { key: 'doesNotFit', limit: room } } } };
  }
  const outputs = outputPositions(walk) ** 2;
  const output = checkField(outputField, typed.output ?? '');
  const chosen = 'value' in output ? Math.min(Number(output.value), outputs - 1) : 0;
  return { checked, result: { walk, outputs, chosen } };
}
