import type { Convolution } from '../../engine/index.ts';
import { convolution } from '../../engine/index.ts';
import type { Checked, FieldError, Fields } from '../shared/fields.ts';
import { checkFields, choiceIn, numberIn } from '../shared/fields.ts';

/** Prefix of this calculator's query parameters. */
export const prefix = 'grp';

const largest = 65_536;

/** The standard case is 64 to 128 channels in 32 groups, two input channels to each. */
export const fields = {
  inChannels: { kind: 'whole', standard: 64, least: 1, most: largest },
  outChannels: { kind: 'whole', standard: 128, least: 1, most: largest },
  kernel: { kind: 'whole', standard: 3, least: 1, most: 255 },
  groups: { kind: 'whole', standard: 32, least: 1, most: largest },
  bias: { kind: 'choice', standard: 'yes', choices: ['yes', 'no'] },
  grid: { kind: 'whole', standard: 56, least: 1, most: largest },
} as const satisfies Fields;

export type FieldName = keyof typeof fields;

/** A grouped convolution, stride 1 with padding that keeps the size, and the same one undivided. */
export interface GroupedCase {
  readonly grouped: Convolution;
  readonly dense: Convolution;
  readonly input: readonly [channels: number, height: number, width: number];
}

/** The fields as read, and the convolution they describe when they describe one. */
export interface GroupedState {
  readonly checked: Readonly<Record<string, Checked>>;
  readonly result?: GroupedCase;
}

/** Reads the fields; what no convolution can have is an error at the field that has to change. Never throws. */
export function readGrouped(typed: Readonly<Record<string, string>>): GroupedState {
  const { checked, complete } = checkFields(fields, typed);
  if (!complete) return { checked };
  const number = (name: FieldName): number => numberIn(checked, name);
  const refuse = (name: FieldName, error: FieldError): GroupedState => ({
    checked: { ...checked, [name]: { error } },
  });
  const [inChannels, outChannels, groups] = [number('inChannels'), number('outChannels'), number('groups')];
  const undivided = [inChannels, outChannels].find((channels) => channels % groups !== 0);
  if (undivided !== undefined) return refuse('groups', { key: 'mustDivide', limit: undivided });
  const [kernel, grid] = [number('kernel'), number('grid')];
  const spec = {
    inChannels,
    outChannels,
    kernel: [kernel, kernel],
    padding: 'same' as const,
    bias: choiceIn(checked, 'bias') === 'yes',
  };
  const dense = convolution(spec);
  if (!Number.isSafeInteger(dense.parameters * grid * grid)) return refuse('grid', { key: 'notExact' });
  return {
    checked,
    result: { grouped: convolution({ ...spec, groups }), dense, input: [inChannels, grid, grid] },
  };
}
