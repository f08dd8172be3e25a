import { at, product, wholeNumber } from '../checks.ts';

/** How a resampling places its outputs on its inputs, by ONNX's names. */
export type CoordinateRule = 'half_pixel' | 'align_corners' | 'asymmetric';

/**
 * Where each output of a resampling reads its input, in input positions; bilinear then mixes the two neighbours.
 *
 * `align_corners` lays first on first and last on last: i(n−1)/(o−1). `half_pixel`, PyTorch's `align_corners=False`,
 * lays edge on edge: (i + ½)n/o − ½. `asymmetric` lays beginning on beginning: i·n/o.
 * Source: ONNX Resize, `coordinate_transformation_mode`; TensorRT's ResizeCoordinateTransformation.
 * @throws RangeError unless both sizes are positive whole numbers, and two outputs at least for `align_corners`.
 * @example samplePositions(4, 8, 'half_pixel') // [-0.25, 0.25, 0.75, 1.25, 1.75, 2.25, 2.75, 3.25]
 */
export function samplePositions(inputSize: number, outputSize: number, rule: CoordinateRule): number[] {
  wholeNumber('inputSize', inputSize, 1);
  wholeNumber('outputSize', outputSize, rule === 'align_corners' ? 2 : 1);
  return Array.from({ length: outputSize }, (_, index) => {
    switch (rule) {
      case 'align_corners':
        return (index * (inputSize - 1)) / (outputSize - 1);
      case 'half_pixel':
        return ((index + 0.5) * inputSize) / outputSize - 0.5;
      case 'asymmetric':
        return (index * inputSize) / outputSize;
    }
  });
}

/**
 * Place of an element in memory when its axes are stored in `order`, outermost first, as numbers of the axes of
 * `shape`; [0, 1, 2] is channels first for [channels, height, width], [1, 2, 0] channels last.
 * @throws RangeError when an index or an axis is missing.
 * @example elementOffset([3, 224, 224], [1, 0, 0], [1, 2, 0]) // 1
 */
export function elementOffset(
  shape: readonly number[],
  index: readonly number[],
  order: readonly number[],
): number {
  if (order.length !== shape.length) throw new RangeError(`order must have ${shape.length} entries`);
  return order.reduce((offset, axis, place) => {
    const inner = product(order.slice(place + 1).map((other) => at(shape, other)));
    return offset + at(index, axis) * inner;
  }, 0);
}
