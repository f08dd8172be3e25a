import { wholeNumbers } from '../checks.ts';

/** Padding of one axis: the same at both ends, or `[begin, end]`. */
export type AxisPadding = number | readonly [begin: number, end: number];

/**
 * Padding of all axes, or a rule:
 * - `valid`: none;
 * - `same`: PyTorch's, stride 1 only, d(k−1) in all, the smaller half first;
 * - `same-upper`: TensorFlow's, Keras's and ONNX's SAME_UPPER, output ceil(n/s), the larger half at the end;
 * - `same-lower`: ONNX's SAME_LOWER, the larger half at the beginning.
 *
 * Source: torch/nn/modules/conv.py (2.6.0, lines 116–151); tf.nn "Notes on padding"; ONNX Conv `auto_pad`.
 */
export type Padding = readonly AxisPadding[] | 'valid' | 'same' | 'same-upper' | 'same-lower';

/** A sliding window on one axis with its padding resolved. */
export interface Window {
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly begin: number;
  readonly end: number;
}

/**
 * Positions a dilated kernel spans: d(k−1) + 1.
 * @example effectiveKernel(3, 2) // 5
 */
export function effectiveKernel(kernel: number, dilation: number): number {
  return dilation * (kernel - 1) + 1;
}

/** The begin and end padding of one axis whose padding is written out. */
export function paddingEnds(padding: AxisPadding): readonly [begin: number, end: number] {
  return typeof padding === 'number' ? [padding, padding] : padding;
}

/**
 * The begin and end padding of one axis for an input of `inputSize` positions.
 * @throws RangeError for PyTorch's `same` with a stride other than 1, as torch does.
 * @example resolvePadding('same-upper', 0, 224, { kernel: 3, stride: 2, dilation: 1 }) // [0, 1]
 */
export function resolvePadding(
  padding: Padding,
  axis: number,
  inputSize: number,
  window: Pick<Window, 'kernel' | 'stride' | 'dilation'>,
): readonly [begin: number, end: number] {
  if (padding === 'valid') return [0, 0];
  const span = effectiveKernel(window.kernel, window.dilation);
  if (padding === 'same') {
    if (window.stride !== 1) throw new RangeError(`padding 'same' needs stride 1, not ${window.stride}`);
    return halves(span - 1, 'upper');
  }
  if (padding === 'same-upper' || padding === 'same-lower') {
    const outputSize = Math.ceil(inputSize / window.stride);
    const total = Math.max((outputSize - 1) * window.stride + span - inputSize, 0);
    return halves(total, padding === 'same-upper' ? 'upper' : 'lower');
  }
  const own = padding[axis];
  if (own === undefined) throw new RangeError(`padding has no entry for axis ${axis}`);
  return paddingEnds(own);
}

/** Padding in all cut in two; the odd position goes to the end (`upper`) or the beginning (`lower`). */
export function halves(total: number, larger: 'upper' | 'lower'): readonly [number, number] {
  const less = Math.floor(total / 2);
  return larger === 'upper' ? [less, total - less] : [total - less, less];
}

/**
 * Positions of a window that slides over `inputSize` positions: floor((n + p_b + p_e − d(k−1) − 1) / s) + 1.
 *
 * Frameworks refuse a kernel wider than the padded input where the bare formula would give 0; so does this.
 * Source: torch.nn.Conv2d, "Shape".
 * @throws RangeError when no position fits.
 * @example slidingPositions(224, { kernel: 7, stride: 2, dilation: 1, begin: 3, end: 3 }) // 112
 */
export function slidingPositions(inputSize: number, window: Window): number {
  const span = effectiveKernel(window.kernel, window.dilation);
  const room = inputSize + window.begin + window.end - span;
  if (room < 0) {
    throw new RangeError(
      `kernel spans ${span} positions and does not fit into the padded input of ${inputSize + window.begin + window.end}`,
    );
  }
  return Math.floor(room / window.stride) + 1;
}

/** Checks a padding list or rule against the number of axes. Throws RangeError naming the entry. */
export function checkedPadding(padding: Padding, axes: number): Padding {
  if (typeof padding === 'string') return padding;
  if (padding.length !== axes) {
    throw new RangeError(`padding must have ${axes} entries, not ${padding.length}`);
  }
  padding.forEach((own, axis) => wholeNumbers(`padding[${axis}]`, paddingEnds(own)));
  return padding;
}

/** `values` when it has an entry per axis, or `standard` on every axis when it is left out. */
export function perAxis(
  name: string,
  values: readonly number[] | undefined,
  axes: number,
  standard: number,
  least: number,
): readonly number[] {
  if (values === undefined) return Array.from({ length: axes }, () => standard);
  if (values.length !== axes) throw new RangeError(`${name} must have ${axes} entries, not ${values.length}`);
  return wholeNumbers(name, values, least);
}
