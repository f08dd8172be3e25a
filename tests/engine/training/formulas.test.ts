import { describe, expect, it } from 'vitest';
import {
  architectureNamed,
  evaluate,
  everyEpochs,
  runSchedule,
  stageBindings,
  summarize,
  trainingFlops,
  trainingFormulas,
} from '../../../src/engine/index.ts';

describe('trainingFormulas', () => {
  it('give the updates of every stage', () => {
    const schedule = {
      samples: 50_000,
      epochs: 100,
      batch: 128,
      learningRate: 0.1,
      milestones: everyEpochs(20, 100),
      batchFactor: 2,
    };
    for (const stage of runSchedule(schedule).stages) {
      expect(evaluate(trainingFormulas.updates.expression, stageBindings(schedule, stage))).toBe(
        stage.updates,
      );
    }
  });

  it('lower the rate per sample to 0.375 when the rate falls to 0.75 and the batch doubles', () => {
    expect(evaluate(trainingFormulas.perSampleFactor.expression, { f_eta: 0.75, f_N: 2 })).toBe(0.375);
  });

  it('give 6·P·D', () => {
    const summary = summarize(architectureNamed('resnet18').build());
    const { sixNdFlops } = trainingFlops(summary, { samples: 3 });
    expect(evaluate(trainingFormulas.sixNd.expression, { P: summary.parameters, D: 3 })).toBe(sixNdFlops);
  });
});
