import type { Network, Row } from '../engine/index.ts';
import { checkpointCounts, floatingBytes, int64Bytes, stateDictBytes, summarize } from '../engine/index.ts';

/** What a checkpoint's bytes are, in the order a figure shows them. */
export type CheckpointPartName =
  'convolutions' | 'linear' | 'norms' | 'statistics' | 'counters' | 'container';

/** Bytes of one part of a checkpoint file. */
export interface CheckpointPart {
  readonly name: CheckpointPartName;
  readonly bytes: number;
}

/**
 * A float32 checkpoint file taken apart: parameters by the layer they belong to, what is saved beside them, and the
 * container, which is whatever the file has on top of its tensors.
 * @throws RangeError when the file is smaller than its tensors, or the network holds parameters of another kind.
 */
export function checkpointParts(network: Network, fileBytes: number): CheckpointPart[] {
  const { rows } = summarize(network);
  const { parameters, buffers, int64Values } = checkpointCounts(network);
  const bytesOfKind = (kind: string): number =>
    floatingBytes.float32 * parametersOf(rows.filter((row) => row.kind === kind));
  const byLayer = [
    { name: 'convolutions' as const, bytes: bytesOfKind('convolution') },
    { name: 'linear' as const, bytes: bytesOfKind('linear') },
    { name: 'norms' as const, bytes: bytesOfKind('batchNorm') },
  ];
  if (byLayer.reduce((total, { bytes }) => total + bytes, 0) !== floatingBytes.float32 * parameters) {
    throw new RangeError('network must hold its parameters in convolutions, linear layers and batch norms');
  }
  const container = fileBytes - stateDictBytes(network, 'float32');
  if (container < 0) throw new RangeError(`fileBytes must hold the tensors, not ${fileBytes}`);
  return [
    ...byLayer,
    { name: 'statistics', bytes: floatingBytes.float32 * buffers },
    { name: 'counters', bytes: int64Bytes * int64Values },
    { name: 'container', bytes: container },
  ];
}

function parametersOf(rows: readonly Row[]): number {
  return rows.reduce((total, row) => total + row.parameters, 0);
}
