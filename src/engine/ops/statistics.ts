import type { ElementwiseOperations, Tensor } from './operator.ts';
import { parameter } from './operator.ts';

/**
 * Work of normalizing `elements` values by their own mean and variance, (x − μ) / √(σ² + ε), step by step as the
 * definition reads: mean (n − 1 additions, 1 division), centring (n), squares (n multiplications), variance (n − 1
 * additions, 1 division), ε and root, n divisions. A fused kernel does fewer; a definition has one count.
 * @example normalizationOperations(768).divisions // 770
 */
export function normalizationOperations(elements: number): ElementwiseOperations {
  return {
    additions: 3 * elements - 1,
    multiplications: elements,
    divisions: elements + 2,
    squareRoots: 1,
  };
}

/** Work of γ · x + β on `elements` values. */
export function affineOperations(elements: number, bias = true): ElementwiseOperations {
  return bias ? { multiplications: elements, additions: elements } : { multiplications: elements };
}

/** Trained scale and shift, one value each per channel. */
export function affineTensors(channels: number): Tensor[] {
  return [parameter('weight', [channels]), parameter('bias', [channels])];
}

/** Running mean and variance and the int64 step counter, as PyTorch's files hold them. */
export function runningStatistics(channels: number): Tensor[] {
  return [
    { name: 'running_mean', shape: [channels], role: 'buffer', dtype: 'floating' },
    { name: 'running_var', shape: [channels], role: 'buffer', dtype: 'floating' },
    { name: 'num_batches_tracked', shape: [], role: 'buffer', dtype: 'int64' },
  ];
}
