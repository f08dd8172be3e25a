import { product } from '../checks.ts';
import type { Bindings, Formula } from '../formula/index.ts';
import { quotient, sum, times } from '../formula/index.ts';
import type { Network } from '../network/index.ts';
import { bitsPerByte } from '../units.ts';
import type { FloatingDtype } from './floating-dtype.ts';
import { floatingBytes } from './floating-dtype.ts';
import type { StateTensor } from './state-dict.ts';
import { int64Bytes, tensorsOf } from './state-dict.ts';

/**
 * Bytes of stored numbers as formulas. Packed formats fill up the last byte of a tensor (`packedBytes`), which these
 * leave out: at 4 bits it is half a byte a tensor.
 */
export const byteFormulas = {
  /** B = P b / 8: parameters of one width, the "rule of four" at 32 bits. */
  weights: { result: 'B', expression: quotient(times('P', 'b'), bitsPerByte) },
  /** B = P b_weight / 8: codes with their share of scales and zero points, `affineFormulas.groupBits`. */
  groupedWeights: { result: 'B', expression: quotient(times('P', 'b_weight'), bitsPerByte) },
  /** b_weight = 8 B_block / G: a block's bytes shared out among its weights, as `bitsPerWeight` does. */
  blockBits: { result: 'b_weight', expression: quotient(times(bitsPerByte, 'B_block'), 'G') },
  /** B = (P + P_buf) b / 8 + 8 n_int: everything a floating-point checkpoint holds, as `stateDictBytes` counts it. */
  checkpoint: {
    result: 'B',
    expression: sum(quotient(times(sum('P', 'P_buf'), 'b'), bitsPerByte), times(int64Bytes, 'n_int')),
  },
  /** B_file = B + B_cont: the tensors and what names, shapes, alignment and directory take, `fileBytes` in all. */
  file: { result: 'B_file', expression: sum('B', 'B_cont') },
} as const satisfies Record<string, Formula>;

/** What a checkpoint of a network holds, in stored values; shared data once. */
export interface CheckpointCounts {
  readonly parameters: number;
  /** Floating-point buffers that are saved. */
  readonly buffers: number;
  /** Values stored as int64: counters and index tables. */
  readonly int64Values: number;
}

/**
 * Values a network's checkpoint holds, by how they are stored. Buffers that the framework leaves out of a checkpoint
 * are left out, so `buffers` may be less than the network's.
 * @example checkpointCounts(architectureNamed('resnet50').build()) // { parameters: 25_557_032, buffers: 53_120, int64Values: 53 }
 */
export function checkpointCounts(network: Network): CheckpointCounts {
  const own = tensorsOf(network).filter((tensor) => tensor.sharesDataOf === undefined);
  const valuesOf = (keep: (tensor: StateTensor) => boolean): number =>
    own.filter(keep).reduce((total, { shape }) => total + product(shape), 0);
  return {
    parameters: valuesOf(({ role }) => role === 'parameter'),
    buffers: valuesOf(({ role, dtype }) => role === 'buffer' && dtype === 'floating'),
    int64Values: valuesOf(({ role, dtype }) => role === 'buffer' && dtype === 'int64'),
  };
}

/** Values of the symbols of `byteFormulas.checkpoint` for counted values stored in `dtype`. */
export function checkpointBindings(counts: CheckpointCounts, dtype: FloatingDtype): Bindings {
  return {
    P: counts.parameters,
    P_buf: counts.buffers,
    n_int: counts.int64Values,
    b: bitsPerByte * floatingBytes[dtype],
  };
}
