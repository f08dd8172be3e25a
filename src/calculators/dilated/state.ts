import type { StackReach } from '../../engine/index.ts';
import { effectiveKernel, stackReach } from '../../engine/index.ts';
import type { Checked, Fields } from '../shared/fields.ts';
import { checkFields, numberIn, numbersIn } from '../shared/fields.ts';

/** Prefix of this calculator's query parameters. */
export const prefix = 'dil';

/** Layers are listed one by one, so there are not many. */
export const mostLayers = 10;

/** The standard case is three 3×3 layers at 1, 2, 5, which leave no hole. */
export const fields = {
  kernel: { kind: 'whole', standard: 3, least: 1, most: 15 },
  dilations: { kind: 'axes', standard: '1, 2, 5', least: 1, most: 512 },
} as const satisfies Fields;

/** The stack as far as one of its layers. */
export interface DilatedLayer {
  readonly dilation: number;
  readonly effectiveKernel: number;
  readonly reach: StackReach;
}

/** Square dilated convolutions in series at the reader's sizes. */
export interface DilatedLayers {
  readonly kernel: number;
  readonly layers: readonly DilatedLayer[];
}

/** The fields as read, and the stack they describe when they describe one. */
export interface DilatedState {
  readonly checked: Readonly<Record<string, Checked>>;
  readonly stack?: DilatedLayers;
}

/** Reads the fields. Never throws. */
export function readDilated(typed: Readonly<Record<string, string>>): DilatedState {
  const { checked, complete } = checkFields(fields, typed);
  if (!complete) return { checked };
  const kernel = numberIn(checked, 'kernel');
  const dilations = numbersIn(checked, 'dilations');
  if (dilations.length > mostLayers) {
    return { checked: { ...checked, dilations: { error: { key: 'tooMany', limit: mostLayers } } } };
  }
  const layers = dilations.map((dilation, index) => ({
    dilation,
    effectiveKernel: effectiveKernel(kernel, dilation),
    reach: stackReach({ kernel, dilations: dilations.slice(0, index + 1) }),
  }));
  return { checked, stack: { kernel, layers } };
}
