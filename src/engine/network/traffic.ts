import { product, wholeNumber } from '../checks.ts';
import type { Dtype } from '../dtype.ts';
import { bitsOf } from '../dtype.ts';
import { packedBytes } from '../units.ts';
import { isView, valueInputs } from './storage.ts';
import type { Network } from './network.ts';
import type { Row } from './summary.ts';
import { summarize } from './summary.ts';

/** Values an operator moves between memory and the processor, each array once. */
export interface TrafficElements {
  /** Inputs, for one sample. */
  readonly readElements: number;
  /** Weights and buffers, once for the whole batch. */
  readonly weightElements: number;
  /** Output, for one sample. */
  readonly writtenElements: number;
}

/** Bytes an operator moves between memory and the processor, each array once. */
export interface Traffic {
  readonly readBytes: number;
  readonly writtenBytes: number;
}

/**
 * Least values a row reads and writes: its inputs, its weights and its output, each once.
 *
 * An embedding reads the rows it looks up, not the table. Views move nothing. A composite's intermediate products are
 * taken to stay on chip, as in fused attention; an implementation that writes the scores to memory moves more.
 * @example trafficElements(row) // { readElements: 200_704, weightElements: 36_864, writtenElements: 200_704 }, 64 -> 64 channels, 3×3, 56×56
 */
export function trafficElements(row: Row): TrafficElements {
  if (row.node.role === 'idle' || row.inputShapes.length === 0 || isView(row.node)) {
    return { readElements: 0, weightElements: 0, writtenElements: 0 };
  }
  const { operator } = row.node;
  const inputElements = row.inputShapes
    .slice(0, valueInputs(row))
    .reduce((total, shape) => total + product(shape), 0);
  const looksUp = operator.kind === 'embedding';
  return {
    readElements: inputElements + (looksUp ? row.outputElements : 0),
    weightElements: looksUp ? 0 : operator.parameters + operator.buffers,
    writtenElements: row.outputElements,
  };
}

/**
 * Least bytes a row reads and writes for `batch` samples in one dtype: its inputs and its weights once, its output once.
 *
 * The weights are read once for the whole batch, which is why batches raise the intensity.
 * Source: Williams et al. 2009, "Roofline", for operational intensity.
 * @throws RangeError when `batch` is below 1.
 * @example bytesMoved(row, { dtype: 'float32' }) // { readBytes: 950_272, writtenBytes: 802_816 } for 64 -> 64 channels, 3×3, 56×56
 */
export function bytesMoved(
  row: Row,
  options: { readonly batch?: number | undefined; readonly dtype: Dtype },
): Traffic {
  const batch = wholeNumber('batch', options.batch ?? 1, 1);
  const bits = bitsOf(options.dtype);
  const { readElements, weightElements, writtenElements } = trafficElements(row);
  return {
    readBytes: packedBytes(batch * readElements + weightElements, bits),
    writtenBytes: packedBytes(batch * writtenElements, bits),
  };
}

/**
 * Least bytes the operators of a network move together, each run by itself: what one writes, the next reads back.
 * @example
 * // 1×7 (128 -> 128) and 7×1 (128 -> 192) without bias at 17×17
 * networkBytesMoved(pair, { dtype: 'float32' }) // { readBytes: 1_442_816, writtenBytes: 369_920 }
 */
export function networkBytesMoved(
  network: Network,
  options: { readonly batch?: number | undefined; readonly dtype: Dtype },
): Traffic {
  const each = summarize(network).rows.map((row) => bytesMoved(row, options));
  return {
    readBytes: each.reduce((total, { readBytes }) => total + readBytes, 0),
    writtenBytes: each.reduce((total, { writtenBytes }) => total + writtenBytes, 0),
  };
}

/**
 * Floating-point operations for each byte moved, one MAC being two: the x axis of a roofline. 0 for a row without MACs
 * or traffic.
 * @example arithmeticIntensity(row, { dtype: 'float32' }) // 131.9 for 64 -> 64 channels, 3×3, 56×56; 2.2 depthwise
 */
export function arithmeticIntensity(
  row: Row,
  options: { readonly batch?: number | undefined; readonly dtype: Dtype },
): number {
  const { readBytes, writtenBytes } = bytesMoved(row, options);
  const bytes = readBytes + writtenBytes;
  return bytes === 0 ? 0 : (2 * row.macs * (options.batch ?? 1)) / bytes;
}
