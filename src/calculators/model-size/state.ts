import type { BlockType, CheckpointCounts, TrainingRecipeName } from '../../engine/index.ts';
import type { Checked, Fields } from '../shared/fields.ts';
import { checkField, checkFields, choiceIn, numberIn } from '../shared/fields.ts';
import { plainCount } from './count-text.ts';
import type { WeightFormat } from './formats.ts';
import { formatNamed, formatNames } from './formats.ts';
import type { Container, CountedNetworks } from './networks.ts';
import { containers, fileDtypes, networkNames } from './networks.ts';

/** Prefix of this calculator's query parameters. */
export const prefix = 'size';

/** The choice of a typed parameter count instead of a network's. */
export const typedCount = 'typed';

/** Training recipes whose bytes are the same for every parameter. */
const recipes = [
  'sgd',
  'momentum',
  'adam',
  'adamMixedPrecision',
] as const satisfies readonly TrainingRecipeName[];

/** The standard case is ResNet-50's float32 checkpoint. */
export const fields = {
  network: { kind: 'choice', standard: 'resnet50', choices: [typedCount, ...networkNames] },
  parameters: { kind: 'whole', standard: 30_000_000, least: 1, most: 10 ** 13 },
  format: { kind: 'choice', standard: 'float32', choices: formatNames },
  group: { kind: 'choice', standard: '128', choices: ['none', '32', '64', '128', '256'] },
  scale: { kind: 'choice', standard: '16', choices: ['16', '32'] },
  zeroPoint: { kind: 'choice', standard: 'no', choices: ['no', 'yes'] },
  container: { kind: 'choice', standard: 'tensors', choices: ['tensors', ...containers] },
  recipe: { kind: 'choice', standard: 'adam', choices: recipes },
} as const satisfies Fields;

export type FieldName = keyof typeof fields;

/** How the weights are stored, as far as the bytes go. */
export type Storage =
  | { readonly kind: 'floating' | 'plain'; readonly bits: number }
  | {
      readonly kind: 'grouped';
      readonly bits: number;
      readonly groupElements: number;
      readonly scaleBits: number;
      readonly zeroPointBits: number;
    }
  | { readonly kind: 'block'; readonly type: BlockType };

/** What is stored and how. */
export interface StoredModel {
  readonly counts: CheckpointCounts;
  readonly storage: Storage;
  /** Absent when only the tensors are asked for. */
  readonly file?: { readonly container: Container; readonly bytes: number };
  /** What would train it. */
  readonly recipe: TrainingRecipeName;
}

/** The fields that apply as read, and the stored model they describe when all are right. */
export interface ModelSizeState {
  readonly shown: readonly FieldName[];
  readonly checked: Readonly<Record<string, Checked>>;
  readonly model?: StoredModel;
}

/** Reads the fields that apply; one that does not is neither shown nor can it be in error. Never throws. */
export function readModelSize(
  typed: Readonly<Record<string, string>>,
  networks: CountedNetworks,
): ModelSizeState {
  const plain = { ...typed, parameters: plainCount(typed.parameters ?? '') };
  const shown = fieldsShown(plain);
  const applying = Object.fromEntries(shown.map((name) => [name, fields[name]]));
  const { checked, complete } = checkFields(applying, plain);
  if (!complete) return { shown, checked };
  const counts = countsIn(checked, networks);
  if (counts === undefined)
    return { shown, checked: { ...checked, network: { error: { key: 'notListed' } } } };
  const file = fileIn(checked, networks);
  const recipe = recipes.find((name) => name === choiceIn(checked, 'recipe')) ?? 'adam';
  const model = { counts, storage: storageIn(checked), recipe };
  return { shown, checked, model: file === undefined ? model : { ...model, file } };
}

function fieldsShown(typed: Readonly<Record<string, string>>): FieldName[] {
  const format = checkField(fields.format, typed.format ?? '');
  const isInteger = 'value' in format && formatNamed(String(format.value)).kind === 'integer';
  const grouped = isInteger && typed.group !== 'none';
  return [
    'network',
    ...(typed.network === typedCount ? ['parameters' as const] : []),
    'format',
    ...(isInteger ? ['group' as const] : []),
    ...(grouped ? ['scale' as const, 'zeroPoint' as const] : []),
    ...(hasFile(typed) ? ['container' as const] : []),
    'recipe',
  ];
}

/** Whether the containers' bytes are known: they depend on a network's tensors, and hold only some formats. */
function hasFile({ network, format }: Readonly<Record<string, string>>): boolean {
  return network !== typedCount && fileDtypes.some((dtype) => dtype === format);
}

function fileIn(checked: Readonly<Record<string, Checked>>, networks: CountedNetworks): StoredModel['file'] {
  const container = 'container' in checked ? choiceIn(checked, 'container') : 'tensors';
  const chosen = containers.find((name) => name === container);
  const dtype = fileDtypes.find((name) => name === choiceIn(checked, 'format'));
  const bytes = networks[choiceIn(checked, 'network')]?.fileBytes;
  if (chosen === undefined || dtype === undefined || bytes === undefined) return undefined;
  return { container: chosen, bytes: bytes[chosen][dtype] };
}

function countsIn(
  checked: Readonly<Record<string, Checked>>,
  networks: CountedNetworks,
): CheckpointCounts | undefined {
  const network = choiceIn(checked, 'network');
  if (network !== typedCount) return networks[network]?.counts;
  return { parameters: numberIn(checked, 'parameters'), buffers: 0, int64Values: 0 };
}

function storageIn(checked: Readonly<Record<string, Checked>>): Storage {
  const format: WeightFormat = formatNamed(choiceIn(checked, 'format'));
  if (format.kind !== 'integer') return format;
  const { bits } = format;
  const group = choiceIn(checked, 'group');
  if (group === 'none') return { kind: 'plain', bits };
  return {
    kind: 'grouped',
    bits,
    groupElements: Number(group),
    scaleBits: Number(choiceIn(checked, 'scale')),
    zeroPointBits: choiceIn(checked, 'zeroPoint') === 'yes' ? bits : 0,
  };
}
