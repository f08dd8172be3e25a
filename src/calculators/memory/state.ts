import type { MemoryMode, TrainingRecipeName } from '../../engine/index.ts';
import { bitsOf, bytesPerGibibyte, packedBytes } from '../../engine/index.ts';
import type { Checked, Fields } from '../shared/fields.ts';
import { checkFields, choiceIn, numberIn } from '../shared/fields.ts';
import type { SizedNetwork } from '../shared/sized-networks.ts';
import { isNetworkName, networkInputs, networkNames } from '../shared/sized-networks.ts';

/** Prefix of this calculator's query parameters. */
export const prefix = 'mem';

const modes = ['training', 'checkpointing', 'inference'] as const satisfies readonly MemoryMode[];
const dtypes = ['float32', 'bfloat16', 'float16'] as const;
const recipes = [
  'adam',
  'adamMixedPrecision',
  'momentum',
  'sgd',
] as const satisfies readonly TrainingRecipeName[];

/** The standard case trains ResNet-50 on a batch of 32 with Adam. */
export const fields = {
  network: { kind: 'choice', standard: 'resnet50', choices: networkNames },
  side: { kind: 'whole', standard: 224, least: 32, most: 2048 },
  tokens: { kind: 'whole', standard: 1024, least: 1, most: 131_072 },
  batch: { kind: 'whole', standard: 32, least: 1, most: 10 ** 6 },
  mode: { kind: 'choice', standard: 'training', choices: modes },
  dtype: { kind: 'choice', standard: 'float32', choices: dtypes },
  recipe: { kind: 'choice', standard: 'adam', choices: recipes },
  deviceGib: { kind: 'decimal', standard: 24, least: 0.01, most: 10 ** 6 },
} as const satisfies Fields;

export type FieldName = keyof typeof fields;

/** What is run, and on how much memory. */
export interface MemoryRun extends SizedNetwork {
  readonly batch: number;
  readonly mode: MemoryMode;
  readonly bits: number;
  /** Absent in inference. */
  readonly recipe?: TrainingRecipeName;
  readonly deviceBytes: number;
}

/** The fields that apply as read, and the run they describe when all are right. */
export interface MemoryState {
  readonly shown: readonly FieldName[];
  readonly checked: Readonly<Record<string, Checked>>;
  readonly run?: MemoryRun;
}

/** Reads the fields that apply to the network and mode. Never throws. */
export function readMemory(typed: Readonly<Record<string, string>>): MemoryState {
  const shown = fieldsShown(typed);
  const applying = Object.fromEntries(shown.map((name) => [name, fields[name]]));
  const { checked, complete } = checkFields(applying, typed);
  if (!complete) return { shown, checked };
  const network = choiceIn(checked, 'network');
  const mode = modes.find((name) => name === checkedText(checked, 'mode'));
  const dtype = dtypes.find((name) => name === checkedText(checked, 'dtype'));
  const recipe = recipes.find((name) => name === checkedText(checked, 'recipe'));
  if (!isNetworkName(network) || mode === undefined || dtype === undefined) return { shown, checked };
  const { kind, standard } = networkInputs[network];
  return {
    shown,
    checked,
    run: {
      network,
      inputSize: kind === 'fixed' ? standard : numberIn(checked, kind),
      batch: numberIn(checked, 'batch'),
      mode,
      bits: bitsOf(dtype),
      ...(recipe === undefined ? {} : { recipe }),
      deviceBytes: Math.floor(numberIn(checked, 'deviceGib') * bytesPerGibibyte),
    },
  };
}

/** Whether a batch's activations are a number of bytes that a double holds. */
export function countsExactly({ batch, bits }: MemoryRun, elementsPerSample: number): boolean {
  const elements = batch * elementsPerSample;
  return Number.isSafeInteger(elements * bits) && Number.isSafeInteger(packedBytes(elements, bits));
}

function checkedText(checked: Readonly<Record<string, Checked>>, name: string): string | undefined {
  return name in checked ? choiceIn(checked, name) : undefined;
}

function fieldsShown(typed: Readonly<Record<string, string>>): FieldName[] {
  const network = typed.network ?? '';
  const kind = isNetworkName(network) ? networkInputs[network].kind : 'side';
  return [
    'network',
    ...(kind === 'fixed' ? [] : [kind]),
    'batch',
    'mode',
    'dtype',
    ...(typed.mode === 'inference' ? [] : ['recipe' as const]),
    'deviceGib',
  ];
}
