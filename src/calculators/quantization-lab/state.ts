import type { AffineRule, Granularity } from '../../engine/index.ts';
import type { Checked, Fields } from '../shared/fields.ts';
import { checkFields, choiceIn, numberIn, standardTyped } from '../shared/fields.ts';
import type { WeightTensor } from './pasted.ts';
import { readPasted } from './pasted.ts';
import type { RangeChoice } from './ranges.ts';
import { rangeChoices } from './ranges.ts';

/** Prefix of this calculator's query parameters. */
export const prefix = 'quant';

/** Weights that share a scale in the finest of the three granularities. */
export const groupElements = 32;

/** The standard case is int8 per tensor on the trained layer. */
export const fields = {
  source: { kind: 'choice', standard: 'layer', choices: ['layer', 'pasted'] },
  numbers: {
    kind: 'text',
    standard: '0.12 -0.5 0.33 0.02 -0.21\n4.1 -2.6 1.9 -3.3 0.7',
    longest: 4000,
  },
  bits: { kind: 'whole', standard: 8, least: 2, most: 8 },
  zero: { kind: 'choice', standard: 'symmetric', choices: ['symmetric', 'asymmetric'] },
  part: { kind: 'choice', standard: 'tensor', choices: ['tensor', 'channel', 'group'] },
  range: { kind: 'choice', standard: 'full', choices: rangeChoices },
  outlier: { kind: 'decimal', standard: 1, least: 1, most: 10 },
} as const satisfies Fields;

export type FieldName = keyof typeof fields;

/** What is quantized and how. */
export interface LabCase {
  readonly tensor: WeightTensor;
  readonly rule: AffineRule;
  readonly part: 'tensor' | 'channel' | 'group';
  readonly granularity: Granularity;
  readonly range: RangeChoice;
}

/** The fields that apply as read, and the case when all are right. */
export interface LabState {
  readonly shown: readonly FieldName[];
  readonly checked: Readonly<Record<string, Checked>>;
  readonly lab?: LabCase;
}

const granularities = { tensor: 'tensor', channel: 'channel', group: { groupElements } } as const;

/** Reads the fields that apply; one that does not is neither shown nor can it be in error. Never throws. */
export function readLab(typed: Readonly<Record<string, string>>, layer: WeightTensor): LabState {
  const shown: FieldName[] = [
    'source',
    ...(typed.source === 'pasted' ? ['numbers' as const] : []),
    'bits',
    'zero',
    'part',
    'range',
    'outlier',
  ];
  const applying = Object.fromEntries(shown.map((name) => [name, fields[name]]));
  const { checked, complete } = checkFields(applying, typed);
  const pasted = typed.source === 'pasted' ? readPasted(typed.numbers ?? '') : layer;
  if ('error' in pasted) return { shown, checked: { ...checked, numbers: pasted } };
  if (!complete) return { shown, checked };
  const part = partNamed(choiceIn(checked, 'part'));
  return {
    shown,
    checked,
    lab: {
      tensor: withOutlier(pasted, numberIn(checked, 'outlier')),
      rule: {
        bits: numberIn(checked, 'bits'),
        signed: true,
        symmetric: choiceIn(checked, 'zero') === 'symmetric',
      },
      part,
      granularity: granularities[part],
      range: rangeChoices.find((choice) => choice === choiceIn(checked, 'range')) ?? 'full',
    },
  };
}

function partNamed(name: string): LabCase['part'] {
  return name === 'channel' || name === 'group' ? name : 'tensor';
}

/** The tensor with its largest magnitude multiplied by `factor`. */
function withOutlier(tensor: WeightTensor, factor: number): WeightTensor {
  if (factor === 1) return tensor;
  const { shape, values } = tensor;
  // A dragged slider comes here with every step, so the values are gone through once.
  let [index, place, largest] = [0, 0, 0];
  for (const value of values) {
    if (Math.abs(value) > Math.abs(largest)) [place, largest] = [index, value];
    index++;
  }
  const scaled = values.slice();
  scaled[place] = largest * factor;
  return { shape, values: scaled };
}

/** What the comparison depends on. */
export function comparisonKey(typed: Readonly<Record<string, string>>): string {
  const { source, numbers, outlier, bits, zero } = typed;
  return JSON.stringify([source, source === 'pasted' ? numbers : '', outlier, bits, zero]);
}

/** That of the comparison the page is built with. */
export const standardComparisonKey = comparisonKey(standardTyped(fields));
