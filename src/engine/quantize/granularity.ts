import type { Shape } from '../checks.ts';
import { at, product, wholeNumber, wholeNumbers } from '../checks.ts';
import type { AffineMap, AffineRule, ValueRange, Values } from './affine.ts';
import { dequantize, quantize, rangeOf, scaleForRange } from './affine.ts';

/** What shares a scale: the whole tensor, one slice of the first axis, or a run of that many values inside a slice. */
export type Granularity = 'tensor' | 'channel' | { readonly groupElements: number };

/** A tensor quantized part by part. */
export interface PartwiseQuantization {
  /** One map per part, in the order of the values. */
  readonly maps: readonly AffineMap[];
  readonly codes: Int32Array;
  readonly restored: Float32Array;
}

/**
 * Quantizes a tensor with a scale and zero point of its own for every part. A group never crosses a channel; the last
 * one of a channel is shorter where the length does not divide.
 * @param shape Of `values`, row-major; the first axis is the output channels of a weight.
 * @param rangeIn The range to lay the codes of a part over: its smallest to its largest value unless said otherwise.
 * @throws RangeError when the shape does not hold the values, and as `chooseScale` does.
 * @example quantizeParts([1, 2, 100, 200], [2, 2], 'channel', { bits: 8, signed: true, symmetric: true }).maps.length // 2
 */
export function quantizeParts(
  values: Values,
  shape: Shape,
  granularity: Granularity,
  rule: AffineRule,
  rangeIn: (part: Values) => ValueRange = rangeOf,
): PartwiseQuantization {
  const elements = product(wholeNumbers('shape', shape, 1));
  if (elements !== values.length) {
    throw new RangeError(`shape must hold ${values.length} values, not ${elements} ([${shape.join(', ')}])`);
  }
  const codes = new Int32Array(values.length);
  const restored = new Float32Array(values.length);
  const maps = partsOf(shape, granularity).map(([begin, end]) => {
    const own = values instanceof Float32Array ? values.subarray(begin, end) : values.slice(begin, end);
    const map = scaleForRange(rangeIn(own), rule);
    const ownCodes = quantize(own, map);
    codes.set(ownCodes, begin);
    restored.set(dequantize(ownCodes, map), begin);
    return map;
  });
  return { maps, codes, restored };
}

function partsOf(shape: Shape, granularity: Granularity): readonly (readonly [begin: number, end: number])[] {
  const elements = product(shape);
  if (granularity === 'tensor') return [[0, elements]];
  const channelElements = elements / at(shape, 0);
  const groupElements = granularity === 'channel' ? channelElements : granularity.groupElements;
  wholeNumber('groupElements', groupElements, 1);
  const groups = Math.ceil(channelElements / groupElements);
  return Array.from({ length: at(shape, 0) }, (_, channel) =>
    Array.from({ length: groups }, (__, group): readonly [number, number] => {
      const begin = channel * channelElements + group * groupElements;
      return [begin, Math.min(begin + groupElements, (channel + 1) * channelElements)];
    }),
  ).flat();
}

/**
 * Bits that one weight takes with its share of its group's scale and zero point: "4-bit" is never 4.00.
 * @param layout `scaleBits` and `zeroPointBits` are of one group; 0 where there is none.
 * @throws RangeError naming the entry.
 * @example groupBitsPerWeight({ bits: 4, groupElements: 128, scaleBits: 16, zeroPointBits: 4 }) // 4.15625
 */
export function groupBitsPerWeight(layout: {
  readonly bits: number;
  readonly groupElements: number;
  readonly scaleBits: number;
  readonly zeroPointBits: number;
}): number {
  const groupElements = wholeNumber('groupElements', layout.groupElements, 1);
  const overheadBits =
    wholeNumber('scaleBits', layout.scaleBits) + wholeNumber('zeroPointBits', layout.zeroPointBits);
  return wholeNumber('bits', layout.bits, 1) + overheadBits / groupElements;
}
