import { describe, expect, it } from 'vitest';
import { gru, lstm } from '../../../src/engine/index.ts';

describe('lstm and gru', () => {
  it('have 4 and 3 gates of F_in·F_h + F_h² + 2F_h parameters (torch.nn.LSTM keeps two biases)', () => {
    expect(lstm({ inFeatures: 256, hiddenFeatures: 512 }).parameters).toBe(
      4 * (256 * 512 + 512 * 512 + 2 * 512),
    );
    expect(gru({ inFeatures: 256, hiddenFeatures: 512 }).parameters).toBe(
      3 * (256 * 512 + 512 * 512 + 2 * 512),
    );
    expect(lstm({ inFeatures: 256, hiddenFeatures: 512, bias: false }).parameters).toBe(4 * 768 * 512);
  });

  it('feed both directions into the next layer', () => {
    const stacked = lstm({ inFeatures: 10, hiddenFeatures: 4, layers: 2, bidirectional: true });
    expect(
      stacked.tensors.filter(({ name }) => name.startsWith('weight')).map(({ name, shape }) => [name, shape]),
    ).toEqual([
      ['weight_ih_l0', [16, 10]],
      ['weight_hh_l0', [16, 4]],
      ['weight_ih_l0_reverse', [16, 10]],
      ['weight_hh_l0_reverse', [16, 4]],
      ['weight_ih_l1', [16, 8]],
      ['weight_hh_l1', [16, 4]],
      ['weight_ih_l1_reverse', [16, 8]],
      ['weight_hh_l1_reverse', [16, 4]],
    ]);
    expect(stacked.outputShape([7, 10])).toEqual([7, 8]);
    expect(stacked.macs([7, 10])).toBe(7 * 16 * (2 * (10 + 4) + 2 * (8 + 4)));
  });

  it('grow with the steps', () => {
    const operator = gru({ inFeatures: 3, hiddenFeatures: 5 });
    expect(operator.macs([8, 3])).toBe(8 * operator.macs([1, 3]));
    expect(operator.macOutputElements([1, 3])).toBe(30);
  });

  it('count a step by its definition', () => {
    // Four gates: two biases and a sum each (12); three sigmoids, two tanh; f·c + i·g and o·tanh(c).
    expect(lstm({ inFeatures: 1, hiddenFeatures: 1 }).elementwise([1, 1])).toEqual({
      exponentials: 5,
      additions: 12 + 3 + 4 + 1,
      divisions: 5,
      multiplications: 2 + 3,
    });
    // Three gates (9); two sigmoids, one tanh; r·(…); (1 − z)·n + z·h.
    expect(gru({ inFeatures: 1, hiddenFeatures: 1 }).elementwise([1, 1])).toEqual({
      exponentials: 3,
      additions: 9 + 2 + 2 + 2,
      divisions: 3,
      multiplications: 1 + 3,
    });
  });

  it('refuse other features than they were built for', () => {
    expect(() => lstm({ inFeatures: 3, hiddenFeatures: 5 }).outputShape([8, 4])).toThrow(
      'input must be [steps, 3], not [8, 4]',
    );
  });
});
