import type { Factorization, Split } from '../../engine/index.ts';
import { factorize } from '../../engine/index.ts';
import type { Checked, FieldError, Fields } from '../shared/fields.ts';
import { checkFields, choiceIn, numberIn } from '../shared/fields.ts';

/** Prefix of this calculator's query parameters. */
export const prefix = 'split';

const largestChannels = 65_536;

/** The splits offered, by the engine's names. */
export const splits = [
  'asymmetric',
  'asymmetric-reversed',
  'stack-of-3',
  'stack-of-2',
] as const satisfies readonly Split[];

/** The standard case is the 1×7 and 7×1 of Inception v3's Mixed_6b. */
export const fields = {
  split: { kind: 'choice', standard: 'asymmetric', choices: splits },
  kernelHeight: { kind: 'whole', standard: 7, least: 2, most: 255 },
  kernelWidth: { kind: 'whole', standard: 7, least: 2, most: 255 },
  inChannels: { kind: 'whole', standard: 128, least: 1, most: largestChannels },
  middleChannels: { kind: 'whole', standard: 128, least: 1, most: largestChannels },
  outChannels: { kind: 'whole', standard: 192, least: 1, most: largestChannels },
  grid: { kind: 'whole', standard: 17, least: 1, most: 65_536 },
} as const satisfies Fields;

export type FieldName = keyof typeof fields;

/** A split at the reader's sizes. */
export interface SplitCase {
  readonly factorization: Factorization;
  readonly input: readonly [channels: number, height: number, width: number];
}

/** The fields as read, and the split they describe when they describe one. */
export interface FactorizationState {
  readonly checked: Readonly<Record<string, Checked>>;
  readonly result?: SplitCase;
}

/** Reads the fields; what cannot be split is an error at the field that has to change. Never throws. */
export function readFactorization(typed: Readonly<Record<string, string>>): FactorizationState {
  const { checked, complete } = checkFields(fields, typed);
  if (!complete) return { checked };
  const number = (name: FieldName): number => numberIn(checked, name);
  const refuse = (name: FieldName, error: FieldError): FactorizationState => ({
    checked: { ...checked, [name]: { error } },
  });
  const split = splits.find((each) => each === choiceIn(checked, 'split')) ?? 'asymmetric';
  const [height, width] = [number('kernelHeight'), number('kernelWidth')];
  const [refusedField, refusal] = stackRefusal(split, height, width) ?? [];
  if (refusedField !== undefined && refusal !== undefined) return refuse(refusedField, refusal);
  const spec = {
    inChannels: number('inChannels'),
    outChannels: number('outChannels'),
    kernel: [height, width],
    padding: 'same' as const,
    bias: false,
  };
  const factorization = factorize(spec, split, { middleChannels: number('middleChannels') });
  const input = [spec.inChannels, number('grid'), number('grid')] as const;
  if (!countsExactly(factorization, number('grid'))) return refuse('grid', { key: 'notExact' });
  return { checked, result: { factorization, input } };
}

/** Whether both costs are whole numbers that a double holds; the engine refuses others. */
function countsExactly({ parameters, whole }: Factorization, grid: number): boolean {
  return Number.isSafeInteger(Math.max(parameters, whole.parameters) * grid * grid);
}

/** Why a kernel is no stack of smaller ones: it has to be square, 5, 7, 9 … for 3×3 and 3, 4, 5 … for 2×2. */
function stackRefusal(
  split: Split,
  height: number,
  width: number,
): readonly [FieldName, FieldError] | undefined {
  if (split !== 'stack-of-3' && split !== 'stack-of-2') return undefined;
  const least = split === 'stack-of-3' ? 5 : 3;
  if (height < least) return ['kernelHeight', { key: 'tooSmall', limit: least }];
  if (split === 'stack-of-3' && height % 2 === 0) return ['kernelHeight', { key: 'mustBeOdd' }];
  return width === height ? undefined : ['kernelWidth', { key: 'mustEqual', limit: height }];
}
