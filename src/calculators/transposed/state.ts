import type { Window } from '../../engine/index.ts';
import {
  effectiveKernel,
  kerasTransposedOutputSize,
  overlapPattern,
  scatterOverlap,
  sizesMappedTo,
  transposedOutputSize,
} from '../../engine/index.ts';
import type { Checked, FieldError, Fields } from '../shared/fields.ts';
import { checkFields, numberIn } from '../shared/fields.ts';

/** Prefix of this calculator's query parameters. */
export const prefix = 'tconv';

/** The standard case is the 3, stride 2, padding 1 that 7 and 8 both pass to become 4. */
export const fields = {
  inputSize: { kind: 'whole', standard: 4, least: 1, most: 65_536 },
  kernel: { kind: 'whole', standard: 3, least: 1, most: 255 },
  stride: { kind: 'whole', standard: 2, least: 1, most: 255 },
  padding: { kind: 'whole', standard: 1, least: 0, most: 4096 },
  outputPadding: { kind: 'whole', standard: 0, least: 0, most: 254 },
  dilation: { kind: 'whole', standard: 1, least: 1, most: 255 },
} as const satisfies Fields;

export type FieldName = keyof typeof fields;

/** As many output positions are drawn at most. */
export const mostDrawn = 24;

/** One axis of a transposed convolution at the reader's sizes. */
export interface TransposedAxis {
  readonly inputSize: number;
  readonly window: Pick<Window, 'kernel' | 'stride' | 'dilation'>;
  readonly padding: number;
  readonly outputPadding: number;
  readonly outputSize: number;
  /** What the convolution with these numbers turns into the input size, smallest first. */
  readonly mappedSizes: readonly number[];
  /** Products summed at each of the first output positions. */
  readonly overlap: readonly number[];
  /** The overlap that repeats away from the border. */
  readonly pattern: readonly number[];
  /** Keras's sizes with its output padding left out; none where Keras refuses the numbers. */
  readonly keras?: Readonly<Record<'same' | 'valid', number>>;
}

/** The fields as read, and the axis they describe when they describe one. */
export interface TransposedState {
  readonly checked: Readonly<Record<string, Checked>>;
  readonly axis?: TransposedAxis;
}

/** Reads the fields; what no transposed convolution can have is an error at the field that has to change. Never throws. */
export function readTransposed(typed: Readonly<Record<string, string>>): TransposedState {
  const { checked, complete } = checkFields(fields, typed);
  if (!complete) return { checked };
  const number = (name: FieldName): number => numberIn(checked, name);
  const refuse = (name: FieldName, error: FieldError): TransposedState => ({
    checked: { ...checked, [name]: { error } },
  });
  const window = { kernel: number('kernel'), stride: number('stride'), dilation: number('dilation') };
  const [inputSize, padding, outputPadding] = [
    number('inputSize'),
    number('padding'),
    number('outputPadding'),
  ];
  const mostOutputPadding = Math.max(window.stride, window.dilation) - 1;
  if (outputPadding > mostOutputPadding) {
    return refuse('outputPadding', { key: 'tooLarge', limit: mostOutputPadding });
  }
  const scattered =
    (inputSize - 1) * window.stride + effectiveKernel(window.kernel, window.dilation) + outputPadding;
  if (2 * padding >= scattered) return refuse('padding', { key: 'cropsEverything', limit: scattered });
  return { checked, axis: axisOf({ inputSize, window, padding, outputPadding }) };
}

function axisOf(
  given: Pick<TransposedAxis, 'inputSize' | 'window' | 'padding' | 'outputPadding'>,
): TransposedAxis {
  const { inputSize, window, padding, outputPadding } = given;
  // No input further on reaches the positions that are drawn, and these already leave as many after cropping.
  const reaching = Math.min(inputSize, Math.ceil((mostDrawn + 2 * padding) / window.stride) + 1);
  return {
    ...given,
    outputSize: transposedOutputSize(inputSize, window, [padding], outputPadding, 0),
    mappedSizes: sizesMappedTo(inputSize, window, padding),
    overlap: scatterOverlap(reaching, window, [padding], outputPadding).slice(0, mostDrawn),
    pattern: overlapPattern(window),
    ...(window.stride > 1 && window.dilation > 1
      ? {}
      : {
          keras: {
            same: kerasTransposedOutputSize(inputSize, window, 'same'),
            valid: kerasTransposedOutputSize(inputSize, window, 'valid'),
          },
        }),
  };
}
