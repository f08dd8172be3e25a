import { at, wholeNumber, wholeNumbers } from '../checks.ts';

/** How batch and learning rate change over a training run. */
export interface BatchSchedule {
  /** Training samples seen in one epoch. */
  readonly samples: number;
  readonly epochs: number;
  /** Samples of one update at the start. */
  readonly batch: number;
  readonly learningRate: number;
  /** Epochs, counted from 0, at whose beginning the factors apply; ascending. Default none. */
  readonly milestones?: readonly number[];
  /** Multiplies the batch at every milestone. Default 1. */
  readonly batchFactor?: number;
  /** Multiplies the learning rate at every milestone. Default 1. */
  readonly learningRateFactor?: number;
}

/** A run of epochs with one batch and one learning rate. */
export interface ScheduleStage {
  readonly firstEpoch: number;
  readonly epochs: number;
  readonly batch: number;
  readonly learningRate: number;
  /** Weight of one sample's gradient in an update, for a loss averaged over the batch: rate over batch. */
  readonly learningRatePerSample: number;
  readonly updatesPerEpoch: number;
  /** Samples of an epoch's last update; less than `batch` when it does not divide. */
  readonly lastBatch: number;
  readonly updates: number;
}

/** What a schedule amounts to. */
export interface ScheduleRun {
  readonly stages: readonly ScheduleStage[];
  readonly updates: number;
  /** Forward and backward passes of a sample: epochs × samples, whatever the batch, and so the arithmetic too. */
  readonly samplesSeen: number;
  /** Sets the peak memory. */
  readonly largestBatch: number;
}

/**
 * The stages of a schedule and its updates, ⌈samples/batch⌉ in each epoch.
 *
 * The last, partial batch of an epoch counts as an update, as it does for PyTorch's DataLoader by default and Keras's
 * `fit`; dropping it would give ⌊samples/batch⌋.
 * @throws RangeError naming the entry: sizes that are not whole, a rate or factor that is not positive, milestones out of
 * order or outside of the run, a batch that a factor makes fractional.
 * @example
 * runSchedule({ samples: 50_000, epochs: 100, batch: 128, learningRate: 0.1, milestones: everyEpochs(20, 100),
 *   batchFactor: 2, learningRateFactor: 0.75 }).updates // 15_180, a fixed batch of 128 takes 39_100
 */
export function runSchedule(schedule: BatchSchedule): ScheduleRun {
  const samples = wholeNumber('samples', schedule.samples, 1);
  const epochs = wholeNumber('epochs', schedule.epochs, 1);
  const starts = [0, ...checkedMilestones(schedule.milestones ?? [], epochs)];
  const batchFactor = positive('batchFactor', schedule.batchFactor ?? 1);
  const learningRateFactor = positive('learningRateFactor', schedule.learningRateFactor ?? 1);
  const firstRate = positive('learningRate', schedule.learningRate);
  const stages = starts.map((firstEpoch, index): ScheduleStage => {
    const batch = wholeNumber(`batch of epoch ${firstEpoch}`, schedule.batch * batchFactor ** index, 1);
    const learningRate = firstRate * learningRateFactor ** index;
    const stageEpochs = (starts[index + 1] ?? epochs) - firstEpoch;
    const updatesPerEpoch = Math.ceil(samples / batch);
    return {
      firstEpoch,
      epochs: stageEpochs,
      batch,
      learningRate,
      learningRatePerSample: learningRate / batch,
      updatesPerEpoch,
      lastBatch: samples - (updatesPerEpoch - 1) * batch,
      updates: stageEpochs * updatesPerEpoch,
    };
  });
  return {
    stages,
    updates: stages.reduce((total, stage) => total + stage.updates, 0),
    samplesSeen: epochs * samples,
    largestBatch: Math.max(...stages.map((stage) => stage.batch)),
  };
}

/**
 * Milestones at every `interval` epochs after the first, the end of the run left out.
 * @throws RangeError naming the argument when it is not whole or below 1.
 * @example everyEpochs(20, 100) // [20, 40, 60, 80]
 */
export function everyEpochs(interval: number, epochs: number): readonly number[] {
  wholeNumber('interval', interval, 1);
  wholeNumber('epochs', epochs, 1);
  return Array.from({ length: Math.ceil(epochs / interval) - 1 }, (_, index) => (index + 1) * interval);
}

/**
 * The schedule that grows the batch where this one lowers the learning rate, so that the rate per sample, and with it
 * the scale of the gradient noise, εN/B, takes the same course in fewer updates.
 *
 * Source: Smith et al. 2018 (arXiv 1711.00489), §3 (for batches small beside the data set).
 * @example growBatchInsteadOfDecay({ ...schedule, learningRateFactor: 0.2 }).batchFactor // 5
 */
export function growBatchInsteadOfDecay(schedule: BatchSchedule): BatchSchedule {
  const { batchFactor = 1, learningRateFactor = 1 } = schedule;
  return {
    ...schedule,
    batchFactor: batchFactor / positive('learningRateFactor', learningRateFactor),
    learningRateFactor: 1,
  };
}

function checkedMilestones(milestones: readonly number[], epochs: number): readonly number[] {
  wholeNumbers('milestones', milestones, 1).forEach((milestone, index) => {
    const before = index === 0 ? 0 : at(milestones, index - 1);
    if (milestone > before && milestone < epochs) return;
    throw new RangeError(
      `milestones must ascend and lie before epoch ${epochs}, not ${milestones.join(', ')}`,
    );
  });
  return milestones;
}

function positive(name: string, value: number): number {
  if (value > 0 && Number.isFinite(value)) return value;
  throw new RangeError(`${name} must be positive and finite, not ${value}`);
}
