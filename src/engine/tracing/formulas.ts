import type { Formula } from '../formula/index.ts';
import { quotient, times } from '../formula/index.ts';
import { bitsPerByte } from '../units.ts';

/**
 * Bytes that a chain of elementwise operations with one input each moves: every one reads an array and writes one, or the
 * first is read and the last written when they run as one kernel.
 *
 * Source: PyTorch, "Getting Started" with torch.compile, which counts the reads and writes of cos and sin.
 * @example evaluate(elementwiseChainFormulas.separate.expression, { n_op: 2, A: 10_000, b: 32 }) // 160_000; fused 80_000
 */
export const elementwiseChainFormulas = {
  separate: { result: 'B', expression: quotient(times(2, 'n_op', 'A', 'b'), bitsPerByte) },
  fused: { result: 'B_fused', expression: quotient(times(2, 'A', 'b'), bitsPerByte) },
} as const satisfies Record<string, Formula>;
