import type { ScheduleStage } from '../../engine/index.ts';
import {
  at,
  bitsOf,
  evaluate,
  memoryFormulas,
  stageBindings,
  stateBindings,
  trainingFormulas,
} from '../../engine/index.ts';
import type { ArithmeticLine } from '../shared/ArithmeticSteps.tsx';
import type { SchedulePlan } from './state.ts';

/** Bytes that a batch needs: weights, gradients and optimizer state, and the activations in float32. */
export function batchBytes({ network, recipe }: SchedulePlan, batch: number): number {
  const B_state = evaluate(memoryFormulas.trainingState.expression, {
    P: network.parameters,
    ...stateBindings(recipe),
  });
  const B_act = evaluate(memoryFormulas.activations.expression, {
    N: batch,
    A_peak: network.peakElements,
    b: bitsOf('float32'),
  });
  return evaluate(memoryFormulas.total.expression, { B_state, B_act });
}

/** The last stage worked out: its updates and its memory, which is the run's peak when the batch grows. */
export function lastStageLines(
  plan: SchedulePlan,
  units: { readonly updates: string; readonly bytes: string },
): ArithmeticLine[] {
  const { schedule, run, network, recipe } = plan;
  const stage: ScheduleStage = at(run.stages, run.stages.length - 1);
  const state = { P: network.parameters, ...stateBindings(recipe) };
  const activations = { N: stage.batch, A_peak: network.peakElements, b: bitsOf('float32') };
  const inBytes = { quantity: 'bytes', unit: units.bytes } as const;
  return [
    { formula: trainingFormulas.updates, values: stageBindings(schedule, stage), unit: units.updates },
    { formula: memoryFormulas.trainingState, values: state, ...inBytes },
    { formula: memoryFormulas.activations, values: activations, ...inBytes },
    {
      formula: memoryFormulas.total,
      values: {
        B_state: evaluate(memoryFormulas.trainingState.expression, state),
        B_act: evaluate(memoryFormulas.activations.expression, activations),
      },
      ...inBytes,
    },
  ];
}
