import type { BlockWords } from '../../figures/index.ts';
import type { Table } from '../shared/csv.ts';
import type { ComparedBlock } from './state.ts';
import type { Words } from './words.ts';

/** The blocks row by row under their heads; a block that cannot have the sizes has no numbers. */
export function blockTable(
  blocks: readonly ComparedBlock[],
  { heads }: Words,
  { name: names }: BlockWords,
): Table {
  return [
    [heads.block, heads.weights, heads.macs, heads.activations],
    ...blocks.map(({ name, block }) => [
      names[name],
      ...(block === undefined ? ['', '', ''] : [block.weights, block.macs, block.activationElements]),
    ]),
  ];
}
