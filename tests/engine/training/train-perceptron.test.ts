import { describe, expect, it } from 'vitest';
import type { LabelledSamples, PerceptronRun } from '../../../src/engine/index.ts';
import { everyEpochs, seededRandom, trainPerceptron } from '../../../src/engine/index.ts';

/** Points of the plane, by whether they lie inside a circle. */
function circle(count: number, seed: number): LabelledSamples {
  const random = seededRandom(seed);
  const values = Float64Array.from({ length: 2 * count }, () => 2 * random() - 1);
  const labels = Uint8Array.from({ length: count }, (_, index) =>
    Math.hypot(values[2 * index] ?? 0, values[2 * index + 1] ?? 0) < 0.75 ? 1 : 0,
  );
  return { values, labels };
}

const run: PerceptronRun = {
  sizes: { inputs: 2, hidden: 12, classes: 2 },
  training: circle(400, 1),
  test: circle(200, 2),
  schedule: {
    epochs: 40,
    batch: 8,
    learningRate: 0.4,
    milestones: everyEpochs(10, 40),
    learningRateFactor: 0.375,
  },
  seed: 3,
};
const growing: PerceptronRun = {
  ...run,
  schedule: { ...run.schedule, batchFactor: 2, learningRateFactor: 0.75 },
};

describe('trainPerceptron', () => {
  it('learns a circle', () => {
    const last = [...trainPerceptron(run)].at(-1);
    expect(last?.epoch).toBe(40);
    expect(last?.updates).toBe(40 * 50);
    expect(last?.testAccuracy).toBeGreaterThan(0.93);
  });

  it('gives the same reports for the same seed, and others for another', () => {
    const short = { ...run, schedule: { epochs: 3, batch: 8, learningRate: 0.4 } };
    expect([...trainPerceptron(short)]).toEqual([...trainPerceptron(short)]);
    expect([...trainPerceptron(short)]).not.toEqual([...trainPerceptron({ ...short, seed: 4 })]);
  });

  it('takes the same first epochs whether the batch grows later or not', () => {
    const fixedReports = [...trainPerceptron(run)].slice(0, 10);
    expect([...trainPerceptron(growing)].slice(0, 10)).toEqual(fixedReports);
  });

  it('counts the updates of its schedule: 10 epochs each of 50, 25, 13 and 7', () => {
    const reports = [...trainPerceptron(growing)];
    expect(reports.map((report) => report.updates).filter((_, index) => index % 10 === 9)).toEqual([
      500, 750, 880, 950,
    ]);
    expect(reports.map((report) => report.batch).filter((_, index) => index % 10 === 9)).toEqual([
      8, 16, 32, 64,
    ]);
  });

  it('ends early, without a number that is none, when the rate throws the parameters out of range', () => {
    const wild = { ...run, schedule: { epochs: 5, batch: 8, learningRate: 1e200 } };
    expect([...trainPerceptron(wild)]).toEqual([]);
  });

  it('ends at nearly the same loss with the batch grown or the rate lowered instead', () => {
    const lossOf = (each: PerceptronRun): number => [...trainPerceptron(each)].at(-1)?.trainingLoss ?? NaN;
    expect(Math.abs(lossOf(growing) / lossOf(run) - 1)).toBeLessThan(0.03);
  });
});
