import type { Shape } from '../checks.ts';
import { product, wholeNumber } from '../checks.ts';
import type { Dtype } from '../dtype.ts';
import { bitsOf } from '../dtype.ts';
import { packedBytes } from '../units.ts';
import type { Network } from './network.ts';
import type { MemoryMode } from './timeline.ts';
import { memoryTimeline } from './timeline.ts';

/** On what, and how, activation memory is counted. */
export interface PeakMemoryOptions {
  /** Shape without batch. Default: the one the network was built for. */
  readonly input?: Shape | undefined;
  /** Samples at once. Default 1. */
  readonly batch?: number | undefined;
  readonly dtype: Dtype;
  readonly mode: MemoryMode;
}

/**
 * Most bytes of activations in memory at one time.
 *
 * - `inference`: an array lives from its computation to its last use, the network's input included.
 * - `training`: what the backward pass needs is kept (`savedValues`), and gradients of activations come on top.
 * - `checkpointing`: only arrays at the borders of `checkpointSegments` are kept, each segment is computed again.
 *
 * Not counted: weights and their gradients, optimizer state, a library's workspace, an allocator's rounding. Nothing
 * runs in place, and attention holds its scores (fused attention kernels do not), so a real run may need less.
 * Source: Chen et al. 2016 (arXiv 1604.06174), section 3, for liveness and recomputation.
 * @throws RangeError when the network cannot run on that input, or `batch` is below 1.
 * @example peakActivationBytes(resnet50, { dtype: 'float32', mode: 'inference' }) // 9_633_792, three arrays of 256×56×56
 */
export function peakActivationBytes(network: Network, options: PeakMemoryOptions): number {
  const { input = network.input, batch = 1, dtype, mode } = options;
  const { moments } = memoryTimeline(network, { input, mode });
  const peakElements = Math.max(product(input), ...moments.map(({ elements }) => elements));
  return packedBytes(wholeNumber('batch', batch, 1) * peakElements, bitsOf(dtype));
}
