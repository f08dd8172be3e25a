import type { ActivationName, AxisPadding, Operator, Padding, Shape } from '../engine/index.ts';
import {
  activation,
  adaptivePooling,
  add,
  batchNorm,
  concatenate,
  convolution,
  divide,
  flatten,
  linear,
  matmul,
  mean,
  multiply,
  permute,
  pooling,
  product,
  reshape,
  softmax,
} from '../engine/index.ts';
import type { OnnxNode } from './onnx-graph.ts';

/** What an operator is built from: its node, the shapes of the values it reads, and the constants among its inputs. */
export interface OnnxContext {
  readonly node: OnnxNode;
  /** Of the inputs that are computed, without the batch, in order. */
  readonly shapes: readonly Shape[];
  /** Shape of the constant at an input; undefined when the input is computed or absent. */
  readonly constant: (input: number) => Shape | undefined;
  /** Integers of the constant at an input, or of an attribute, which older versions have in its place. */
  readonly integers: (input: number, attribute: string) => readonly number[] | undefined;
  readonly number: (attribute: string, otherwise: number) => number;
}

/**
 * Builds the engine's operator of an ONNX node. Undefined when this one is not counted; a RangeError of the engine means
 * the same.
 *
 * Source: onnx/onnx, docs/Operators.md, for names, attributes and their defaults.
 */
export type OnnxBuilder = (context: OnnxContext) => Operator | undefined;

const list = ({ integers }: OnnxContext, attribute: string): readonly number[] | undefined =>
  integers(-1, attribute);

/** `pads` lists all beginnings, then all ends; `auto_pad` names a rule. */
function paddingOf(context: OnnxContext, axes: number): Padding {
  const rule = context.node.attributes.get('auto_pad');
  if (rule === 'SAME_UPPER') return 'same-upper';
  if (rule === 'SAME_LOWER') return 'same-lower';
  if (rule === 'VALID') return 'valid';
  const pads = list(context, 'pads') ?? [];
  return Array.from({ length: axes }, (_, axis): AxisPadding => [pads[axis] ?? 0, pads[axis + axes] ?? 0]);
}

const convolve =
  (transposed: boolean): OnnxBuilder =>
  (context) => {
    const weight = context.constant(1);
    if (weight === undefined || context.node.attributes.has('output_shape')) return undefined;
    const [first = 0, second = 0, ...kernel] = weight;
    const groups = context.number('group', 1);
    return convolution({
      inChannels: transposed ? first : second * groups,
      outChannels: transposed ? second * groups : first,
      kernel,
      stride: list(context, 'strides'),
      dilation: list(context, 'dilations'),
      padding: paddingOf(context, kernel.length),
      groups,
      bias: (context.node.inputs[2] ?? '') !== '',
      transposed,
      outputPadding: transposed ? list(context, 'output_padding') : undefined,
    });
  };

const pool =
  (kind: 'max' | 'average'): OnnxBuilder =>
  (context) => {
    const kernel = list(context, 'kernel_shape');
    if (kernel === undefined) return undefined;
    return pooling({
      kind,
      kernel,
      stride: list(context, 'strides') ?? kernel.map(() => 1),
      padding: paddingOf(context, kernel.length),
      dilation: kind === 'max' ? list(context, 'dilations') : undefined,
      ceilMode: context.number('ceil_mode', 0) === 1,
    });
  };

const poolAll =
  (kind: 'max' | 'average'): OnnxBuilder =>
  ({ shapes: [input = []] }) =>
    adaptivePooling({ kind, outputSizes: input.slice(1).map(() => 1) });

const gemm: OnnxBuilder = (context) => {
  const weight = context.constant(1);
  if (weight?.length !== 2 || context.number('transA', 0) !== 0) return undefined;
  const isTransposed = context.number('transB', 0) === 1;
  const [inFeatures = 0, outFeatures = 0] = isTransposed ? weight.toReversed() : weight;
  return linear({
    inFeatures,
    outFeatures,
    bias: (context.node.inputs[2] ?? '') !== '',
    inFirst: !isTransposed,
  });
};

const multiplyMatrices: OnnxBuilder = (context) => {
  if (context.shapes.length === 2) return matmul();
  const weight = context.constant(1);
  if (weight?.length !== 2) return undefined;
  const [inFeatures = 0, outFeatures = 0] = weight;
  return linear({ inFeatures, outFeatures, bias: false, inFirst: true });
};

/** Axes without the batch; the batch itself is not to be touched. */
function withoutBatch(axes: readonly number[], rank: number): readonly number[] | undefined {
  const own = axes.map((axis) => (axis < 0 ? axis + rank : axis - 1));
  return own.every((axis) => axis >= 0 && axis < rank) ? own : undefined;
}

const reshapeTo: OnnxBuilder = ({ integers, shapes: [input = []] }) => {
  const [, ...wanted] = integers(1, 'shape') ?? [];
  if (wanted.length === 0) return undefined;
  return reshape({ shape: wanted.map((size, axis) => (size === 0 ? (input[axis] ?? 0) : size)) });
};

const squeeze: OnnxBuilder = ({ integers, shapes: [input = []] }) => {
  const axes = withoutBatch(integers(1, 'axes') ?? [], input.length);
  if (axes === undefined || axes.length === 0) return undefined;
  return reshape({ shape: input.filter((_, axis) => !axes.includes(axis)) });
};

const average: OnnxBuilder = (context) => {
  const axes = withoutBatch(context.integers(1, 'axes') ?? [], context.shapes[0]?.length ?? 0);
  return axes === undefined || axes.length === 0
    ? undefined
    : mean({ axes, keepAxes: context.number('keepdims', 1) === 1 });
};

const transpose: OnnxBuilder = (context) => {
  const [batch, ...order] = list(context, 'perm') ?? [];
  return batch === 0 ? permute({ order: order.map((axis) => axis - 1) }) : undefined;
};

const join: OnnxBuilder = (context) => {
  const [axis] = withoutBatch([context.number('axis', 0)], context.shapes[0]?.length ?? 0) ?? [];
  return axis === undefined || context.shapes.length !== context.node.inputs.length
    ? undefined
    : concatenate({ axis });
};

const soften: OnnxBuilder = (context) => {
  const [axis] = withoutBatch([context.number('axis', -1)], context.shapes[0]?.length ?? 0) ?? [];
  return axis === undefined ? undefined : softmax({ axis });
};

const normalize: OnnxBuilder = ({ shapes: [input = []] }) => batchNorm({ channels: input[0] ?? 0 });

const joinAll: OnnxBuilder = (context) => (context.number('axis', 1) === 1 ? flatten() : undefined);

const activate =
  (name: ActivationName): OnnxBuilder =>
  () =>
    activation(name);

/** Operators that are counted, by their ONNX names. */
export const onnxBuilders: ReadonlyMap<string, OnnxBuilder> = new Map<string, OnnxBuilder>([
  ['Conv', convolve(false)],
  ['ConvTranspose', convolve(true)],
  ['Gemm', gemm],
  ['MatMul', multiplyMatrices],
  ['BatchNormalization', normalize],
  ['MaxPool', pool('max')],
  ['AveragePool', pool('average')],
  ['GlobalMaxPool', poolAll('max')],
  ['GlobalAveragePool', poolAll('average')],
  ['ReduceMean', average],
  ['Add', () => add()],
  ['Sub', () => add()],
  ['Mul', () => multiply()],
  ['Div', () => divide()],
  ['Concat', join],
  ['Flatten', joinAll],
  ['Reshape', reshapeTo],
  ['Squeeze', squeeze],
  ['Transpose', transpose],
  ['Softmax', soften],
  ['Relu', activate('relu')],
  ['Clip', activate('relu6')],
  ['LeakyRelu', activate('leakyRelu')],
  ['Sigmoid', activate('sigmoid')],
  ['HardSigmoid', activate('hardsigmoid')],
  ['HardSwish', activate('hardswish')],
  ['Tanh', activate('tanh')],
  ['Gelu', activate('gelu')],
  ['Elu', activate('elu')],
  ['Softplus', activate('softplus')],
  ['Identity', activate('identity')],
  ['Dropout', activate('identity')],
  ['Cast', activate('identity')],
]);

/** Operators of two values of which one may be a constant: a scale, a shift, a position embedding. */
export const elementwise: ReadonlySet<string> = new Set(['Add', 'Sub', 'Mul', 'Div']);

/** A constant's shape as it meets a value without its batch: leading ones beyond the value's axes go. */
export function constantBeside(constant: Shape, value: Shape): Shape {
  const extra = Math.max(0, constant.length - value.length);
  return product(constant.slice(0, extra)) === 1 ? constant.slice(extra) : constant;
}
