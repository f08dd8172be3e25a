import type { ResidualUnit, ResidualUnitName } from '../../engine/index.ts';
import { residualUnit } from '../../engine/index.ts';
import type { Checked, FieldError, Fields } from '../shared/fields.ts';
import { checkFields, numberIn } from '../shared/fields.ts';

/** Prefix of this calculator's query parameters. */
export const prefix = 'unit';

const largest = 65_536;

/** The standard case is a unit of ShuffleNet 1×, 3 groups, in its first stage. */
export const fields = {
  channels: { kind: 'whole', standard: 240, least: 1, most: largest },
  middleChannels: { kind: 'whole', standard: 60, least: 1, most: largest },
  groups: { kind: 'whole', standard: 3, least: 1, most: largest },
  grid: { kind: 'whole', standard: 28, least: 1, most: largest },
} as const satisfies Fields;

export type FieldName = keyof typeof fields;

/** The fields as read, and the three units of those sizes when they have any. */
export interface ShuffleNetUnitState {
  readonly checked: Readonly<Record<string, Checked>>;
  readonly units?: Readonly<Record<ResidualUnitName, ResidualUnit>>;
}

/** Reads the fields; what no unit can have is an error at the field that has to change. Never throws. */
export function readShuffleNetUnit(typed: Readonly<Record<string, string>>): ShuffleNetUnitState {
  const { checked, complete } = checkFields(fields, typed);
  if (!complete) return { checked };
  const number = (name: FieldName): number => numberIn(checked, name);
  const refuse = (name: FieldName, error: FieldError): ShuffleNetUnitState => ({
    checked: { ...checked, [name]: { error } },
  });
  const [channels, middleChannels] = [number('channels'), number('middleChannels')];
  const [groups, grid] = [number('groups'), number('grid')];
  const undivided = [channels, middleChannels].find((width) => width % groups !== 0);
  if (undivided !== undefined) return refuse('groups', { key: 'mustDivide', limit: undivided });
  const most = (2 * channels * middleChannels + 9 * middleChannels ** 2) * grid ** 2;
  if (!Number.isSafeInteger(most)) return refuse('grid', { key: 'notExact' });
  const unit = (name: ResidualUnitName): ResidualUnit =>
    residualUnit(name, { channels, middleChannels, groups, grid });
  return {
    checked,
    units: { resnet: unit('resnet'), resnext: unit('resnext'), shufflenet: unit('shufflenet') },
  };
}
