import type { ResidualBlock, ResidualBlockName, ResidualBlockSizes } from '../../engine/index.ts';
import { residualBlock, residualBlockNames } from '../../engine/index.ts';
import type { Checked, FieldError, Fields } from '../shared/fields.ts';
import { checkFields, choiceIn, numberIn } from '../shared/fields.ts';

/** Prefix of this calculator's query parameters. */
export const prefix = 'blocks';

/** With these widths and grids every count stays exact. */
const widest = 8192;
const largestGrid = 1024;

/** The standard case is a block of the first stage of ResNet-50, and what the others make of the same ends. */
export const fields = {
  inChannels: { kind: 'whole', standard: 256, least: 1, most: widest },
  outChannels: { kind: 'whole', standard: 256, least: 1, most: widest },
  middleChannels: { kind: 'whole', standard: 64, least: 1, most: widest },
  stride: { kind: 'choice', standard: '1', choices: ['1', '2'] },
  grid: { kind: 'whole', standard: 56, least: 1, most: largestGrid },
  resnextWidth: { kind: 'whole', standard: 128, least: 1, most: widest },
  resnextGroups: { kind: 'whole', standard: 32, least: 1, most: widest },
  shuffleGroups: { kind: 'whole', standard: 4, least: 1, most: widest },
  expansion: { kind: 'whole', standard: 6, least: 1, most: 16 },
} as const satisfies Fields;

export type FieldName = keyof typeof fields;

/** A block at the reader's sizes; without one, a ShuffleNet unit that cannot have them. */
export interface ComparedBlock {
  readonly name: ResidualBlockName;
  readonly sizes: ResidualBlockSizes;
  readonly block?: ResidualBlock;
}

/** The fields as read, and the blocks when the fields describe some. */
export interface BlocksState {
  readonly checked: Readonly<Record<string, Checked>>;
  readonly blocks?: readonly ComparedBlock[];
}

/**
 * Reads the fields; groups that do not divide are an error at the field that has to change. A ShuffleNet unit needs
 * equal ends with stride 1 and a wider end with stride 2: where it has neither, only its own row stays empty. Never throws.
 */
export function readBlocks(typed: Readonly<Record<string, string>>): BlocksState {
  const { checked, complete } = checkFields(fields, typed);
  if (!complete) return { checked };
  const number = (name: FieldName): number => numberIn(checked, name);
  const refuse = (name: FieldName, error: FieldError): BlocksState => ({
    checked: { ...checked, [name]: { error } },
  });
  const stride = choiceIn(checked, 'stride') === '2' ? 2 : 1;
  const [inChannels, outChannels] = [number('inChannels'), number('outChannels')];
  const [middleChannels, resnextWidth] = [number('middleChannels'), number('resnextWidth')];
  const [resnextGroups, shuffleGroups] = [number('resnextGroups'), number('shuffleGroups')];
  if (resnextWidth % resnextGroups !== 0) {
    return refuse('resnextGroups', { key: 'mustDivide', limit: resnextWidth });
  }
  const shuffles = stride === 1 ? inChannels === outChannels : outChannels > inChannels;
  const undivided = [inChannels, middleChannels, outChannels].find((each) => each % shuffleGroups !== 0);
  if (shuffles && undivided !== undefined) {
    return refuse('shuffleGroups', { key: 'mustDivide', limit: undivided });
  }
  const ends = { inChannels, outChannels, stride } as const;
  const own: Readonly<Partial<Record<ResidualBlockName, Omit<ResidualBlockSizes, keyof typeof ends>>>> = {
    basic: { middleChannels: outChannels },
    resnext: { middleChannels: resnextWidth, groups: resnextGroups },
    shufflenet: { middleChannels, groups: shuffleGroups },
    'inverted-residual': { middleChannels: inChannels * number('expansion') },
  };
  const grid = [number('grid'), number('grid')] as const;
  return {
    checked,
    blocks: residualBlockNames.map((name) => {
      const sizes = { ...ends, ...(own[name] ?? { middleChannels }) };
      const exists = name !== 'shufflenet' || shuffles;
      return { name, sizes, ...(exists ? { block: residualBlock(name, sizes, grid) } : {}) };
    }),
  };
}
