import type { Table } from '../shared/csv.ts';
import type { ArmReport } from './experiment.ts';

/** Every epoch of every run for a spreadsheet, named as in the engine. */
export function outcomeRows(reports: readonly ArmReport[]): Table {
  return [
    ['schedule', 'seed', 'epoch', 'trainingLoss', 'testAccuracy'],
    ...reports.map((report) => [
      report.arm,
      report.seed,
      report.epoch,
      report.trainingLoss,
      report.testAccuracy,
    ]),
  ];
}
