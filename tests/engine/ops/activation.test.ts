import { describe, expect, it } from 'vitest';
import { activation, totalOperations } from '../../../src/engine/index.ts';
import type { ActivationName } from '../../../src/engine/index.ts';

describe('activation', () => {
  it.each<[ActivationName, number]>([
    // Operations of one element by the definition in torch.nn, constants folded.
    ['relu', 1],
    ['relu6', 2],
    ['leakyRelu', 2],
    ['sigmoid', 3],
    ['tanh', 5],
    ['silu', 4],
    ['gelu', 5],
    ['hardswish', 5],
    ['hardsigmoid', 4],
    ['elu', 4],
    ['softplus', 3],
    ['identity', 0],
  ])('%s takes %i operations for an element', (name, expected) => {
    expect(totalOperations(activation(name).elementwise([1]))).toBe(expected);
    expect(totalOperations(activation(name).elementwise([3, 5, 7]))).toBe(105 * expected);
  });

  it('keeps the shape and holds nothing', () => {
    const relu = activation('relu');
    expect(relu.outputShape([64, 112, 112])).toEqual([64, 112, 112]);
    expect([relu.parameters, relu.buffers, relu.macs([64, 112, 112])]).toEqual([0, 0, 0]);
    expect(relu.macOutputElements([64, 112, 112])).toBe(0);
  });

  it('tells an exponential from a comparison', () => {
    expect(activation('silu').elementwise([10])).toEqual({
      exponentials: 10,
      additions: 10,
      divisions: 10,
      multiplications: 10,
    });
  });
});
