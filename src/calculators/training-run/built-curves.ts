import type { Arm, ArmReport, Settings } from './experiment.ts';

/** The run a page is built with, as little text as it can be: one list of values a run. */
export interface BuiltRun {
  readonly settings: Settings;
  readonly runs: readonly BuiltCurve[];
}

/** One run of a schedule from a seed. */
export interface BuiltCurve {
  readonly arm: Arm;
  readonly seed: number;
  /** Epoch by epoch, to four digits. */
  readonly trainingLoss: readonly number[];
  readonly testAccuracy: readonly number[];
}

/** The same run as reports. Its times are not told, since they were not the reader's. */
export function reportsOf({ runs }: BuiltRun): ArmReport[] {
  return runs.flatMap(({ arm, seed, trainingLoss, testAccuracy }) =>
    trainingLoss.map((loss, index) => ({
      arm,
      seed,
      epoch: index + 1,
      trainingLoss: loss,
      testAccuracy: testAccuracy[index] ?? 0,
      seconds: 0,
    })),
  );
}
