import type { BatchSchedule, EpochReport } from '../../engine/index.ts';
import { at, everyEpochs, trainPerceptron } from '../../engine/index.ts';
import type { Digits } from './digits.ts';
import { sizes } from './digits.ts';

/** The schedules set against each other. */
export const arms = ['fixed', 'growing', 'large'] as const;

export type Arm = (typeof arms)[number];

/** What the reader sets. */
export interface Settings {
  readonly epochs: number;
  readonly batch: number;
  readonly learningRate: number;
  readonly interval: number;
  readonly batchFactor: number;
  readonly learningRateFactor: number;
  readonly seeds: number;
}

/** One epoch of one run. */
export interface ArmReport extends Pick<EpochReport, 'epoch' | 'trainingLoss' | 'testAccuracy'> {
  readonly arm: Arm;
  readonly seed: number;
  /** Time this epoch took, its scoring included. */
  readonly seconds: number;
}

/** Batch of the growing schedule's last stage. */
export function largestBatch({ epochs, interval, batch, batchFactor }: Settings): number {
  return batch * batchFactor ** everyEpochs(interval, epochs).length;
}

/**
 * The three schedules. In all of them rate over batch takes the same course, so that they differ only in how the
 * samples are grouped: small batches with a rate that falls by both factors; batches that grow; the largest batch from
 * the beginning, its rate scaled up with it.
 */
export function armSchedule(settings: Settings, arm: Arm): Omit<BatchSchedule, 'samples'> {
  const { epochs, batch, learningRate, interval, batchFactor, learningRateFactor } = settings;
  const run = { epochs, batch, learningRate, milestones: everyEpochs(interval, epochs) };
  const perSampleFactor = learningRateFactor / batchFactor;
  switch (arm) {
    case 'fixed':
      return { ...run, learningRateFactor: perSampleFactor };
    case 'growing':
      return { ...run, batchFactor, learningRateFactor };
    case 'large': {
      const largest = largestBatch(settings);
      return {
        ...run,
        batch: largest,
        learningRate: (learningRate * largest) / batch,
        learningRateFactor: perSampleFactor,
      };
    }
  }
}

/** Trains every schedule from every seed, the three of a seed side by side, and reports epoch by epoch. */
export function* runExperiment(settings: Settings, digits: Digits): Generator<ArmReport, void, undefined> {
  for (let seed = 1; seed <= settings.seeds; seed++) {
    const runs = arms.map((arm) =>
      trainPerceptron({ sizes, ...digits, schedule: armSchedule(settings, arm), seed }),
    );
    for (let epoch = 1; epoch <= settings.epochs; epoch++) {
      for (const [index, run] of runs.entries()) {
        const started = performance.now();
        const next = run.next();
        if (next.done === true) continue;
        const seconds = (performance.now() - started) / 1000;
        const { trainingLoss, testAccuracy } = next.value;
        yield { arm: at(arms, index), seed, epoch, trainingLoss, testAccuracy, seconds };
      }
    }
  }
}
