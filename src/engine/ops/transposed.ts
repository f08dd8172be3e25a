import { wholeNumber } from '../checks.ts';
import type { Padding, Window } from './axes.ts';
import { effectiveKernel, halves, paddingEnds } from './axes.ts';

type Scatter = Pick<Window, 'kernel' | 'stride' | 'dilation'>;

/** What a transposed convolution crops from each end of an axis, and adds at the far one. */
export interface TransposedPadding {
  readonly begin: number;
  readonly end: number;
  readonly extra: number;
}

/**
 * The cropping of one axis. A `same` rule crops d(k−1) + 1 − s in all so that n positions become n·s (the larger half as
 * the rule's name says), or adds where the kernel is narrower than the stride; `same` itself is for stride 1 only.
 * @throws RangeError for `same` with a stride other than 1.
 * @example transposedPadding({ kernel: 3, stride: 2, dilation: 1 }, 'same-upper', 0, 0) // { begin: 0, end: 1, extra: 0 }
 */
export function transposedPadding(
  window: Scatter,
  padding: Padding,
  outputPadding: number,
  axis: number,
): TransposedPadding {
  if (typeof padding !== 'string') {
    const [begin, end] = paddingEnds(padding[axis] ?? 0);
    return { begin, end, extra: outputPadding };
  }
  if (padding === 'valid') return { begin: 0, end: 0, extra: outputPadding };
  if (padding === 'same' && window.stride !== 1) {
    throw new RangeError(`padding 'same' needs stride 1, not ${window.stride}`);
  }
  const surplus = effectiveKernel(window.kernel, window.dilation) - window.stride;
  if (surplus < 0) return { begin: 0, end: 0, extra: -surplus };
  const [begin, end] = halves(surplus, padding === 'same-lower' ? 'lower' : 'upper');
  return { begin, end, extra: 0 };
}

/**
 * Output positions of a transposed convolution on one axis: (n − 1)s − p_b − p_e + d(k−1) + p_out + 1.
 *
 * Padding crops. `same-upper` and `same-lower` give n·s, as TensorFlow and ONNX do; `same` means what it does in the
 * forward direction, stride 1 and the size kept.
 *
 * Source: torch.nn.ConvTranspose2d, "Shape"; ONNX ConvTranspose `auto_pad`.
 * @throws RangeError when cropping leaves nothing.
 * @example transposedOutputSize(7, { kernel: 3, stride: 2, dilation: 1 }, [1], 1, 0) // 14
 */
export function transposedOutputSize(
  inputSize: number,
  window: Scatter,
  padding: Padding,
  outputPadding: number,
  axis: number,
): number {
  const { begin, end, extra } = transposedPadding(window, padding, outputPadding, axis);
  const scattered = (inputSize - 1) * window.stride + effectiveKernel(window.kernel, window.dilation) + extra;
  const result = scattered - begin - end;
  if (result < 1) {
    throw new RangeError(`padding crops ${begin + end} of ${scattered} positions and leaves none`);
  }
  return result;
}

/**
 * Output positions of a Keras transposed convolution on one axis. Keras's rules differ from PyTorch's where the kernel is
 * narrower than the stride (`valid` fills the gap after the last position) and when `outputPadding` is left out (it is
 * inferred: n·s under `same`, (n − 1)s + max(ke, s) under `valid`); written out, `same` crops by half the kernel and the
 * result is (n − 1)s + ke mod 2 + outputPadding.
 *
 * Source: keras/src/backend/common/backend_utils.py, `compute_conv_transpose_output_shape` (3.x).
 * @throws RangeError naming the parameter.
 * @example kerasTransposedOutputSize(5, { kernel: 2, stride: 3, dilation: 1 }, 'valid') // 15, where PyTorch gives 14
 */
export function kerasTransposedOutputSize(
  inputSize: number,
  window: Scatter,
  padding: 'valid' | 'same',
  outputPadding?: number,
): number {
  const steps = (wholeNumber('inputSize', inputSize, 1) - 1) * wholeNumber('stride', window.stride, 1);
  const span = effectiveKernel(
    wholeNumber('kernel', window.kernel, 1),
    wholeNumber('dilation', window.dilation, 1),
  );
  if (outputPadding === undefined) {
    return padding === 'same' ? inputSize * window.stride : steps + Math.max(span, window.stride);
  }
  const extra = wholeNumber('outputPadding', outputPadding);
  return steps + extra + (padding === 'same' ? span % 2 : span);
}
