import fc from 'fast-check';
import type { Operator, Padding } from '../../../src/engine/index.ts';
import {
  activation,
  adaptivePooling,
  add,
  batchNorm,
  channelShuffle,
  concatenate,
  convolution,
  embedding,
  flatten,
  groupNorm,
  gru,
  instanceNorm,
  layerNorm,
  linear,
  lstm,
  matmul,
  mean,
  multiHeadAttention,
  multiply,
  pad,
  permute,
  pooling,
  reshape,
  rmsNorm,
  slice,
  softmax,
  spaceToDepth,
  split,
  upsample,
  windowedAttention,
} from '../../../src/engine/index.ts';

/** Numbers a size may wrongly be, among right ones often enough that many operators get built. */
export const hostileNumbers = [
  0,
  -1,
  0.5,
  NaN,
  Infinity,
  -Infinity,
  2 ** 53,
  1e200,
  65_537,
  2 ** 27,
  2 ** 31,
  2 ** 52,
];
const anyNumber = fc.oneof(
  { weight: 30, arbitrary: fc.integer({ min: 1, max: 4 }) },
  { weight: 1, arbitrary: fc.constantFrom(...hostileNumbers) },
);
const listOf = (lengths: fc.IntegerConstraints): fc.Arbitrary<number[]> =>
  fc.integer(lengths).chain((length) => fc.array(anyNumber, { minLength: length, maxLength: length }));
const paddingOf = (axes: number): fc.Arbitrary<Padding> =>
  fc.oneof(
    fc.array(fc.oneof(fc.nat(1), anyNumber, fc.tuple(fc.nat(1), anyNumber)), {
      minLength: axes,
      maxLength: axes,
    }),
    fc.constantFrom('valid' as const, 'same' as const, 'same-upper' as const, 'same-lower' as const),
  );
/** Mostly a list with an entry per axis, at times none, at times one too many. */
const perAxis = (axes: number): fc.Arbitrary<number[] | undefined> =>
  fc.oneof(
    { weight: 8, arbitrary: listOf({ min: axes, max: axes }) },
    { weight: 2, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: listOf({ min: axes + 1, max: axes + 1 }) },
  );

type Maker = fc.Arbitrary<() => Operator>;
const two = fc.tuple(anyNumber, anyNumber);
const lists = listOf({ min: 0, max: 3 });

/** For each operator one built from such numbers, when it is called. */
export const makers: Readonly<Record<string, Maker>> = {
  convolution: fc.integer({ min: 0, max: 4 }).chain((axes) =>
    fc
      .record({
        inChannels: anyNumber,
        outChannels: anyNumber,
        kernel: listOf({ min: axes, max: axes }),
        stride: perAxis(axes),
        dilation: perAxis(axes),
        padding: fc.option(paddingOf(axes), { nil: undefined }),
        groups: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: anyNumber }),
        transposed: fc.boolean(),
      })
      .map((options) => () => convolution(options)),
  ),
  outputPadding: fc.tuple(listOf({ min: 2, max: 2 }), listOf({ min: 2, max: 2 })).map(
    ([stride, outputPadding]) =>
      () =>
        convolution({
          inChannels: 2,
          outChannels: 2,
          kernel: [3, 3],
          stride,
          outputPadding: outputPadding.map((extra) => extra - 1),
          transposed: true,
        }),
  ),
  pooling: fc.integer({ min: 0, max: 4 }).chain((axes) =>
    fc
      .record({
        kind: fc.constantFrom('max' as const, 'average' as const),
        kernel: listOf({ min: axes, max: axes }),
        stride: perAxis(axes),
        padding: fc.option(paddingOf(axes), { nil: undefined }),
        ceilMode: fc.boolean(),
      })
      .map((options) => () => pooling(options)),
  ),
  adaptivePooling: lists.map((outputSizes) => () => adaptivePooling({ kind: 'max', outputSizes })),
  linear: two.map(
    ([inFeatures, outFeatures]) =>
      () =>
        linear({ inFeatures, outFeatures }),
  ),
  batchNorm: anyNumber.map((channels) => () => batchNorm({ channels })),
  groupNorm: two.map(
    ([groups, channels]) =>
      () =>
        groupNorm({ groups, channels }),
  ),
  instanceNorm: anyNumber.map((channels) => () => instanceNorm({ channels, affine: true })),
  layerNorm: fc.tuple(lists, fc.boolean()).map(
    ([shape, channelsFirst]) =>
      () =>
        layerNorm({ shape, channelsFirst }),
  ),
  rmsNorm: anyNumber.map((features) => () => rmsNorm({ features })),
  activation: fc.constantFrom('relu' as const, 'gelu' as const).map((name) => () => activation(name)),
  add: fc.constant(() => add()),
  multiply: fc.constant(() => multiply()),
  concatenate: anyNumber.map((axis) => () => concatenate({ axis: axis - 2 })),
  flatten: fc.constant(() => flatten()),
  reshape: lists.map((shape) => () => reshape({ shape: [-1, ...shape] })),
  permute: lists.map((order) => () => permute({ order: order.map((axis) => axis - 1) })),
  channelShuffle: anyNumber.map((groups) => () => channelShuffle({ groups })),
  slice: fc.tuple(anyNumber, anyNumber, fc.option(anyNumber, { nil: undefined }), anyNumber).map(
    ([axis, begin, end, step]) =>
      () =>
        slice({ axis: axis - 1, begin: begin - 1, end, step }),
  ),
  split: fc.tuple(anyNumber, anyNumber, anyNumber).map(
    ([index, parts, axis]) =>
      () =>
        split({ index: index - 1, parts, axis: axis - 1 }),
  ),
  pad: fc
    .array(fc.oneof(anyNumber, fc.tuple(anyNumber, anyNumber)), { maxLength: 3 })
    .map((padding) => () => pad({ padding })),
  spaceToDepth: lists.map((block) => () => spaceToDepth({ block })),
  upsample: fc.tuple(fc.constantFrom('nearest' as const, 'bilinear' as const), lists, fc.boolean()).map(
    ([mode, sizes, scaled]) =>
      () =>
        upsample(scaled ? { mode, scale: sizes } : { mode, outputSizes: sizes }),
  ),
  mean: lists.map((axes) => () => mean({ axes: axes.map((axis) => axis - 1) })),
  embedding: two.map(
    ([count, features]) =>
      () =>
        embedding({ count, features }),
  ),
  matmul: fc.constant(() => matmul()),
  softmax: anyNumber.map((axis) => () => softmax({ axis: axis - 2 })),
  multiHeadAttention: fc
    .record({
      features: anyNumber,
      heads: anyNumber,
      keyValueHeads: fc.option(anyNumber, { nil: undefined }),
      headFeatures: fc.option(anyNumber, { nil: undefined }),
      causal: fc.boolean(),
    })
    .map((options) => () => multiHeadAttention({ ...options, style: 'separate' })),
  windowedAttention: fc
    .record({
      design: fc.constantFrom('swin' as const, 'swin-v2' as const, 'video-swin' as const, 'maxvit' as const),
      features: anyNumber,
      heads: anyNumber,
      window: lists,
      shifted: fc.boolean(),
    })
    .map((options) => () => windowedAttention(options)),
  lstm: fc
    .record({
      inFeatures: anyNumber,
      hiddenFeatures: anyNumber,
      layers: anyNumber,
      bidirectional: fc.boolean(),
    })
    .map((options) => () => lstm(options)),
  gru: fc
    .record({ inFeatures: anyNumber, hiddenFeatures: anyNumber, layers: anyNumber })
    .map((options) => () => gru(options)),
};
