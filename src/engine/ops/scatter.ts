import { at, wholeNumber } from '../checks.ts';
import type { Padding, Window } from './axes.ts';
import { transposedOutputSize, transposedPadding } from './transposed.ts';

type Scatter = Pick<Window, 'kernel' | 'stride' | 'dilation'>;

/**
 * How many products are summed at each output position of a transposed convolution on one axis: every input value is
 * spread over the kernel, and neighbours overlap. On two axes the counts multiply.
 * @throws RangeError when cropping leaves nothing.
 * @example scatterOverlap(3, { kernel: 3, stride: 2, dilation: 1 }, 'valid') // [1, 1, 2, 1, 2, 1, 1]
 */
export function scatterOverlap(
  inputSize: number,
  window: Scatter,
  padding: Padding,
  outputPadding = 0,
): readonly number[] {
  const outputSize = transposedOutputSize(inputSize, window, padding, outputPadding, 0);
  const { begin } = transposedPadding(window, padding, outputPadding, 0);
  const counts = Array.from({ length: outputSize }, () => 0);
  for (let position = 0; position < inputSize; position++) {
    for (let tap = 0; tap < window.kernel; tap++) {
      const target = position * window.stride + tap * window.dilation - begin;
      if (target >= 0 && target < outputSize) counts[target] = at(counts, target) + 1;
    }
  }
  return counts;
}

/**
 * The overlap away from the borders, one count for each place within a stride: the pattern that repeats over the output.
 * All equal means no checkerboard; with dilation 1 that is when the stride divides the kernel. A 0 is a position that
 * gets nothing but the bias.
 *
 * Source: Odena et al. 2016, "Deconvolution & Overlap".
 * @throws RangeError for sizes below 1.
 * @example overlapPattern({ kernel: 3, stride: 2, dilation: 1 }) // [2, 1]
 */
export function overlapPattern({ kernel, stride, dilation }: Scatter): readonly number[] {
  const counts = Array.from({ length: wholeNumber('stride', stride, 1) }, () => 0);
  wholeNumber('dilation', dilation, 1);
  for (let tap = 0; tap < wholeNumber('kernel', kernel, 1); tap++) {
    const place = (tap * dilation) % stride;
    counts[place] = at(counts, place) + 1;
  }
  return counts;
}

/**
 * The sizes that a forward convolution of the same kernel, stride, padding and dilation turns into `outputSize`
 * positions: as many as the stride, of which a transposed convolution restores the one its output padding names.
 * Sizes below 1 are left out.
 *
 * Source: Dumoulin and Visin 2016, section 4.6: a = (i + 2p − k) mod s.
 * @throws RangeError for sizes below 1.
 * @example sizesMappedTo(4, { kernel: 3, stride: 2, dilation: 1 }, 1) // [7, 8]
 */
export function sizesMappedTo(outputSize: number, window: Scatter, padding: number): readonly number[] {
  const { kernel, stride, dilation } = window;
  wholeNumber('outputSize', outputSize, 1);
  for (const [name, value] of Object.entries({ kernel, stride, dilation })) wholeNumber(name, value, 1);
  const least = (outputSize - 1) * stride - 2 * wholeNumber('padding', padding) + dilation * (kernel - 1) + 1;
  return Array.from({ length: stride }, (_, remainder) => least + remainder).filter((size) => size >= 1);
}
