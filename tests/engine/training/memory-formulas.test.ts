import { describe, expect, it } from 'vitest';
import {
  architectureNamed,
  evaluate,
  memoryFormulas,
  peakActivationBytes,
  stateBindings,
  trainingStateBytes,
} from '../../../src/engine/index.ts';

const P = 25_557_032;

describe('memoryFormulas', () => {
  it.each(['sgd', 'momentum', 'adam', 'adamMixedPrecision'] as const)('count the state of %s', (recipe) => {
    const values = { P, ...stateBindings(recipe) };
    expect(evaluate(memoryFormulas.trainingState.expression, values)).toBe(
      trainingStateBytes(P, recipe).totalBytes,
    );
  });

  it('keep 16 bytes for each parameter under Adam, in float32 and with 16-bit weights', () => {
    expect(stateBindings('adam')).toEqual({ B_w: 4, B_g: 4, B_o: 8 });
    expect(stateBindings('adamMixedPrecision')).toEqual({ B_w: 2, B_g: 2, B_o: 12 });
  });

  it('count the activations of a batch', () => {
    const network = architectureNamed('resnet18').build();
    const bytes = peakActivationBytes(network, { dtype: 'float16', mode: 'training', batch: 32 });
    const one = peakActivationBytes(network, { dtype: 'float32', mode: 'training' }) / 4;
    expect(evaluate(memoryFormulas.activations.expression, { N: 32, A_peak: one, b: 16 })).toBe(bytes);
  });

  it('give the largest batch whose bytes still fit, and no larger', () => {
    const values = { B_dev: 24e9, B_state: 408_912_512, A_peak: 21_274_624, b: 32 };
    const N = evaluate(memoryFormulas.largestBatch.expression, values);
    const total = (batch: number): number =>
      values.B_state + evaluate(memoryFormulas.activations.expression, { ...values, N: batch });
    expect(N).toBe(277);
    expect(total(N)).toBeLessThanOrEqual(values.B_dev);
    expect(total(N + 1)).toBeGreaterThan(values.B_dev);
  });
});
