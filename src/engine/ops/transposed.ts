import type { Padding, Window } from './axes.ts';
import { effectiveKernel, paddingEnds } from './axes.ts';

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
  window: Pick<Window, 'kernel' | 'stride' | 'dilation'>,
  padding: Padding,
  outputPadding: number,
  axis: number,
): number {
  if (padding === 'same-upper' || padding === 'same-lower') return inputSize * window.stride;
  if (padding === 'same') {
    if (window.stride !== 1) throw new RangeError(`padding 'same' needs stride 1, not ${window.stride}`);
    return inputSize;
  }
  const [begin, end] = padding === 'valid' ? [0, 0] : paddingEnds(padding[axis] ?? 0);
  const scattered = (inputSize - 1) * window.stride + effectiveKernel(window.kernel, window.dilation);
  const result = scattered - begin - end + outputPadding;
  if (result < 1) {
    throw new RangeError(
      `padding crops ${begin + end} of ${scattered + outputPadding} positions and leaves none`,
    );
  }
  return result;
}
