import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arithmeticIntensity,
  bytesMoved,
  convolution,
  evaluate,
  intensityFormula,
  NetworkBuilder,
  rowAt,
  summarize,
  trafficFormula,
} from '../../../src/engine/index.ts';

const size = fc.integer({ min: 1, max: 40 });

describe('trafficFormula and intensityFormula', () => {
  it('give what bytesMoved and arithmeticIntensity count, in 1, 2 and 3 dimensions', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3 }),
        size,
        size,
        size,
        fc.constantFrom('float32' as const, 'bfloat16' as const, 'int8' as const),
        (axes, inChannels, outChannels, batch, dtype) => {
          const kernel = Array.from({ length: axes }, () => 3);
          const operator = convolution({ inChannels, outChannels, kernel, padding: 'same' });
          const input = [inChannels, ...kernel.map((_, axis) => 5 + axis)];
          const net = new NetworkBuilder(input);
          const row = rowAt(summarize(net.build(net.add('it', operator, [net.input]))), 'it');
          const { readBytes, writtenBytes } = bytesMoved(row, { batch, dtype });
          const b = { float32: 32, bfloat16: 16, int8: 8 }[dtype];
          const values = { ...operator.bindings(input), N: batch, P: operator.parameters, b };
          const bytes = evaluate(trafficFormula(axes).expression, values);
          expect(bytes).toBe(readBytes + writtenBytes);
          expect(
            evaluate(intensityFormula.expression, { N: batch, M: operator.macs(input), B: bytes }),
          ).toBeCloseTo(arithmeticIntensity(row, { batch, dtype }), 9);
        },
      ),
    );
  });

  it('are 1,753,088 bytes and 131.9 FLOPs per byte for 64 -> 64 channels, 3×3, 56×56 in float32', () => {
    const values = { N: 1, C_in: 64, H_in: 56, W_in: 56, C_out: 64, H_out: 56, W_out: 56, P: 36_864, b: 32 };
    const bytes = evaluate(trafficFormula(2).expression, values);
    expect(bytes).toBe(1_753_088);
    expect(evaluate(intensityFormula.expression, { N: 1, M: 115_605_504, B: bytes })).toBeCloseTo(131.89, 2);
  });
});
