import type { Bindings, Formula } from '../formula/index.ts';
import { ceil, quotient, times } from '../formula/index.ts';
import type { BatchSchedule, ScheduleStage } from './schedule.ts';

/** Training arithmetic as formulas. `stageBindings` gives the values of the symbols in `updates`. */
export const trainingFormulas = {
  /** u = e⌈D/N⌉: updates of e epochs of D samples in batches of N. */
  updates: { result: 'u', expression: times('e', ceil(quotient('D', 'N'))) },
  /** f = f_η / f_N: what a change of rate and batch makes of the weight of one sample's gradient in an update. */
  perSampleFactor: { result: 'f', expression: quotient('f_eta', 'f_N') },
  /** F = 6PD, the rule of thumb for P parameters and D tokens. Source: Kaplan et al. 2020 (arXiv 2001.08361), §2.1. */
  sixNd: { result: 'F', expression: times(6, 'P', 'D') },
} as const satisfies Record<string, Formula>;

/** Values of the symbols in `trainingFormulas.updates` for one stage of a schedule. */
export function stageBindings(schedule: BatchSchedule, stage: ScheduleStage): Bindings {
  return { e: stage.epochs, D: schedule.samples, N: stage.batch };
}
