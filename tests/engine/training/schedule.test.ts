import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BatchSchedule } from '../../../src/engine/index.ts';
import { everyEpochs, growBatchInsteadOfDecay, runSchedule } from '../../../src/engine/index.ts';

/** CIFAR's 50,000 samples for 100 epochs at a batch of 128. */
const fixed: BatchSchedule = { samples: 50_000, epochs: 100, batch: 128, learningRate: 0.1 };
const doubling: BatchSchedule = {
  ...fixed,
  milestones: everyEpochs(20, 100),
  batchFactor: 2,
  learningRateFactor: 0.75,
};

describe('runSchedule', () => {
  it('takes 39,100 updates with a fixed batch, the partial batch of each epoch counted', () => {
    const run = runSchedule(fixed);
    expect(run.updates).toBe(39_100);
    // 390 · 128 = 49,920.
    expect(run.stages).toEqual([
      {
        firstEpoch: 0,
        epochs: 100,
        batch: 128,
        learningRate: 0.1,
        learningRatePerSample: 0.1 / 128,
        updatesPerEpoch: 391,
        lastBatch: 80,
        updates: 39_100,
      },
    ]);
  });

  it('takes 15,180 updates when the batch doubles every 20 epochs up to 2048 (AdaBatch)', () => {
    const run = runSchedule(doubling);
    expect(run.updates).toBe(15_180);
    expect(run.stages.map((stage) => stage.batch)).toEqual([128, 256, 512, 1024, 2048]);
    expect(run.stages.map((stage) => stage.updatesPerEpoch)).toEqual([391, 196, 98, 49, 25]);
    expect(run.largestBatch).toBe(2048);
  });

  it('lowers the rate per sample to 0.375 when the rate falls to 0.75 and the batch doubles', () => {
    const { stages } = runSchedule(doubling);
    stages.slice(1).forEach((stage, index) => {
      const before = stages[index]?.learningRatePerSample ?? NaN;
      expect(stage.learningRatePerSample / before).toBeCloseTo(0.375, 12);
    });
  });

  it('sees the same samples whatever the batch, so the arithmetic does not change', () => {
    expect(runSchedule(doubling).samplesSeen).toBe(5_000_000);
    expect(runSchedule(fixed).samplesSeen).toBe(5_000_000);
  });

  it('makes one update of an epoch that is smaller than the batch', () => {
    const [stage] = runSchedule({ ...fixed, samples: 100 }).stages;
    expect([stage?.updatesPerEpoch, stage?.lastBatch]).toEqual([1, 100]);
  });

  it('has a full last batch when the batch divides the samples', () => {
    const [stage] = runSchedule({ ...fixed, batch: 500 }).stages;
    expect([stage?.updatesPerEpoch, stage?.lastBatch]).toEqual([100, 500]);
  });

  it('covers every epoch and every sample once', () => {
    const schedules = fc.record({
      samples: fc.integer({ min: 1, max: 10_000 }),
      epochs: fc.integer({ min: 1, max: 60 }),
      batch: fc.integer({ min: 1, max: 300 }),
      interval: fc.integer({ min: 1, max: 70 }),
      batchFactor: fc.integer({ min: 1, max: 2 }),
    });
    fc.assert(
      fc.property(schedules, ({ interval, ...rest }) => {
        const epochs = Math.min(rest.epochs, 12 * interval);
        const run = runSchedule({
          ...rest,
          epochs,
          learningRate: 1,
          milestones: everyEpochs(interval, epochs),
        });
        expect(run.stages.reduce((total, stage) => total + stage.epochs, 0)).toBe(epochs);
        for (const { batch, lastBatch, updatesPerEpoch } of run.stages) {
          expect((updatesPerEpoch - 1) * batch + lastBatch).toBe(rest.samples);
          expect(lastBatch).toBeGreaterThan(0);
          expect(lastBatch).toBeLessThanOrEqual(batch);
        }
      }),
    );
  });
});

describe('everyEpochs', () => {
  it('leaves out the beginning and the end of the run', () => {
    expect(everyEpochs(20, 100)).toEqual([20, 40, 60, 80]);
    expect(everyEpochs(30, 100)).toEqual([30, 60, 90]);
    expect(everyEpochs(100, 100)).toEqual([]);
    expect(everyEpochs(1, 1)).toEqual([]);
  });
});

describe('growBatchInsteadOfDecay', () => {
  // The wide ResNet of Smith et al. 2018, §5.1: rate divided by 5 at epochs 60, 120 and 160 of 200.
  const decay: BatchSchedule = {
    ...fixed,
    epochs: 200,
    milestones: [60, 120, 160],
    learningRateFactor: 0.2,
  };

  it('multiplies the batch by 5 where the rate was divided by 5', () => {
    expect(runSchedule(growBatchInsteadOfDecay(decay)).stages.map((stage) => stage.batch)).toEqual([
      128, 640, 3200, 16_000,
    ]);
  });

  it('keeps the rate per sample in every stage and makes fewer updates', () => {
    const before = runSchedule(decay);
    const after = runSchedule(growBatchInsteadOfDecay(decay));
    after.stages.forEach((stage, index) => {
      expect(stage.learningRatePerSample).toBeCloseTo(before.stages[index]?.learningRatePerSample ?? NaN, 15);
    });
    // 60·391 + 60·79 + 40·16 + 40·4 against 200·391.
    expect([after.updates, before.updates]).toEqual([29_000, 78_200]);
  });
});

describe('schedules: refusals', () => {
  it.each<[string, Partial<BatchSchedule>]>([
    ['samples must be a whole number of at least 1, not 0', { samples: 0 }],
    ['epochs must be a whole number of at least 1, not 1.5', { epochs: 1.5 }],
    ['batch of epoch 0 must be a whole number of at least 1, not 0', { batch: 0 }],
    [
      'batch of epoch 50 must be a whole number of at least 1, not 64.5',
      { batch: 129, milestones: [50], batchFactor: 0.5 },
    ],
    ['learningRate must be positive and finite, not 0', { learningRate: 0 }],
    ['learningRateFactor must be positive and finite, not NaN', { learningRateFactor: NaN }],
    ['milestones must ascend and lie before epoch 100, not 40, 20', { milestones: [40, 20] }],
    ['milestones must ascend and lie before epoch 100, not 100', { milestones: [100] }],
    ['milestones[0] must be a whole number of at least 1, not 0', { milestones: [0] }],
  ])('says "%s"', (message, change) => {
    expect(() => runSchedule({ ...fixed, ...change })).toThrow(new RangeError(message));
  });

  it('refuses to grow a batch by an infinite factor', () => {
    expect(() => growBatchInsteadOfDecay({ ...fixed, learningRateFactor: 0 })).toThrow(RangeError);
  });
});
