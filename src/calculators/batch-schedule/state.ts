import type { BatchSchedule, ScheduleRun, TrainingRecipeName } from '../../engine/index.ts';
import { bitsOf, everyEpochs, runSchedule } from '../../engine/index.ts';
import type { Checked, FieldError, Fields } from '../shared/fields.ts';
import { checkFields, choiceIn, numberIn } from '../shared/fields.ts';
import type { NetworkMemories, NetworkMemory } from './networks.ts';
import { networkNames } from './networks.ts';

/** Prefix of this calculator's query parameters. */
export const prefix = 'sched';

const recipes = ['momentum', 'sgd', 'adam'] as const satisfies readonly TrainingRecipeName[];

/** The standard case: CIFAR's 50,000 samples, the batch doubled every 20 epochs from 128 to 2048. */
export const fields = {
  samples: { kind: 'whole', standard: 50_000, least: 1, most: 10 ** 9 },
  epochs: { kind: 'whole', standard: 100, least: 1, most: 10_000 },
  batch: { kind: 'whole', standard: 128, least: 1, most: 10 ** 6 },
  learningRate: { kind: 'decimal', standard: 0.1, least: 1e-9, most: 1000 },
  interval: { kind: 'whole', standard: 20, least: 1, most: 10_000 },
  batchFactor: { kind: 'whole', standard: 2, least: 1, most: 1000 },
  learningRateFactor: { kind: 'decimal', standard: 0.75, least: 0.001, most: 10 },
  network: { kind: 'choice', standard: 'resnet18@32', choices: networkNames },
  recipe: { kind: 'choice', standard: 'momentum', choices: recipes },
} as const satisfies Fields;

export type FieldName = keyof typeof fields;

/** The fields in the order of the form. */
export const fieldNames = [
  'samples',
  'epochs',
  'batch',
  'learningRate',
  'interval',
  'batchFactor',
  'learningRateFactor',
  'network',
  'recipe',
] as const satisfies readonly FieldName[];

/** More steps would be a table of no use. */
export const mostStages = 50;

/** A schedule worked out, beside the same run with its batch fixed. */
export interface SchedulePlan {
  readonly schedule: BatchSchedule;
  readonly run: ScheduleRun;
  /** The batch fixed, and the rate lowered by both factors, so that the rate per sample takes the same course. */
  readonly fixed: ScheduleRun;
  readonly network: NetworkMemory;
  readonly recipe: TrainingRecipeName;
}

/** The fields as read, and the plan they describe when all are right. */
export interface ScheduleState {
  readonly checked: Readonly<Record<string, Checked>>;
  readonly plan?: SchedulePlan;
}

/** Reads the form. Never throws. */
export function readSchedule(
  typed: Readonly<Record<string, string>>,
  memories: NetworkMemories,
): ScheduleState {
  const { checked, complete } = checkFields(fields, typed);
  if (!complete) return { checked };
  const networkName = networkNames.find((name) => name === choiceIn(checked, 'network'));
  const recipe = recipes.find((name) => name === choiceIn(checked, 'recipe'));
  if (networkName === undefined || recipe === undefined) return { checked };
  const network = memories[networkName];
  const refusal = refusalOf(checked, network);
  if (refusal !== undefined) return { checked: { ...checked, ...refusal } };
  const epochs = numberIn(checked, 'epochs');
  const schedule: BatchSchedule = {
    samples: numberIn(checked, 'samples'),
    epochs,
    batch: numberIn(checked, 'batch'),
    learningRate: numberIn(checked, 'learningRate'),
    milestones: everyEpochs(numberIn(checked, 'interval'), epochs),
    batchFactor: numberIn(checked, 'batchFactor'),
    learningRateFactor: numberIn(checked, 'learningRateFactor'),
  };
  const { batchFactor = 1, learningRateFactor = 1 } = schedule;
  return {
    checked,
    plan: {
      schedule,
      run: runSchedule(schedule),
      fixed: runSchedule({
        ...schedule,
        batchFactor: 1,
        learningRateFactor: learningRateFactor / batchFactor,
      }),
      network,
      recipe,
    },
  };
}

/** What is wrong with fields that are right on their own. */
function refusalOf(
  checked: Readonly<Record<string, Checked>>,
  network: NetworkMemory,
): Readonly<Record<string, { readonly error: FieldError }>> | undefined {
  const [samples, epochs, batch] = [
    numberIn(checked, 'samples'),
    numberIn(checked, 'epochs'),
    numberIn(checked, 'batch'),
  ];
  const stages = Math.ceil(epochs / numberIn(checked, 'interval'));
  if (batch > samples) return { batch: { error: { key: 'tooLarge', limit: samples } } };
  if (stages > mostStages) {
    return { interval: { error: { key: 'tooSmall', limit: Math.ceil(epochs / mostStages) } } };
  }
  const most = largestFactor(samples, batch, stages - 1);
  const factor = numberIn(checked, 'batchFactor');
  if (factor > most) return { batchFactor: { error: { key: 'tooLarge', limit: most } } };
  const bits = batch * factor ** (stages - 1) * network.peakElements * bitsOf('float32');
  return Number.isSafeInteger(bits) ? undefined : { batch: { error: { key: 'notExact' } } };
}

/** The largest whole factor that, applied `times` times, keeps the batch within the samples. */
function largestFactor(samples: number, batch: number, times: number): number {
  if (times === 0) return Infinity;
  const guess = Math.round((samples / batch) ** (1 / times));
  return batch * guess ** times <= samples ? guess : guess - 1;
}
