import type { Checked, FieldError, Fields } from '../shared/fields.ts';
import { checkFields, numberIn } from '../shared/fields.ts';
import type { CommonSize } from './kinds.ts';

/** Prefix of this calculator's query parameters. */
export const prefix = 'kinds';

/** The standard case widens 64 channels to 128 on 56×56, as the second stage of VGG-16 and ResNets has them. */
export const fields = {
  inChannels: { kind: 'whole', standard: 64, least: 1, most: 65_536 },
  outChannels: { kind: 'whole', standard: 128, least: 1, most: 65_536 },
  kernel: { kind: 'whole', standard: 3, least: 3, most: 255 },
  grid: { kind: 'whole', standard: 56, least: 1, most: 65_536 },
  stride: { kind: 'whole', standard: 2, least: 1, most: 255 },
  dilation: { kind: 'whole', standard: 2, least: 1, most: 255 },
  groups: { kind: 'whole', standard: 4, least: 1, most: 65_536 },
  frames: { kind: 'whole', standard: 8, least: 1, most: 65_536 },
} as const satisfies Fields;

export type FieldName = keyof typeof fields;

/** The fields as read, and the size they give when every kind can be built at it. */
export interface KindsState {
  readonly checked: Readonly<Record<string, Checked>>;
  readonly size?: CommonSize;
}

/** Reads the fields; what no kind can be built at is an error at the field that has to change. Never throws. */
export function readKinds(typed: Readonly<Record<string, string>>): KindsState {
  const { checked, complete } = checkFields(fields, typed);
  if (!complete) return { checked };
  const number = (name: FieldName): number => numberIn(checked, name);
  const size: CommonSize = {
    inChannels: number('inChannels'),
    outChannels: number('outChannels'),
    kernel: number('kernel'),
    grid: number('grid'),
    stride: number('stride'),
    dilation: number('dilation'),
    groups: number('groups'),
    frames: number('frames'),
  };
  const [refusedField, refusal] = refusalOf(size) ?? [];
  if (refusedField !== undefined && refusal !== undefined) {
    return { checked: { ...checked, [refusedField]: { error: refusal } } };
  }
  return { checked, size };
}

function refusalOf(size: CommonSize): readonly [FieldName, FieldError] | undefined {
  const { inChannels, outChannels, kernel, grid, stride, groups, frames } = size;
  if (kernel % 2 === 0) return ['kernel', { key: 'mustBeOdd' }];
  if (inChannels % groups !== 0) return ['groups', { key: 'mustDivide', limit: inChannels }];
  if (outChannels % groups !== 0) return ['groups', { key: 'mustDivide', limit: outChannels }];
  const widest = Math.max(inChannels, outChannels);
  const positions = grid ** 2 * Math.max(frames, stride ** 2);
  return Number.isSafeInteger(2 * kernel ** 3 * widest ** 2 * positions)
    ? undefined
    : ['grid', { key: 'notExact' }];
}
