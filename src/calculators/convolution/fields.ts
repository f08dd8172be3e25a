import type { Checked, Fields } from '../shared/fields.ts';
import { checkField } from '../shared/fields.ts';

/** Prefix of this calculator's query parameters. */
export const prefix = 'layer';

export const kinds = ['standard', 'grouped', 'depthwise', 'separable', 'transposed'] as const;
/** How the channels are connected, or that the convolution runs the other way. */
export type Kind = (typeof kinds)[number];

export const paddingRules = ['even', 'uneven', 'valid', 'same', 'same-upper', 'same-lower'] as const;
/** Padding written out, the same on both sides or not, or one of the engine's rules. */
export type PaddingRule = (typeof paddingRules)[number];

export const dtypes = ['float32', 'float16', 'bfloat16', 'int8'] as const;

/** What one multiply-add counts as, and whether the bias counts. */
export const flopsConventions = ['two', 'one', 'two-and-bias'] as const;
export type FlopsConvention = (typeof flopsConventions)[number];

/** Sizes go up to 2^20; past 2^53 in all, the counts say that they are not exact. */
const largestSize = 1_048_576;
const largestStep = 4096;

/** The standard case is the 3×3 convolution of ResNet-50's first bottleneck. */
export const fields = {
  kind: { kind: 'choice', standard: 'standard', choices: kinds },
  axes: { kind: 'choice', standard: '2', choices: ['1', '2', '3'] },
  inChannels: { kind: 'whole', standard: 64, least: 1, most: largestSize },
  outChannels: { kind: 'whole', standard: 64, least: 1, most: largestSize },
  multiplier: { kind: 'whole', standard: 1, least: 1, most: largestStep },
  groups: { kind: 'whole', standard: 1, least: 1, most: largestSize },
  input: { kind: 'axes', standard: '56', least: 1, most: largestSize },
  kernel: { kind: 'axes', standard: '3', least: 1, most: largestStep },
  stride: { kind: 'axes', standard: '1', least: 1, most: largestStep },
  dilation: { kind: 'axes', standard: '1', least: 1, most: largestStep },
  paddingRule: { kind: 'choice', standard: 'even', choices: paddingRules },
  padding: { kind: 'axes', standard: '1', least: 0, most: largestStep },
  paddingAfter: { kind: 'axes', standard: '1', least: 0, most: largestStep },
  outputPadding: { kind: 'axes', standard: '0', least: 0, most: largestStep },
  bias: { kind: 'choice', standard: 'no', choices: ['no', 'yes'] },
  batch: { kind: 'whole', standard: 1, least: 1, most: largestSize },
  dtype: { kind: 'choice', standard: 'float32', choices: dtypes },
  convention: { kind: 'choice', standard: 'two', choices: flopsConventions },
  fieldBefore: { kind: 'axes', standard: '1', least: 1, most: largestSize },
  jumpBefore: { kind: 'axes', standard: '1', least: 1, most: largestSize },
} as const satisfies Fields;

export type FieldName = keyof typeof fields;

/** The fields that make the layer, and those that say how to count. */
export interface ShownFields {
  readonly layer: readonly FieldName[];
  readonly counting: readonly FieldName[];
}

/** The fields that apply to what has been chosen; one that does not apply is neither shown nor in error. */
export function shownFields(typed: Readonly<Record<string, string>>): ShownFields {
  const chosen = (name: 'kind' | 'paddingRule'): string =>
    choice(checkField(fields[name], typed[name] ?? ''));
  const kind = chosen('kind');
  const transposed = kind === 'transposed';
  const rule = chosen('paddingRule');
  return {
    layer: [
      'kind',
      'axes',
      'inChannels',
      ...(kind === 'depthwise' ? [] : (['outChannels'] as const)),
      ...(kind === 'depthwise' || kind === 'separable' ? (['multiplier'] as const) : []),
      ...(kind === 'grouped' || transposed ? (['groups'] as const) : []),
      'input',
      'kernel',
      'stride',
      'dilation',
      'paddingRule',
      ...(rule === 'even' || rule === 'uneven' ? (['padding'] as const) : []),
      ...(rule === 'uneven' ? (['paddingAfter'] as const) : []),
      ...(transposed && !rule.startsWith('same') ? (['outputPadding'] as const) : []),
      'bias',
    ],
    counting: [
      'batch',
      'dtype',
      'convention',
      ...(transposed ? [] : (['fieldBefore', 'jumpBefore'] as const)),
    ],
  };
}

const choice = (checked: Checked): string => ('value' in checked ? String(checked.value) : '');
