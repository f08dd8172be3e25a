import { describe, expect, it } from 'vitest';
import {
  convolution,
  evaluate,
  kerasTransposedOutputSize,
  transposedSizeFormula,
  windowBindings,
} from '../../../src/engine/index.ts';

const onAxis = (options: {
  kernel: number;
  stride: number;
  padding?: number;
  outputPadding?: number;
  dilation?: number;
}) =>
  convolution({
    inChannels: 1,
    outChannels: 1,
    kernel: [options.kernel],
    stride: [options.stride],
    padding: [options.padding ?? 0],
    dilation: [options.dilation ?? 1],
    outputPadding: [options.outputPadding ?? 0],
    transposed: true,
  });

describe('transposed convolution', () => {
  it.each([
    // n, k, s, p, op, d -> out; torch 2.6.0 and onnx 1.17 agree.
    [14, 3, 2, 1, 1, 1, 28],
    [14, 3, 2, 1, 0, 1, 27],
    [14, 4, 2, 1, 0, 1, 28],
    [7, 2, 2, 0, 0, 1, 14],
    [5, 3, 3, 0, 2, 2, 19],
    [1, 4, 1, 0, 0, 1, 4],
  ])(
    'n %i, k %i, s %i, p %i, op %i, d %i gives %i',
    (size, kernel, stride, padding, outputPadding, dilation, expected) => {
      expect(onAxis({ kernel, stride, padding, outputPadding, dilation }).outputShape([1, size])).toEqual([
        1,
        expected,
      ]);
    },
  );

  it('takes output padding below the dilation where the stride is smaller (torch: s 2, d 3, op 2 is 5 to 17)', () => {
    expect(onAxis({ kernel: 3, stride: 2, dilation: 3, outputPadding: 2 }).outputShape([1, 5])).toEqual([
      1, 17,
    ]);
  });

  it('refuses output padding that reaches both stride and dilation', () => {
    expect(() => onAxis({ kernel: 3, stride: 2, outputPadding: 2 })).toThrow(
      'outputPadding[0] must be below max(stride, dilation) = 2, not 2',
    );
  });

  it('refuses output padding on a forward convolution', () => {
    expect(() =>
      convolution({ inChannels: 1, outChannels: 1, kernel: [3], stride: [2], outputPadding: [1] }),
    ).toThrow('outputPadding is for transposed convolutions only');
  });

  it('stores its weight with the input channels first', () => {
    const operator = convolution({
      inChannels: 32,
      outChannels: 64,
      kernel: [3, 3],
      groups: 32,
      transposed: true,
    });
    expect(operator.tensors.map(({ shape }) => shape)).toEqual([[32, 2, 3, 3], [64]]);
  });

  it.each([
    ['same-upper', 3, 2, 10],
    ['same-lower', 3, 2, 10],
    ['same-upper', 2, 3, 15],
    ['same', 4, 1, 5],
  ] as const)(
    '%s with kernel %i and stride %i takes 5 positions to %i, and its formula agrees',
    (padding, kernel, stride, expected) => {
      const operator = convolution({
        inChannels: 1,
        outChannels: 1,
        kernel: [kernel],
        stride: [stride],
        padding,
        transposed: true,
      });
      expect(operator.outputShape([1, 5])).toEqual([1, expected]);
      const bindings = windowBindings(operator.spec, 0, 5);
      expect(evaluate(transposedSizeFormula.expression, bindings)).toBe(expected);
    },
  );
});

describe('kerasTransposedOutputSize', () => {
  it.each([
    // keras 3, compute_conv_transpose_output_shape worked by hand: n, k, s, d, padding, op -> out
    [5, 2, 3, 1, 'valid', undefined, 15],
    [5, 3, 2, 1, 'valid', undefined, 11],
    [5, 3, 2, 1, 'valid', 1, 12],
    [5, 3, 2, 1, 'same', undefined, 10],
    [5, 3, 2, 1, 'same', 1, 10],
    [5, 4, 2, 1, 'same', 0, 8],
    [5, 3, 1, 2, 'valid', undefined, 9],
  ] as const)(
    'n %i, k %i, s %i, d %i, %s, op %s gives %i',
    (size, kernel, stride, dilation, padding, extra, expected) => {
      expect(kerasTransposedOutputSize(size, { kernel, stride, dilation }, padding, extra)).toBe(expected);
    },
  );

  it("fills a stride wider than the kernel, which PyTorch's rule does not", () => {
    expect(onAxis({ kernel: 2, stride: 3 }).outputShape([1, 5])).toEqual([1, 14]);
  });

  it('names the parameter it refuses', () => {
    const window = { kernel: 3, stride: 2, dilation: 1 };
    expect(() => kerasTransposedOutputSize(0, window, 'same')).toThrow('inputSize must be a whole number');
    expect(() => kerasTransposedOutputSize(5, window, 'same', -1)).toThrow('outputPadding must be');
  });
});
