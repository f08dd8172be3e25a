import { at, runSchedule } from '../../engine/index.ts';
import type { Arm, ArmReport, Settings } from './experiment.ts';
import { arms, armSchedule } from './experiment.ts';
import { trainingSamples } from './state.ts';

/** Least, mean and greatest of a quantity over the seeds. */
export interface Spread {
  readonly least: number;
  readonly mean: number;
  readonly most: number;
}

/** How a schedule ended, over its finished seeds. */
export interface ArmOutcome {
  readonly arm: Arm;
  readonly updates: number;
  readonly firstBatch: number;
  readonly lastBatch: number;
  /** Seeds that came to the last epoch; the others' numbers grew out of range. */
  readonly ended: number;
  /** Undefined when no seed came to the end. */
  readonly trainingLoss: Spread | undefined;
  readonly testAccuracy: Spread | undefined;
  /** Time for all finished seeds together. */
  readonly seconds: number;
}

/** What a run has shown so far. */
export interface Outcome {
  readonly finishedSeeds: number;
  readonly arms: readonly ArmOutcome[];
}

/**
 * How each schedule ended, over the seeds that all three have gone through: those before the latest, and the latest too
 * once the run is over.
 */
export function outcomeOf(reports: readonly ArmReport[], settings: Settings, over: boolean): Outcome {
  const latest = Math.max(0, ...reports.map(({ seed }) => seed));
  const finishedSeeds = over ? settings.seeds : Math.max(0, latest - 1);
  return {
    finishedSeeds,
    arms: arms.map((arm): ArmOutcome => {
      const { stages, updates } = runSchedule({ ...armSchedule(settings, arm), samples: trainingSamples });
      const own = reports.filter((report) => report.arm === arm && report.seed <= finishedSeeds);
      const ends = own.filter((report) => report.epoch === settings.epochs);
      return {
        arm,
        updates,
        firstBatch: at(stages, 0).batch,
        lastBatch: at(stages, stages.length - 1).batch,
        ended: ends.length,
        trainingLoss: spreadOf(ends.map(({ trainingLoss }) => trainingLoss)),
        testAccuracy: spreadOf(ends.map(({ testAccuracy }) => testAccuracy)),
        seconds: own.reduce((total, { seconds }) => total + seconds, 0),
      };
    }),
  };
}

/**
 * Digits after the point with which the smallest loss of a run has three of its own, so that one column holds all losses
 * alike: 3 for 0.1, 5 for 0.001, and 8 at most.
 */
export function lossDigits({ arms: ends }: Outcome): number {
  const losses = ends.flatMap(({ trainingLoss }) => (trainingLoss === undefined ? [] : [trainingLoss.least]));
  const leadingPlace = Math.floor(Math.log10(Math.min(...losses)));
  return Math.min(Math.max(2 - leadingPlace, 2), 8);
}

function spreadOf(values: readonly number[]): Spread | undefined {
  if (values.length === 0) return undefined;
  return {
    least: Math.min(...values),
    mean: values.reduce((total, value) => total + value, 0) / values.length,
    most: Math.max(...values),
  };
}
