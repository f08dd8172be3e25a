import type { Network, Row } from '../engine/index.ts';
import { byPathPrefix, summarize } from '../engine/index.ts';
import type { CostPart } from './CostShares.tsx';

/**
 * A network's cost by the first part of its module paths. A part without multiply-adds (the norm and pooling of a stem)
 * belongs to the part before it, so the parts together are the whole network. Activations are the values that
 * convolutions and matrix products write; `detail` is the size of the last of them.
 */
export function costParts(network: Network, shape: (sizes: readonly number[]) => string): CostPart[] {
  const parts: { name: string; rows: readonly Row[] }[] = [];
  for (const { name, rows, macs } of byPathPrefix(summarize(network).rows, 1)) {
    const before = parts.at(-1);
    if (macs > 0 || before === undefined) parts.push({ name, rows });
    else before.rows = [...before.rows, ...rows];
  }
  return parts.map(({ name, rows }) => ({
    name,
    detail: shape(rows.findLast(({ macs }) => macs > 0)?.outputShape ?? []),
    macs: total(rows, 'macs'),
    parameters: total(rows, 'parameters'),
    activations: total(rows, 'macOutputElements'),
  }));
}

function total(rows: readonly Row[], field: 'macs' | 'parameters' | 'macOutputElements'): number {
  return rows.reduce((sum, row) => sum + row[field], 0);
}
