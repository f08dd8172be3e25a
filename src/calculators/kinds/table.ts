import type { Table } from '../shared/csv.ts';
import type { Kind } from './kinds.ts';
import type { Words } from './words.ts';

/** The kinds as rows to copy, their columns named in the first one. */
export function kindsTable(kinds: readonly Kind[], { heads, names }: Words): Table {
  return [
    [heads.kind, heads.weights, heads.macs, heads.ratio, heads.output],
    ...kinds.map(({ name, weights, macs, macsRatio, outputShape }) => [
      names[name],
      weights,
      macs,
      Number(macsRatio.toPrecision(6)),
      outputShape.join('×'),
    ]),
  ];
}
