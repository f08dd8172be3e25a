import type { Bindings, Formula } from '../formula/index.ts';
import { difference, floor, quotient, sum, times } from '../formula/index.ts';
import { bitsPerByte } from '../units.ts';
import type { TrainingRecipeName } from './state-bytes.ts';
import { trainingStateBytes } from './state-bytes.ts';

/**
 * Memory of a run as formulas. Buffers (batch norm's running statistics, 0.2 % of ResNet-50's parameters), a library's
 * workspace and an allocator's rounding are left out.
 */
export const memoryFormulas = {
  /** B_state = P B_w: weights alone, for inference. */
  weights: { result: 'B_state', expression: times('P', 'B_w') },
  /** B_state = P (B_w + B_g + B_o): weight, gradient and what the optimizer keeps, a master copy included. */
  trainingState: { result: 'B_state', expression: times('P', sum('B_w', 'B_g', 'B_o')) },
  /** B_act = N A_peak b / 8: `peakActivationBytes`. */
  activations: { result: 'B_act', expression: quotient(times('N', 'A_peak', 'b'), bitsPerByte) },
  /** B = B_state + B_act + B_kv, for a decoder that keeps keys and values. */
  totalWithCache: { result: 'B', expression: sum('B_state', 'B_act', 'B_kv') },
  /** N_max = ⌊8 (B_dev − B_state) / ((A_peak + A_kv) b)⌋. */
  largestBatchWithCache: {
    result: 'N_max',
    expression: floor(
      quotient(times(bitsPerByte, difference('B_dev', 'B_state')), times(sum('A_peak', 'A_kv'), 'b')),
    ),
  },
  /** B = B_state + B_act. */
  total: { result: 'B', expression: sum('B_state', 'B_act') },
  /** N_max = ⌊8 (B_dev − B_state) / (A_peak b)⌋. */
  largestBatch: {
    result: 'N_max',
    expression: floor(quotient(times(bitsPerByte, difference('B_dev', 'B_state')), times('A_peak', 'b'))),
  },
} as const satisfies Record<string, Formula>;

/**
 * Bytes a training recipe keeps for one parameter, as values of `memoryFormulas.trainingState`.
 * @example stateBindings('adam') // { B_w: 4, B_g: 4, B_o: 8 }
 */
export function stateBindings(recipe: TrainingRecipeName): Bindings {
  const { weightBytes, gradientBytes, masterWeightBytes, optimizerBytes } = trainingStateBytes(1, recipe);
  return { B_w: weightBytes, B_g: gradientBytes, B_o: masterWeightBytes + optimizerBytes };
}
