import type { Table } from '../shared/csv.ts';
import { batchBytes } from './lines.ts';
import type { SchedulePlan } from './state.ts';

/** First and last epoch of a stage, counted from 1. */
export const epochsOf = ({ firstEpoch, epochs }: { firstEpoch: number; epochs: number }): string =>
  `${firstEpoch + 1}–${firstEpoch + epochs}`;

/** The stages for a spreadsheet, numbers with all their digits, memory in bytes. */
export function stageRows(plan: SchedulePlan, columns: readonly string[]): Table {
  return [
    columns,
    ...plan.run.stages.map((stage) => [
      epochsOf(stage),
      stage.batch,
      stage.learningRate,
      stage.learningRatePerSample,
      stage.updatesPerEpoch,
      stage.updates,
      batchBytes(plan, stage.batch),
    ]),
  ];
}
