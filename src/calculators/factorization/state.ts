import type { Factorization, Shape, Split } from '../../engine/index.ts';
import { factorize, middleChannelsThreshold } from '../../engine/index.ts';
import type { Checked, FieldError } from '../shared/fields.ts';
import { checkField, checkFields, numberIn } from '../shared/fields.ts';
import type { FieldName } from './fields.ts';
import { fields, splits } from './fields.ts';
import { kernelRefusal } from './refusal.ts';

/** How wide the middle is, and how wide it may be before the split costs more than the whole. */
export interface Middle {
  readonly channels: number;
  readonly widest: number;
}

/** A split at the reader's sizes. */
export interface SplitCase {
  readonly split: Split;
  readonly factorization: Factorization;
  readonly input: Shape;
  /** Absent for a split whose widths all follow from its ends. */
  readonly middle?: Middle;
}

/** The fields as read, and the split they describe when they describe one. */
export interface FactorizationState {
  /** Whether the middle is as wide as the reader says, or as the split settles. */
  readonly choosesMiddle: boolean;
  readonly checked: Readonly<Record<string, Checked>>;
  readonly result?: SplitCase;
}

/** Splits with a middle the reader chooses; R(2+1)D's follows from the ends. */
const freeMiddle: ReadonlySet<Split> = new Set<Split>([
  'asymmetric',
  'asymmetric-reversed',
  'stack-of-3',
  'stack-of-2',
  'p3d-a',
  'low-rank',
]);

/**
 * Reads the fields that apply; what cannot be split is an error at the field that has to change. Without frames and
 * length in time the convolution is a plane one. Never throws.
 */
export function readFactorization(typed: Readonly<Record<string, string>>): FactorizationState {
  const chosen = splitIn(checkField(fields.split, typed.split ?? ''));
  const choosesMiddle = chosen === undefined || freeMiddle.has(chosen);
  const applying = Object.fromEntries(
    Object.entries(fields).filter(([name]) => choosesMiddle || name !== 'middleChannels'),
  );
  const { checked, complete } = checkFields(applying, typed);
  if (!complete || chosen === undefined) return { choosesMiddle, checked };
  const number = (name: FieldName): number => numberIn(checked, name);
  const refuse = (name: FieldName, error: FieldError): FactorizationState => ({
    choosesMiddle,
    checked: { ...checked, [name]: { error } },
  });
  const kernel = {
    kernelTime: number('kernelTime'),
    kernelHeight: number('kernelHeight'),
    kernelWidth: number('kernelWidth'),
  };
  const [refusedField, refusal] = kernelRefusal(chosen, kernel) ?? [];
  if (refusedField !== undefined && refusal !== undefined) return refuse(refusedField, refusal);
  const inTime = kernel.kernelTime > 1 || number('frames') > 1;
  const plane = [kernel.kernelHeight, kernel.kernelWidth];
  const spec = {
    inChannels: number('inChannels'),
    outChannels: number('outChannels'),
    kernel: inTime ? [kernel.kernelTime, ...plane] : plane,
    padding: 'same' as const,
    bias: false,
  };
  const middleChannels = choosesMiddle ? number('middleChannels') : undefined;
  const factorization = factorize(spec, chosen, { middleChannels });
  const sizes = [number('grid'), number('grid')];
  const input = [spec.inChannels, ...(inTime ? [number('frames'), ...sizes] : sizes)];
  if (!countsExactly(factorization, number('frames') * number('grid') ** 2)) {
    return refuse('grid', { key: 'notExact' });
  }
  const widest = choosesMiddle || chosen === '2plus1d' ? middleChannelsThreshold(spec, chosen) : undefined;
  return {
    choosesMiddle,
    checked,
    result: {
      split: chosen,
      factorization,
      input,
      ...(widest === undefined ? {} : { middle: { channels: middleChannels ?? widest, widest } }),
    },
  };
}

function splitIn(checked: Checked): Split | undefined {
  return 'value' in checked ? splits.find((each) => each === checked.value) : undefined;
}

/** Whether both costs are whole numbers that a double holds; the engine refuses others. */
function countsExactly({ convolutions, parameters, whole }: Factorization, positions: number): boolean {
  const widest = Math.max(...convolutions.map(({ spec }) => spec.outChannels));
  const values = convolutions.length * widest * positions;
  return Number.isSafeInteger(Math.max(Math.max(parameters, whole.parameters) * positions, values));
}
