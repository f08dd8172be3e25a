import type { LabelledSamples, PerceptronSizes } from './perceptron.ts';
import { addPerceptronGradient, initialPerceptron, scorePerceptron } from './perceptron.ts';
import type { BatchSchedule } from './schedule.ts';
import { runSchedule } from './schedule.ts';
import { seededRandom, shuffledIndices } from './seeded-random.ts';

/** Where a run stands at the end of an epoch. */
export interface EpochReport {
  /** Epochs finished, from 1. */
  readonly epoch: number;
  readonly batch: number;
  readonly learningRate: number;
  /** Updates since the beginning of the run. */
  readonly updates: number;
  /** Mean cross-entropy over the training samples, in nats. */
  readonly trainingLoss: number;
  /** Share of the test samples classified right. */
  readonly testAccuracy: number;
}

/** A training run: the network, its data, its schedule, and the seed of everything drawn by chance. */
export interface PerceptronRun {
  readonly sizes: PerceptronSizes;
  readonly training: LabelledSamples;
  readonly test: LabelledSamples;
  readonly schedule: Omit<BatchSchedule, 'samples'>;
  readonly seed: number;
}

/**
 * Trains a perceptron by plain stochastic gradient descent on the mean loss of each batch, one report an epoch.
 *
 * Runs of one seed start from the same parameters and meet the samples in the same order in every epoch, whatever their
 * batches, so that what differs between them is the schedule alone. Momentum is left out, as it would add a second
 * memory of past batches whose length in epochs depends on the batch.
 *
 * A run whose parameters have grown past what a double holds ends there, without a report of that epoch.
 * @throws RangeError as `runSchedule` does.
 */
export function* trainPerceptron(run: PerceptronRun): Generator<EpochReport, void, undefined> {
  const { sizes, training, test, seed } = run;
  const samples = training.labels.length;
  const { stages } = runSchedule({ ...run.schedule, samples });
  const random = seededRandom(seed);
  const parameters = initialPerceptron(sizes, random);
  const gradient = new Float64Array(parameters.length);
  let updates = 0;
  for (const { firstEpoch, epochs, batch, learningRate, updatesPerEpoch } of stages) {
    for (let epoch = firstEpoch; epoch < firstEpoch + epochs; epoch++) {
      const order = shuffledIndices(samples, random);
      for (let update = 0; update < updatesPerEpoch; update++) {
        const indices = order.subarray(update * batch, (update + 1) * batch);
        gradient.fill(0);
        addPerceptronGradient(sizes, parameters, training, indices, gradient);
        descend(parameters, gradient, learningRate);
      }
      updates += updatesPerEpoch;
      const { loss: trainingLoss } = scorePerceptron(sizes, parameters, training);
      if (!Number.isFinite(trainingLoss)) return;
      yield {
        epoch: epoch + 1,
        batch,
        learningRate,
        updates,
        trainingLoss,
        testAccuracy: scorePerceptron(sizes, parameters, test).accuracy,
      };
    }
  }
}

function descend(parameters: Float64Array, gradient: Float64Array, learningRate: number): void {
  for (let index = 0; index < parameters.length; index++) {
    parameters[index] = (parameters[index] ?? 0) - learningRate * (gradient[index] ?? 0);
  }
}
