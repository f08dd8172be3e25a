import { describe, expect, it } from 'vitest';
import type { Split } from '../../../src/engine/index.ts';
import { factorize, middleChannelsThreshold, summarize } from '../../../src/engine/index.ts';

/** A convolution of `channels` in and out that keeps the size. */
const square = (k: number, channels = 64): { inChannels: number; outChannels: number; kernel: number[] } => ({
  inChannels: channels,
  outChannels: channels,
  kernel: [k, k],
});
const kernels = (spec: Parameters<typeof factorize>[0], split: Split): (readonly number[])[] =>
  factorize(spec, split).convolutions.map((own) => own.spec.kernel);

describe('factorize: weight ratio at equal widths (Szegedy et al. 2016, §3.1 and §3.2)', () => {
  it.each<[string, number, Split, number]>([
    ['5×5 as two 3×3: 28 % saved', 5, 'stack-of-3', 18 / 25],
    ['7×7 as three 3×3', 7, 'stack-of-3', 27 / 49],
    ['3×3 as two 2×2: 11 % saved', 3, 'stack-of-2', 8 / 9],
    ['3×3 as 1×3 and 3×1: 33 % saved', 3, 'asymmetric', 6 / 9],
    ['5×5 as 1×5 and 5×1: 60 % saved', 5, 'asymmetric', 10 / 25],
    ['7×7 as 1×7 and 7×1: 71.4 % saved', 7, 'asymmetric', 14 / 49],
  ])('%s', (_, k, split, ratio) => {
    expect(factorize(square(k), split).weightRatio).toBeCloseTo(ratio, 15);
  });

  it('is 12/27 for a 3×3×3 as 1×3×3 and 3×1×1', () => {
    const cube = { inChannels: 64, outChannels: 64, kernel: [3, 3, 3], padding: [1, 1, 1] };
    for (const split of ['p3d-a', 'p3d-b', 'p3d-c'] as const) {
      expect(factorize(cube, split).weightRatio).toBeCloseTo(12 / 27, 15);
    }
  });

  it('is 1/C_out + 1/k² for a depthwise separable 3×3', () => {
    expect(factorize(square(3, 256), 'depthwise-separable').weightRatio).toBeCloseTo(1 / 256 + 1 / 9, 15);
  });
});

describe('factorize: Mixed_6b of Inception v3', () => {
  const spec = { inChannels: 128, outChannels: 192, kernel: [7, 7], padding: [3, 3], bias: false };
  const pair = factorize(spec, 'asymmetric', { middleChannels: 128 });
  const input = [128, 17, 17];

  it('costs 82,862,080 multiply-accumulates in place of 348,020,736', () => {
    expect(pair.macs(input)).toBe(82_862_080);
    expect(pair.whole.macs(input)).toBe(348_020_736);
  });

  it('is below 2/7 because the middle is narrower than the output', () => {
    expect(pair.macsRatio(input)).toBeCloseTo(0.238, 3);
    expect(factorize(spec, 'asymmetric').macsRatio(input)).toBeCloseTo(0.357, 3);
  });

  it('pads the 1×7 by (0, 3) and the 7×1 by (3, 0)', () => {
    expect(pair.convolutions.map((own) => own.spec.padding)).toEqual([
      [
        [0, 0],
        [3, 3],
      ],
      [
        [3, 3],
        [0, 0],
      ],
    ]);
  });

  it('writes the 128 middle maps as well and launches one operator more', () => {
    expect(pair.extraActivationElements(input)).toBe(128 * 17 * 17);
    expect(pair.extraLaunches).toBe(1);
  });

  it('moves less than the 7×7 for one sample, and more for a batch of 32, whose weights are read once', () => {
    // Elements: input 128·17², middle 128·17² written and read back, output 192·17², weights 286,720 or 1,204,224.
    expect(pair.movedBytes(input, { dtype: 'float32' })).toEqual({
      whole: 4 * (36_992 + 55_488 + 1_204_224),
      parts: 4 * (3 * 36_992 + 55_488 + 286_720),
    });
    // 16,654,336 bytes against 22,454,272
    expect(pair.movedBytes(input, { batch: 32, dtype: 'float32' })).toEqual({
      whole: 4 * (32 * (36_992 + 55_488) + 1_204_224),
      parts: 4 * (32 * (3 * 36_992 + 55_488) + 286_720),
    });
  });

  it('runs the first part on more positions than the second when nothing is padded', () => {
    const bare = factorize({ ...spec, padding: 'valid' }, 'asymmetric', { middleChannels: 128 });
    // 7·128·128·17·11 + 7·128·192·11·11 over 49·128·192·11·11
    expect(bare.macsRatio(input)).toBeCloseTo(42_262_528 / 145_711_104, 12);
    expect(bare.macsRatio(input)).toBeGreaterThan(bare.weightRatio);
  });

  it('costs the same in either order because both kernels are equally long', () => {
    expect(factorize(spec, 'asymmetric-reversed').macs(input)).toBe(
      factorize(spec, 'asymmetric').macs(input),
    );
    const oblong = { ...spec, kernel: [3, 7], padding: [1, 3] };
    // 7·128·192 + 3·192·192 against 3·128·192 + 7·192·192: the long kernel belongs at the narrow end.
    expect(factorize(oblong, 'asymmetric').weightRatio * 516_096).toBeCloseTo(282_624, 6);
    expect(factorize(oblong, 'asymmetric-reversed').weightRatio * 516_096).toBeCloseTo(331_776, 6);
  });
});

describe('factorize: video', () => {
  const cube = { inChannels: 64, outChannels: 64, kernel: [3, 3, 3], padding: [1, 1, 1], bias: false };

  it('makes the core of a 256–64–64–256 bottleneck 81,920 weights against 143,360 in all', () => {
    const around = 2 * 256 * 64;
    expect(around + factorize(cube, 'p3d-a').parameters).toBe(81_920);
    expect(around + factorize(cube, 'p3d-a').whole.parameters).toBe(143_360);
  });

  it('gives R(2+1)D a middle of 144 for 64→64 and 230 for 64→128 (torchvision r2plus1d_18)', () => {
    const [spatial] = factorize(cube, '2plus1d').convolutions;
    expect(spatial?.spec.outChannels).toBe(144);
    const [widening] = factorize({ ...cube, outChannels: 128 }, '2plus1d').convolutions;
    expect(widening?.spec.outChannels).toBe(230);
  });

  it('puts the spatial stride in the spatial part and the temporal stride in the temporal one', () => {
    const strided = factorize({ ...cube, stride: [2, 2, 2] }, '2plus1d');
    expect(strided.convolutions.map((own) => own.spec.stride)).toEqual([
      [1, 2, 2],
      [2, 1, 1],
    ]);
    // The spatial part still runs on all 16 frames, so the saving in multiply-accumulates is smaller.
    expect(strided.macsRatio([64, 16, 56, 56])).toBeGreaterThan(strided.weightRatio);
  });

  it('reaches 11 of 27 positions when the two parts run in parallel', () => {
    const parallel = factorize(cube, 'p3d-b');
    expect(parallel.receptiveField).toEqual([3, 3, 3]);
    expect(parallel.reachedPositions).toBe(11);
    expect(parallel.keepsReceptiveField).toBe(false);
    expect(factorize(cube, 'p3d-a').keepsReceptiveField).toBe(true);
    expect(factorize(cube, 'p3d-c').keepsReceptiveField).toBe(true);
  });

  it('adds branch outputs in P3D-B and P3D-C', () => {
    const input = [64, 8, 14, 14];
    const one = 64 * 8 * 14 * 14;
    expect(factorize(cube, 'p3d-a').extraActivationElements(input)).toBe(one);
    for (const split of ['p3d-b', 'p3d-c'] as const) {
      const own = factorize(cube, split);
      expect(own.extraActivationElements(input)).toBe(2 * one);
      expect(own.extraLaunches).toBe(2);
      expect(summarize(own.network(input)).outputShape).toEqual(input);
    }
  });
});

describe('factorize: geometry', () => {
  it('keeps receptive field and output shape of a 5×5 with stride 2', () => {
    const spec = { ...square(5), stride: [2, 2], padding: [2, 2] };
    const stack = factorize(spec, 'stack-of-3');
    expect(stack.receptiveField).toEqual([5, 5]);
    expect(stack.convolutions.map((own) => own.spec.stride)).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(summarize(stack.network([64, 35, 35])).outputShape).toEqual(stack.whole.outputShape([64, 35, 35]));
  });

  it('shares a padding of 1 out between two 2×2 so that the middle keeps the size', () => {
    const stack = factorize({ ...square(3), padding: [1, 1] }, 'stack-of-2');
    expect(summarize(stack.network([64, 9, 9])).rows.map((row) => row.outputShape)).toEqual([
      [64, 9, 9],
      [64, 9, 9],
    ]);
  });

  it('takes a volume apart axis by axis, the last axis first', () => {
    const cube = { inChannels: 8, outChannels: 8, kernel: [3, 5, 7] };
    expect(kernels(cube, 'asymmetric')).toEqual([
      [1, 1, 7],
      [1, 5, 1],
      [3, 1, 1],
    ]);
    expect(kernels(cube, 'asymmetric-reversed')).toEqual([
      [3, 1, 1],
      [1, 5, 1],
      [1, 1, 7],
    ]);
  });

  it('keeps a dilated receptive field', () => {
    const dilated = factorize({ ...square(5), dilation: [2, 2], padding: [4, 4] }, 'stack-of-3');
    expect(dilated.receptiveField).toEqual([9, 9]);
  });
});

describe('factorize: refusals', () => {
  it.each<[string, () => unknown]>([
    ['groups must be 1', () => factorize({ ...square(3), groups: 2 }, 'asymmetric')],
    ['transposed must be false', () => factorize({ ...square(3), transposed: true }, 'asymmetric')],
    [
      'kernel must be above 1 on at least two axes',
      () => factorize({ ...square(3), kernel: [1, 7] }, 'asymmetric'),
    ],
    ['kernel must be the same on every axis', () => factorize(square(4), 'stack-of-3')],
    [
      'kernel must be the same on every axis',
      () => factorize({ ...square(3), kernel: [5, 7] }, 'stack-of-3'),
    ],
    ['kernel must have 3 axes', () => factorize(square(3), 'p3d-a')],
    [
      'middleChannels must be left out for p3d-b',
      () => factorize({ ...square(3), kernel: [3, 3, 3], padding: 'same' }, 'p3d-b', { middleChannels: 8 }),
    ],
    [
      'middleChannels must be a whole number',
      () => factorize(square(3), 'asymmetric', { middleChannels: 0 }),
    ],
    [
      'stride[0] must be 1',
      () => factorize({ ...square(3), kernel: [3, 3, 3], stride: [2, 1, 1], padding: [1, 1, 1] }, 'p3d-b'),
    ],
    [
      'padding[0] must be 1',
      () => factorize({ ...square(3), kernel: [3, 3, 3], padding: [0, 1, 1] }, 'p3d-c'),
    ],
    [
      "padding must keep the size, not 'valid'",
      () => factorize({ ...square(3), kernel: [3, 3, 3] }, 'p3d-b'),
    ],
    ['kernel[0] must be odd', () => factorize({ ...square(3), kernel: [2, 3, 3], padding: 'same' }, 'p3d-b')],
    [
      'split must have a free middle width, not be depthwise-separable',
      () => middleChannelsThreshold(square(7), 'depthwise-separable'),
    ],
  ])('says "%s"', (message, act) => {
    expect(act).toThrow(RangeError);
    expect(act).toThrow(message);
  });
});
