import type { Checked, FieldError, Fields } from '../shared/fields.ts';
import { checkFields, numberIn } from '../shared/fields.ts';
import type { Settings } from './experiment.ts';

/** Prefix of this calculator's query parameters. */
export const prefix = 'run';

/** The standard case: the batch doubled every 6 of 30 epochs, from 16 to 256. */
export const fields = {
  epochs: { kind: 'whole', standard: 30, least: 1, most: 200 },
  batch: { kind: 'whole', standard: 16, least: 1, most: 1437 },
  learningRate: { kind: 'decimal', standard: 0.1, least: 1e-6, most: 100 },
  interval: { kind: 'whole', standard: 6, least: 1, most: 200 },
  batchFactor: { kind: 'whole', standard: 2, least: 1, most: 100 },
  learningRateFactor: { kind: 'decimal', standard: 0.75, least: 0.01, most: 10 },
  seeds: { kind: 'whole', standard: 3, least: 1, most: 10 },
} as const satisfies Fields;

export type FieldName = keyof typeof fields;

/** The fields in the order of the form. */
export const fieldNames = [
  'epochs',
  'batch',
  'learningRate',
  'interval',
  'batchFactor',
  'learningRateFactor',
  'seeds',
] as const satisfies readonly FieldName[];

/** Samples trained on, of 1797; no batch is larger. */
export const trainingSamples = fields.batch.most;

/** Samples kept for the test. */
export const testSamples = 360;

/** Rates stay within these, so that none becomes endless or 0 on its way. */
const rates = { least: 1e-100, most: 1e6 } as const;

/** The fields as read, and the settings they make when all are right. */
export interface RunFields {
  readonly checked: Readonly<Record<string, Checked>>;
  readonly settings?: Settings;
}

/** Reads the form. Never throws. */
export function readRun(typed: Readonly<Record<string, string>>): RunFields {
  const { checked, complete } = checkFields(fields, typed);
  if (!complete) return { checked };
  const settings: Settings = {
    epochs: numberIn(checked, 'epochs'),
    batch: numberIn(checked, 'batch'),
    learningRate: numberIn(checked, 'learningRate'),
    interval: numberIn(checked, 'interval'),
    batchFactor: numberIn(checked, 'batchFactor'),
    learningRateFactor: numberIn(checked, 'learningRateFactor'),
    seeds: numberIn(checked, 'seeds'),
  };
  const refusal = refusalOf(settings);
  return refusal === undefined ? { checked, settings } : { checked: { ...checked, ...refusal } };
}

/** Factors that lead the batch past the samples, or the rate past all bounds. */
function refusalOf(settings: Settings): Readonly<Record<string, { readonly error: FieldError }>> | undefined {
  const { epochs, interval, batch, batchFactor, learningRate, learningRateFactor } = settings;
  const times = Math.ceil(epochs / interval) - 1;
  if (batch * batchFactor ** times > trainingSamples) {
    const guess = Math.round((trainingSamples / batch) ** (1 / times));
    const limit = batch * guess ** times <= trainingSamples ? guess : guess - 1;
    return { batchFactor: { error: { key: 'tooLarge', limit } } };
  }
  const perSampleFactor = learningRateFactor / batchFactor;
  if (learningRate * Math.max(1, learningRateFactor) ** times > rates.most) {
    const limit = Math.floor(1000 * (rates.most / learningRate) ** (1 / times)) / 1000;
    return { learningRateFactor: { error: { key: 'tooLarge', limit } } };
  }
  if (learningRate * Math.min(1, perSampleFactor) ** times < rates.least) {
    const limit = Math.ceil(1000 * batchFactor * (rates.least / learningRate) ** (1 / times)) / 1000;
    return { learningRateFactor: { error: { key: 'tooSmall', limit } } };
  }
  return undefined;
}
