import type { AffineRule, Granularity, MxFormat, QuantizationError } from '../../engine/index.ts';
import {
  bitsOf,
  groupBitsPerWeight,
  microscale,
  mxBitsPerWeight,
  nf4BlockElements,
  quantizationError,
  quantizeNf4,
  quantizeParts,
  roundSaturating,
} from '../../engine/index.ts';
import type { WeightTensor } from './pasted.ts';
import type { RangeChoice } from './ranges.ts';
import { rangeFor } from './ranges.ts';
import { groupElements } from './state.ts';

/** One way to store the weights. */
export interface Scheme {
  readonly name:
    | 'tensor symmetric'
    | 'tensor asymmetric'
    | 'tensor clipped'
    | 'channel symmetric'
    | 'channel asymmetric'
    | 'group symmetric'
    | 'nf4'
    | MxFormat
    | (typeof castFormats)[number];
  /** Scales (float32) and zero points included. */
  readonly bitsPerWeight: number;
  readonly error: QuantizationError;
}

/** Bits of a scale: float32 throughout, as the codes here are worked out with. */
const scaleBits = bitsOf('float32');
const castFormats = ['float8_e4m3fn', 'bfloat16', 'float16'] as const;
const mxFormats = ['mxfp4', 'mxfp6_e2m3', 'mxfp8_e4m3', 'mxint8'] as const;

/** The integer schemes of a table, with `bits` bits each. */
const integerSchemes = [
  { name: 'tensor symmetric', granularity: 'tensor', symmetric: true, range: 'full' },
  { name: 'tensor asymmetric', granularity: 'tensor', symmetric: false, range: 'full' },
  { name: 'tensor clipped', granularity: 'tensor', symmetric: true, range: '99.9' },
  { name: 'channel symmetric', granularity: 'channel', symmetric: true, range: 'full' },
  { name: 'channel asymmetric', granularity: 'channel', symmetric: false, range: 'full' },
  { name: 'group symmetric', granularity: { groupElements }, symmetric: true, range: 'full' },
] as const satisfies readonly {
  name: Scheme['name'];
  granularity: Granularity;
  symmetric: boolean;
  range: RangeChoice;
}[];

/**
 * The same weights under every scheme: integers of `bits` bits, and number formats that need no choice of bits. MX and
 * NF4 blocks run along the values without regard to channels.
 */
export function compareSchemes({ shape, values }: WeightTensor, bits: number): Scheme[] {
  const integers = integerSchemes.map(({ name, granularity, symmetric, range }): Scheme => {
    const rule: AffineRule = { bits, signed: true, symmetric };
    const { maps, restored } = quantizeParts(values, shape, granularity, rule, rangeFor(range, rule));
    const overheadBits = scaleBits + (symmetric ? 0 : bits);
    return {
      name,
      bitsPerWeight: bits + (maps.length * overheadBits) / values.length,
      error: quantizationError(values, restored),
    };
  });
  const blocks = mxFormats.map((name): Scheme => ({
    name,
    bitsPerWeight: mxBitsPerWeight(name),
    error: quantizationError(values, microscale(values, name).restored),
  }));
  const casts = castFormats.map((name): Scheme => ({
    name,
    bitsPerWeight: bitsOf(name),
    error: quantizationError(
      values,
      values.map((value) => roundSaturating(name, value)),
    ),
  }));
  const nf4: Scheme = {
    name: 'nf4',
    bitsPerWeight: groupBitsPerWeight({
      bits: bitsOf('nf4'),
      groupElements: nf4BlockElements,
      scaleBits,
      zeroPointBits: 0,
    }),
    error: quantizationError(values, quantizeNf4(values)),
  };
  return [...integers, nf4, ...blocks, ...casts];
}
