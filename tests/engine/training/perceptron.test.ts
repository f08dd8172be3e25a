import { describe, expect, it } from 'vitest';
import type { LabelledSamples, PerceptronSizes } from '../../../src/engine/index.ts';
import {
  addPerceptronGradient,
  at,
  initialPerceptron,
  linear,
  perceptronParameters,
  scorePerceptron,
  seededRandom,
} from '../../../src/engine/index.ts';

const sizes: PerceptronSizes = { inputs: 3, hidden: 4, classes: 2 };
const samples: LabelledSamples = {
  values: Float64Array.of(0.5, -1, 2, 1, 0.25, -0.5, -2, 1, 1),
  labels: Uint8Array.of(0, 1, 1),
};

describe('perceptronParameters', () => {
  it('counts what two linear operators count', () => {
    const first = linear({ inFeatures: 64, outFeatures: 32 });
    const second = linear({ inFeatures: 32, outFeatures: 10 });
    expect(perceptronParameters({ inputs: 64, hidden: 32, classes: 10 })).toBe(2410);
    expect(first.parameters + second.parameters).toBe(2410);
  });

  it('refuses a width of 0', () => {
    expect(() => perceptronParameters({ ...sizes, hidden: 0 })).toThrow('hidden must be a whole number');
  });
});

describe('initialPerceptron', () => {
  it('draws weights within their bounds and starts biases at 0', () => {
    const parameters = initialPerceptron(sizes, seededRandom(1));
    const rows = [0, 4, 8, 12].map((place) => [...parameters.subarray(place, place + 4)]);
    for (const row of rows) {
      expect(row[3]).toBe(0);
      for (const weight of row) expect(Math.abs(weight)).toBeLessThanOrEqual(Math.sqrt(6 / 3));
    }
    expect([parameters[20], parameters[25]]).toEqual([0, 0]);
  });
});

describe('scorePerceptron', () => {
  it('is ln 2 nats for two classes when all parameters are 0', () => {
    const { loss } = scorePerceptron(sizes, new Float64Array(perceptronParameters(sizes)), samples);
    expect(loss).toBeCloseTo(Math.LN2, 12);
  });

  it('counts the right answers of a network that only looks at the sign of the first input', () => {
    const parameters = new Float64Array(perceptronParameters(sizes));
    parameters[0] = 1; // hidden unit 0 = max(0, x₀)
    parameters[16] = 1; // score of class 0 = that unit
    parameters[25] = 0.1; // score of class 1 = 0.1
    // Classes 0, 0, 1 come out for labels 0, 1, 1.
    expect(scorePerceptron(sizes, parameters, samples).accuracy).toBeCloseTo(2 / 3, 12);
  });
});

describe('addPerceptronGradient', () => {
  it('is the slope of the mean loss, parameter by parameter', () => {
    const parameters = initialPerceptron(sizes, seededRandom(5));
    const gradient = new Float64Array(parameters.length);
    const loss = addPerceptronGradient(sizes, parameters, samples, Uint32Array.of(0, 1, 2), gradient);
    expect(loss).toBeCloseTo(scorePerceptron(sizes, parameters, samples).loss, 12);
    const step = 1e-6;
    parameters.forEach((value, index) => {
      const lossAt = (moved: number): number => {
        const changed = parameters.slice();
        changed[index] = moved;
        return scorePerceptron(sizes, changed, samples).loss;
      };
      const slope = (lossAt(value + step) - lossAt(value - step)) / (2 * step);
      expect(at([...gradient], index)).toBeCloseTo(slope, 7);
    });
  });

  it('is the mean of the gradients of its halves, so accumulating them changes nothing', () => {
    const parameters = initialPerceptron(sizes, seededRandom(6));
    const together = new Float64Array(parameters.length);
    const parts = new Float64Array(parameters.length);
    addPerceptronGradient(sizes, parameters, samples, Uint32Array.of(0, 1), together);
    addPerceptronGradient(sizes, parameters, samples, Uint32Array.of(0), parts);
    addPerceptronGradient(sizes, parameters, samples, Uint32Array.of(1), parts);
    together.forEach((value, index) => {
      expect(at([...parts], index) / 2).toBeCloseTo(value, 12);
    });
  });

  it('refuses an empty batch', () => {
    const parameters = new Float64Array(perceptronParameters(sizes));
    expect(() =>
      addPerceptronGradient(sizes, parameters, samples, Uint32Array.of(), parameters.slice()),
    ).toThrow('indices.length');
  });
});
