import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convolution } from '../../../src/engine/index.ts';
import type { Convolution } from '../../../src/engine/index.ts';
import oracle from '../../oracles/convolution.json' with { type: 'json' };

type Case = (typeof oracle.rows)[number];

function built(row: Case): Convolution {
  const { inChannels, outChannels, kernel, stride, padding, dilation, groups, bias, transposed } = row;
  const outputPadding = 'outputPadding' in row ? row.outputPadding : undefined;
  return convolution({
    inChannels,
    outChannels,
    kernel,
    stride,
    padding,
    dilation,
    groups,
    bias,
    transposed,
    outputPadding,
  });
}

const named = oracle.rows.map((row, index) => {
  const kind = row.transposed ? 'transposed' : 'forward';
  return { name: `row ${index}: ${kind} k[${row.kernel.join()}] on [${row.input.join()}]`, row };
});

describe('convolution against PyTorch 2.6.0', () => {
  it.each(named.filter(({ row }) => row.output !== undefined))('$name', ({ row }) => {
    const operator = built(row);
    const input = [row.inChannels, ...row.input];
    expect(operator.outputShape(input)).toEqual(row.output);
    expect(operator.parameters).toBe(row.parameters);
    expect(operator.macs(input)).toBe(row.macs);
  });

  it.each(named.filter(({ row }) => row.output === undefined))('$name is refused', ({ row }) => {
    expect(() => built(row).outputShape([row.inChannels, ...row.input])).toThrow(RangeError);
  });

  it('holds all 300 rows, refused ones among them', () => {
    expect(named.length).toBe(300);
    expect(named.filter(({ row }) => row.output === undefined).length).toBe(89);
  });
});

describe('convolution', () => {
  const square = (size: number): number[] => [size, size];

  it('drops the last column when the stride does not divide', () => {
    const operator = convolution({ inChannels: 1, outChannels: 1, kernel: square(2), stride: square(2) });
    expect(operator.outputShape([1, 5, 4])).toEqual([1, 2, 2]);
  });

  it('takes padding, stride and dilation of each axis apart (torch: 9×9 to 9×4)', () => {
    const operator = convolution({
      inChannels: 1,
      outChannels: 1,
      kernel: [3, 3],
      padding: [2, 0],
      stride: [1, 2],
      dilation: [2, 1],
    });
    expect(operator.outputShape([1, 9, 9])).toEqual([1, 9, 4]);
  });

  it('pads the ends of an axis apart: causal, as Keras Conv1D', () => {
    const operator = convolution({
      inChannels: 4,
      outChannels: 8,
      kernel: [3],
      dilation: [2],
      padding: [[4, 0]],
    });
    expect(operator.outputShape([4, 10])).toEqual([8, 10]);
  });

  it("keeps the size with torch's same padding at even kernels and dilations", () => {
    for (const [kernel, dilation] of [
      [2, 1],
      [4, 1],
      [2, 3],
      [3, 2],
    ] as const) {
      const operator = convolution({
        inChannels: 1,
        outChannels: 1,
        kernel: [kernel],
        dilation: [dilation],
        padding: 'same',
      });
      expect(operator.outputShape([1, 7])).toEqual([1, 7]);
    }
  });

  it("refuses torch's same padding with a stride, as torch does", () => {
    const operator = convolution({
      inChannels: 1,
      outChannels: 1,
      kernel: [3],
      stride: [2],
      padding: 'same',
    });
    expect(() => operator.outputShape([1, 8])).toThrow("padding 'same' needs stride 1, not 2");
  });

  it.each([
    [224, 3, 2, 112],
    [225, 3, 2, 113],
    [13, 6, 5, 3],
    [7, 1, 2, 4],
  ])('gives ceil(n/s) under SAME: n %i, k %i, s %i is %i (onnx 1.17)', (size, kernel, stride, expected) => {
    for (const padding of ['same-upper', 'same-lower'] as const) {
      const operator = convolution({
        inChannels: 1,
        outChannels: 1,
        kernel: [kernel],
        stride: [stride],
        padding,
      });
      expect(operator.outputShape([1, size])).toEqual([1, expected]);
    }
  });

  it('refuses a kernel wider than its padded input, where the bare formula gives 0', () => {
    const operator = convolution({ inChannels: 1, outChannels: 1, kernel: [5], stride: [2], padding: [1] });
    expect(() => operator.outputShape([1, 2])).toThrow('kernel spans 5 positions');
  });

  it.each([
    [{ inChannels: 6, outChannels: 4, groups: 4 }, 'inChannels'],
    [{ inChannels: 4, outChannels: 6, groups: 4 }, 'outChannels'],
  ])('refuses groups that do not divide: %o', (channels, side) => {
    expect(() => convolution({ ...channels, kernel: [1] })).toThrow(`groups must divide ${side}`);
  });

  it.each([
    ['g1', { inChannels: 64, outChannels: 128, kernel: [3, 3] }, 73_856],
    ['g32', { inChannels: 64, outChannels: 128, kernel: [3, 3], groups: 32 }, 2_432],
    ['depthwise', { inChannels: 64, outChannels: 64, kernel: [3, 3], groups: 64 }, 640],
    ['depth multiplier 2', { inChannels: 32, outChannels: 64, kernel: [3, 3], groups: 32 }, 640],
    ['AlexNet conv2', { inChannels: 256, outChannels: 256, kernel: [5, 5], groups: 2 }, 819_456],
  ])('has the parameters torch 2.6.0 has: %s', (_, options, expected) => {
    expect(convolution(options).parameters).toBe(expected);
  });

  it('counts a transposed convolution by its input positions: 3 to 1 channels, k2 s2 on 2×2 is 48 MACs, not 192', () => {
    const operator = convolution({
      inChannels: 3,
      outChannels: 1,
      kernel: [2, 2],
      stride: [2, 2],
      transposed: true,
    });
    expect(operator.macs([3, 2, 2])).toBe(48);
  });

  it('counts the bias as additions, not MACs', () => {
    const operator = convolution({ inChannels: 3, outChannels: 8, kernel: [1, 1] });
    expect(operator.elementwise([3, 4, 4])).toEqual({ additions: 128 });
  });

  it('costs with g groups a g-th of a dense one, and with one group the same', () => {
    const sizes = fc.record({
      inEach: fc.integer({ min: 1, max: 8 }),
      outEach: fc.integer({ min: 1, max: 8 }),
      groups: fc.integer({ min: 1, max: 8 }),
      kernel: fc.integer({ min: 1, max: 5 }),
      size: fc.integer({ min: 5, max: 20 }),
    });
    fc.assert(
      fc.property(sizes, ({ inEach, outEach, groups, kernel, size }) => {
        const channels = { inChannels: inEach * groups, outChannels: outEach * groups };
        const plain = { ...channels, kernel: square(kernel), bias: false };
        const input = [channels.inChannels, size, size];
        const dense = convolution(plain);
        const grouped = convolution({ ...plain, groups });
        expect(grouped.parameters * groups).toBe(dense.parameters);
        expect(grouped.macs(input) * groups).toBe(dense.macs(input));
        expect(convolution({ ...plain, groups: 1 }).macs(input)).toBe(dense.macs(input));
      }),
    );
  });
});
