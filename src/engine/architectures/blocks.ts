import type { NetworkBuilder, NodeOptions, Value } from '../network/index.ts';
import type { ActivationName, Convolution } from '../ops/index.ts';
import { activation, adaptivePooling, batchNorm, convolution, flatten, linear, mean } from '../ops/index.ts';

/** A convolution of an image network: square kernel, no bias because a batch norm follows. */
export interface SquareConvolutionOptions {
  readonly outChannels: number;
  /** Default 1. */
  readonly kernel?: number;
  /** Default 1. */
  readonly stride?: number;
  /** Default 1. */
  readonly dilation?: number;
  /** Default: what keeps the size at stride 1 and an odd kernel, d(k − 1) / 2. */
  readonly padding?: number;
  /** Number of groups; `depthwise` is one per input channel. Default 1. */
  readonly groups?: number | 'depthwise';
  /** Default false. */
  readonly bias?: boolean;
}

/**
 * A two-dimensional convolution with the same kernel, stride and padding on both axes, for `input`'s channels.
 * @example squareConvolution(stem, { outChannels: 64, kernel: 3 }).spec.padding // [1, 1]
 */
export function squareConvolution(input: Value, options: SquareConvolutionOptions): Convolution {
  const { outChannels, kernel = 1, stride = 1, dilation = 1, groups = 1, bias = false } = options;
  const padding = options.padding ?? (dilation * (kernel - 1)) / 2;
  const inChannels = channelsOf(input);
  const both = (value: number): readonly number[] => [value, value];
  return convolution({
    inChannels,
    outChannels,
    kernel: both(kernel),
    stride: both(stride),
    dilation: both(dilation),
    padding: both(padding),
    groups: groups === 'depthwise' ? inChannels : groups,
    bias,
  });
}

/** Channels of a value, its first axis. */
export function channelsOf(value: Value): number {
  const [channels = 0] = value.shape;
  return channels;
}

/** A square convolution and its batch norm, at the two paths. */
export function convNorm(
  net: NetworkBuilder,
  [convPath, normPath]: readonly [string, string],
  input: Value,
  options: SquareConvolutionOptions,
  nodeOptions?: NodeOptions,
): Value {
  const steps = [
    [convPath, squareConvolution(input, options)],
    [normPath, batchNorm({ channels: options.outChannels })],
  ] as const;
  return net.chain(input, steps, nodeOptions);
}

/**
 * Convolution, batch norm, activation at `path.0`, `path.1`, `path.2`: torchvision's `Conv2dNormActivation`.
 * @param options.activation Default ReLU; `none` ends with the batch norm.
 */
export function convNormActivation(
  net: NetworkBuilder,
  path: string,
  input: Value,
  options: SquareConvolutionOptions & { readonly activation?: ActivationName | 'none' },
): Value {
  const { activation: name = 'relu' } = options;
  const normed = convNorm(net, [`${path}.0`, `${path}.1`], input, options);
  return name === 'none' ? normed : net.add(`${path}.2`, activation(name), [normed]);
}

/**
 * Global average pooling, flattening and one linear layer at `path`: the usual end of an image classifier.
 * @param pooledBy How torchvision pools there: by a module, by `F.adaptive_avg_pool2d`, or by `x.mean`. Default module.
 */
export function linearClassifier(
  net: NetworkBuilder,
  path: string,
  input: Value,
  classes: number,
  pooledBy: 'module' | 'function' | 'mean' = 'module',
): Value {
  const axes = input.shape.slice(1).map((_, axis) => axis + 1);
  const pool = adaptivePooling({ kind: 'average', outputSizes: axes.map(() => 1) });
  const pooled =
    pooledBy === 'mean'
      ? net.add('mean', mean({ axes }), [input])
      : net.add('flatten', flatten(), [
          net.add('avgpool', pool, [input], pooledBy === 'function' ? { call: 'function' } : {}),
        ]);
  return net.add(path, linear({ inFeatures: channelsOf(input), outFeatures: classes }), [pooled]);
}

/**
 * Channels rounded to a multiple of `divisor`, never below it, and one multiple up when rounding would lose more than
 * a tenth.
 *
 * Source: `_make_divisible` of the MobileNet code (tensorflow/models, slim) and of torchvision/models/_utils.py.
 * @example roundedChannels(16 * 1.4) // 24
 */
export function roundedChannels(channels: number, divisor = 8): number {
  const nearest = Math.max(divisor, Math.floor((channels + divisor / 2) / divisor) * divisor);
  return nearest < 0.9 * channels ? nearest + divisor : nearest;
}
