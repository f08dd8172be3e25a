import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  convolution,
  effectiveKernel,
  effectiveKernelFormula,
  evaluate,
  NetworkBuilder,
  receptiveField,
  stackReach,
  stackReceptiveFieldFormula,
} from '../../../src/engine/index.ts';

const sizes = fc.integer({ min: 1, max: 6 });
const rates = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });

describe('effectiveKernelFormula', () => {
  it.each([
    [1, 3],
    [2, 5],
    [4, 9],
  ])('spans at dilation %i a kernel of 3 over %i positions', (d, span) => {
    expect(evaluate(effectiveKernelFormula.expression, { k: 3, d })).toBe(span);
  });

  it('is k + (k − 1)(d − 1) as well (Dumoulin and Visin 2016, section 5.1)', () => {
    fc.assert(
      fc.property(sizes, sizes, (k, d) => {
        const span = evaluate(effectiveKernelFormula.expression, { k, d });
        expect(span).toBe(effectiveKernel(k, d));
        expect(span).toBe(k + (k - 1) * (d - 1));
      }),
    );
  });
});

describe('stackReach', () => {
  it('leaves every second position out at dilations 2, 2, 2: 7 of 13', () => {
    expect(stackReach({ kernel: 3, dilations: [2, 2, 2] })).toEqual({
      receptiveField: 13,
      // (1 + x² + x⁴)³
      paths: [1, 0, 3, 0, 6, 0, 7, 0, 6, 0, 3, 0, 1],
      reachedPositions: 7,
      widestHole: 1,
    });
  });

  it.each([
    // Worked out by listing 0/1/2 times each dilation.
    [[1, 2, 5], 17, 17, 0],
    [[1, 2, 9], 25, 21, 2],
    [[2, 4, 8], 29, 15, 1],
    [[1, 1, 2, 4, 8, 16, 1], 67, 67, 0],
    [[5, 9, 17], 63, 27, 4],
  ])(
    'reaches with kernels of 3 at %j over %i positions %i, widest hole %i',
    (dilations, span, reached, hole) => {
      const { receptiveField: field, reachedPositions, widestHole } = stackReach({ kernel: 3, dilations });
      expect([field, reachedPositions, widestHole]).toEqual([span, reached, hole]);
    },
  );

  it('reaches 1024 positions once each with kernels of 2 at 1, 2, 4 … 512 (WaveNet, section 2.1)', () => {
    const { receptiveField: field, paths } = stackReach({
      kernel: 2,
      dilations: Array.from({ length: 10 }, (_, layer) => 2 ** layer),
    });
    expect(field).toBe(1024);
    expect(new Set(paths)).toEqual(new Set([1]));
  });

  it('counts kernel^layers ways in all, whatever the order of the layers', () => {
    fc.assert(
      fc.property(sizes, rates, (kernel, dilations) => {
        const { paths, receptiveField: field } = stackReach({ kernel, dilations });
        expect(paths.reduce((total, ways) => total + ways, 0)).toBe(kernel ** dilations.length);
        expect(paths).toHaveLength(field);
        expect(stackReach({ kernel, dilations: dilations.toReversed() }).paths).toEqual(paths);
      }),
    );
  });

  it('spans what the receptive field of a network of these layers spans, and what its formula gives', () => {
    fc.assert(
      fc.property(sizes, rates, (kernel, dilations) => {
        const net = new NetworkBuilder([1, 300]);
        const layers = dilations.map((dilation, layer): [string, ReturnType<typeof convolution>] => [
          String(layer),
          convolution({ inChannels: 1, outChannels: 1, kernel: [kernel], dilation: [dilation] }),
        ]);
        const network = net.build(net.chain(net.input, layers));
        const { receptiveField: field } = stackReach({ kernel, dilations });
        expect(receptiveField(network, String(layers.length - 1))[0]?.size).toBe(field);
        const values = { k: kernel, d_sum: dilations.reduce((total, dilation) => total + dilation, 0) };
        expect(evaluate(stackReceptiveFieldFormula.expression, values)).toBe(field);
      }),
    );
  });

  it.each([
    [{ kernel: 0, dilations: [1] }, 'kernel must be a whole number of at least 1, not 0'],
    [{ kernel: 3, dilations: [] }, 'dilations.length must be a whole number of at least 1, not 0'],
    [{ kernel: 3, dilations: [1, 0] }, 'dilations[1] must be a whole number of at least 1, not 0'],
    [{ kernel: 3, dilations: [1_000_000] }, 'the stack must span at most 1000000 positions, not 2000001'],
    [{ kernel: 10_000, dilations: [1, 1, 1, 1] }, 'cannot be counted exactly'],
  ])('refuses %j', (stack, message) => {
    expect(() => stackReach(stack)).toThrow(message);
  });
});
