import type { Shape } from '../checks.ts';
import { wholeNumber } from '../checks.ts';
import type { Dtype } from '../dtype.ts';
import { bitsOf } from '../dtype.ts';
import type { Formula } from '../formula/index.ts';
import { maximum, minimum, quotient, times } from '../formula/index.ts';
import { flopsAtTwoPerMac, packedBytes } from '../units.ts';
import type { Network } from './network.ts';
import { summarize } from './summary.ts';
import type { TrafficElements } from './traffic.ts';
import { trafficElements } from './traffic.ts';

/** What a machine can do at most. */
export interface Device {
  /** In the number format computed in. */
  readonly flopsPerSecond: number;
  /** Between the processor and its memory. */
  readonly bytesPerSecond: number;
}

/** What one layer has to do for a sample, whatever the batch, the number format and the device. */
export interface LayerWork extends TrafficElements {
  readonly path: string;
  readonly kind: string;
  readonly macs: number;
}

/** How long a layer takes at least, and why. */
export interface LayerTime {
  readonly flops: number;
  readonly bytes: number;
  /** FLOPs for each byte. */
  readonly intensity: number;
  readonly seconds: number;
  /** What the time goes into: arithmetic, or moving bytes. */
  readonly bound: 'compute' | 'memory';
}

/**
 * The roofline as formulas: the FLOP/s a layer of some intensity can reach, the intensity from which arithmetic is what
 * limits it, and the least time of a layer.
 * Source: Williams et al. 2009, "Roofline", the formula beside figure 1.
 */
export const rooflineFormulas = {
  attainable: { result: 'F_att', expression: minimum('F_peak', times('I', 'B_peak')) },
  ridge: { result: 'I_ridge', expression: quotient('F_peak', 'B_peak') },
  time: { result: 't', expression: maximum(quotient('F', 'F_peak'), quotient('B', 'B_peak')) },
} as const satisfies Record<string, Formula>;

const fusible: ReadonlySet<string> = new Set(['batchNorm', 'activation']);

/**
 * Whether a compiler lets a neighbour do a layer of that kind before it writes: batch norms and activations.
 * @example canFuse('batchNorm') // true
 */
export function canFuse(kind: string): boolean {
  return fusible.has(kind);
}

/**
 * The work of every layer that runs and moves something. With `fused`, batch norms and activations are done by their
 * neighbour before it writes, and so are not there.
 * @throws RangeError when the network cannot run on that input.
 * @example layerWork(resnet50, {}).length // 174; fused 72
 */
export function layerWork(
  network: Network,
  options: { readonly input?: Shape | undefined; readonly fused?: boolean | undefined },
): readonly LayerWork[] {
  return summarize(network, options.input ?? network.input)
    .rows.filter(({ kind }) => options.fused !== true || !canFuse(kind))
    .map((row) => ({ path: row.path, kind: row.kind, macs: row.macs, ...trafficElements(row) }))
    .filter(({ writtenElements }) => writtenElements > 0);
}

/**
 * Least time of a layer on a device: the longer of its arithmetic at peak and its bytes at full bandwidth, as if the two
 * overlapped perfectly. Additions and comparisons of layers without multiply-adds are not counted as FLOPs: their bytes
 * take longer on any machine.
 * @throws RangeError when `batch` is not whole or a rate is not positive.
 * @example
 * // 3×3, 64 -> 64 channels at 56×56 in float16 on 312 TFLOP/s and 2039 GB/s
 * timeBound(work, { batch: 1, dtype: 'float16', device }).seconds // 7.41e-7, computing
 */
export function timeBound(
  work: LayerWork,
  options: { readonly batch: number; readonly dtype: Dtype; readonly device: Device },
): LayerTime {
  const batch = wholeNumber('batch', options.batch, 1);
  const flopsPerSecond = rate('flopsPerSecond', options.device.flopsPerSecond);
  const bytesPerSecond = rate('bytesPerSecond', options.device.bytesPerSecond);
  const flops = flopsAtTwoPerMac(batch * work.macs);
  const elements = batch * (work.readElements + work.writtenElements) + work.weightElements;
  const bytes = packedBytes(elements, bitsOf(options.dtype));
  const [computing, moving] = [flops / flopsPerSecond, bytes / bytesPerSecond];
  return {
    flops,
    bytes,
    intensity: flops / bytes,
    seconds: Math.max(computing, moving),
    bound: computing > moving ? 'compute' : 'memory',
  };
}

/** What the least times of a network's layers come to, one layer after the other. */
export interface NetworkTime {
  readonly flops: number;
  readonly bytes: number;
  readonly seconds: number;
  /** All FLOPs at peak: what dividing the count by the rate gives. */
  readonly computeSeconds: number;
  /** Time of layers that wait for memory. */
  readonly memorySeconds: number;
  /** Time of layers without multiply-adds, which no roofline shows. */
  readonly elementwiseSeconds: number;
}

/** Adds up the least times of layers on a device. */
export function totalTime(layers: readonly LayerTime[], device: Device): NetworkTime {
  const seconds = (of: readonly LayerTime[]): number => of.reduce((sum, layer) => sum + layer.seconds, 0);
  const flops = layers.reduce((sum, layer) => sum + layer.flops, 0);
  return {
    flops,
    bytes: layers.reduce((sum, layer) => sum + layer.bytes, 0),
    seconds: seconds(layers),
    computeSeconds: flops / rate('flopsPerSecond', device.flopsPerSecond),
    memorySeconds: seconds(layers.filter(({ bound }) => bound === 'memory')),
    elementwiseSeconds: seconds(layers.filter((layer) => layer.flops === 0)),
  };
}

/**
 * Least time of a network on a device, layer after layer.
 * @throws RangeError as `layerWork` and `timeBound` do.
 * @example networkTime(resnet50, { batch: 32, dtype: 'float16', device }).seconds / 32 // 9.09e-5 on an A100
 */
export function networkTime(
  network: Network,
  options: {
    readonly input?: Shape | undefined;
    readonly fused?: boolean | undefined;
    readonly batch: number;
    readonly dtype: Dtype;
    readonly device: Device;
  },
): NetworkTime {
  const layers = layerWork(network, options).map((work) => timeBound(work, options));
  return totalTime(layers, options.device);
}

function rate(name: string, value: number): number {
  if (value > 0 && Number.isFinite(value)) return value;
  throw new RangeError(`${name} must be positive and finite, not ${value}`);
}
