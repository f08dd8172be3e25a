import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adaptivePooling, pooling } from '../../../src/engine/index.ts';
import oracle from '../../oracles/pooling.json' with { type: 'json' };

describe('pooling against PyTorch 2.6.0 max_pool1d', () => {
  const named = oracle.rows.map((row, index) => ({
    name: `row ${index}: n ${row.input}, k ${row.kernel}, s ${row.stride}, p ${row.padding}, d ${row.dilation}, ceil ${String(row.ceilMode)}`,
    row,
  }));

  it.each(named)('$name gives $row.output', ({ row }) => {
    const { kernel, stride, padding, dilation, ceilMode } = row;
    const operator = pooling({
      kind: 'max',
      kernel: [kernel],
      stride: [stride],
      padding: [padding],
      dilation: [dilation],
      ceilMode,
    });
    expect(operator.outputShape([1, row.input])).toEqual([1, row.output]);
  });

  it('holds all 150 rows', () => {
    expect(named.length).toBe(150);
  });
});

describe('pooling', () => {
  it.each([
    // n, k, s, p -> floor, ceil; torch 2.6.0 and onnx opset 22 agree. A bare ceil gives 3, 3 and 2 for the marked ones.
    [4, 1, 2, 0, 2, 2], // marked
    [5, 2, 2, 0, 2, 3],
    [6, 2, 2, 0, 3, 3],
    [7, 3, 2, 0, 3, 3],
    [112, 3, 2, 0, 55, 56],
    [112, 3, 2, 1, 56, 57],
    [6, 3, 2, 1, 3, 4],
    [4, 2, 3, 1, 2, 2], // marked
    [1, 2, 2, 1, 1, 1], // marked
    [13, 6, 5, 0, 2, 3],
  ])('n %i, k %i, s %i, p %i gives %i, and %i in ceil mode', (size, kernel, stride, padding, floor, ceil) => {
    for (const kind of ['max', 'average'] as const) {
      const options = { kind, kernel: [kernel], stride: [stride], padding: [padding] };
      expect(pooling(options).outputShape([1, size])).toEqual([1, floor]);
      expect(pooling({ ...options, ceilMode: true }).outputShape([1, size])).toEqual([1, ceil]);
    }
  });

  it('clips by the begin padding alone when the ends differ', () => {
    // n 4, k 4, s 3: with [0, 2] the second window starts at 3 < 4 and stays; with [1, 1] it starts at 3 < 5 and stays;
    // with s 4 and [0, 2] it would start at 4, in the padding, and is dropped.
    const positions = (stride: number, padding: [number, number]): readonly number[] =>
      pooling({ kind: 'max', kernel: [4], stride: [stride], padding: [padding], ceilMode: true }).outputShape(
        [1, 4],
      );
    expect(positions(3, [0, 2])).toEqual([1, 2]);
    expect(positions(3, [1, 1])).toEqual([1, 2]);
    expect(positions(4, [0, 2])).toEqual([1, 1]);
  });

  it('refuses padding above half of the kernel, as torch does', () => {
    expect(() => pooling({ kind: 'max', kernel: [3], padding: [2] })).toThrow(
      'padding[0] must be at most half of the kernel (1), not 2',
    );
  });

  // aten/src/ATen/native/Pool.h, pool2d_shape_check: kW / 2 >= padW.
  it('takes that half of the kernel itself, not of what dilation makes it span', () => {
    expect(() => pooling({ kind: 'max', kernel: [3], padding: [2], dilation: [3] })).toThrow(
      'padding[0] must be at most half of the kernel (1), not 2',
    );
  });

  // The same file, pool3d_shape_check with check_input_size, which avg_pool3d sets.
  it('refuses an average over 3 axes of an input smaller than the kernel, which padding would make fit', () => {
    const options = { kernel: [4, 1, 1], padding: [2, 0, 0] };
    expect(() => pooling({ kind: 'average', ...options }).outputShape([1, 3, 5, 5])).toThrow(
      'input[1] of an average over 3 axes must be a whole number of at least 4, not 3',
    );
    expect(pooling({ kind: 'max', ...options, stride: [1, 1, 1] }).outputShape([1, 3, 5, 5])).toEqual([
      1, 4, 5, 5,
    ]);
  });

  it('refuses dilation in an average', () => {
    expect(() => pooling({ kind: 'average', kernel: [3], dilation: [2] })).toThrow(
      'dilation is for max pooling only',
    );
  });

  it('strides by its kernel unless told', () => {
    expect(pooling({ kind: 'average', kernel: [2, 7, 7] }).outputShape([1024, 2, 7, 7])).toEqual([
      1024, 1, 1, 1,
    ]);
    expect(() => pooling({ kind: 'average', kernel: [2, 7, 7] }).outputShape([1024, 1, 7, 7])).toThrow(
      RangeError,
    );
  });

  it('takes SqueezeNet 1.0 from 109 to 54, 27 and 13 in ceil mode', () => {
    const pool = pooling({ kind: 'max', kernel: [3, 3], stride: [2, 2], ceilMode: true });
    const sizes = [109, 54, 27].map((size) => pool.outputShape([1, size, size])[1]);
    expect(sizes).toEqual([54, 27, 13]);
  });

  it('takes GoogLeNet from 112 to 56, 28 and 14 in ceil mode', () => {
    const pool = pooling({ kind: 'max', kernel: [3, 3], stride: [2, 2], ceilMode: true });
    expect([112, 56, 28].map((size) => pool.outputShape([1, size, size])[1])).toEqual([56, 28, 14]);
  });

  it('compares k² − 1 times, or adds k² − 1 times and divides once, for an output', () => {
    expect(pooling({ kind: 'max', kernel: [3, 3] }).elementwise([2, 9, 9])).toEqual({ comparisons: 8 * 18 });
    expect(pooling({ kind: 'average', kernel: [3, 3] }).elementwise([2, 9, 9])).toEqual({
      additions: 8 * 18,
      divisions: 18,
    });
  });

  it('never gives fewer positions in ceil mode, and at most one more', () => {
    const sizes = fc.record({
      size: fc.integer({ min: 1, max: 64 }),
      kernel: fc.integer({ min: 1, max: 9 }),
      stride: fc.integer({ min: 1, max: 9 }),
      padding: fc.integer({ min: 0, max: 4 }),
    });
    fc.assert(
      fc.property(sizes, ({ size, kernel, stride, padding }) => {
        fc.pre(2 * padding <= kernel && kernel <= size + 2 * padding);
        const options = { kind: 'max' as const, kernel: [kernel], stride: [stride], padding: [padding] };
        const [, floor = 0] = pooling(options).outputShape([1, size]);
        const [, ceil = 0] = pooling({ ...options, ceilMode: true }).outputShape([1, size]);
        expect([floor, floor + 1]).toContain(ceil);
      }),
    );
  });
});

describe('adaptivePooling', () => {
  it('gives the sizes asked for, also more than it has (torch: 2×2 to 6×6)', () => {
    const operator = adaptivePooling({ kind: 'average', outputSizes: [6, 6] });
    expect(operator.outputShape([256, 2, 2])).toEqual([256, 6, 6]);
  });

  it('reads what overlapping windows read', () => {
    // 7 to 3: windows 0–3, 2–5, 4–7 of three each.
    const operator = adaptivePooling({ kind: 'average', outputSizes: [3] });
    expect(operator.elementwise([1, 7])).toEqual({ additions: 6, divisions: 3 });
    expect(adaptivePooling({ kind: 'max', outputSizes: [3] }).elementwise([1, 7])).toEqual({
      comparisons: 6,
    });
  });
});
