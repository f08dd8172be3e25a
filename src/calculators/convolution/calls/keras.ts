import { at, effectiveKernel } from '../../../engine/index.ts';
import type { Layer, Part } from '../layer.ts';
import type { Call } from './call.ts';
import { call, inSeries, padsOf, perAxis, unlessAll } from './python.ts';

/**
 * The layer in Keras 3, whose convolutions know only the paddings `valid` and `same`: others stand in a ZeroPadding or, for
 * a transposed one, a Cropping layer.
 * Source: keras/src/layers/convolutional/base_conv.py, base_conv_transpose.py, base_depthwise_conv.py and
 * base_separable_conv.py; the transposed sizes from keras/src/backend/common/backend_utils.py.
 */
export function kerasCall(layer: Layer): Call {
  const { operator, input } = at(layer.parts, 0);
  const { stride, dilation, groups } = operator.spec;
  const refused = (note: Call['note']): Call => ({
    framework: 'Keras',
    ...(note === undefined ? {} : { note }),
  });
  if (Math.max(...stride) > 1 && Math.max(...dilation) > 1) return refused('strideWithDilation');
  if (layer.kind !== 'transposed')
    return { framework: 'Keras', code: series(forward(layer, input.length - 1)) };
  if (groups > 1) return refused('noGroups');
  const layers = transposed(at(layer.parts, 0));
  return layers === undefined ? refused('padsBeyond') : { framework: 'Keras', code: series(layers) };
}

const series = (layers: readonly string[]): string => inSeries('keras.Sequential([', layers, '])');

function forward({ kind, parts }: Layer, axes: number): string[] {
  const first = at(parts, 0);
  const last = at(parts, parts.length - 1);
  const { padding, layers } = paddingOf(first, axes);
  const multiplier = first.operator.spec.outChannels / first.operator.spec.inChannels;
  const depth = multiplier === 1 ? undefined : `depth_multiplier=${multiplier}`;
  const perLayer = kind === 'separable' || kind === 'depthwise';
  // Keras has no depthwise or separable layer in three dimensions.
  if (!perLayer || axes === 3)
    return [...layers, ...parts.map((part, index) => plain(part, index === 0 ? padding : undefined))];
  const name = kind === 'separable' ? `SeparableConv${axes}D` : `DepthwiseConv${axes}D`;
  const filters = kind === 'separable' ? String(last.operator.spec.outChannels) : undefined;
  return [...layers, convolutionCall(first, name, filters, padding, depth, last.operator.spec.bias)];
}

function plain(part: Part, padding: string | undefined): string {
  const { kernel, groups, outChannels, bias } = part.operator.spec;
  const grouped = groups === 1 ? undefined : `groups=${groups}`;
  return convolutionCall(part, `Conv${kernel.length}D`, String(outChannels), padding, grouped, bias);
}

function convolutionCall(
  { operator: { spec } }: Part,
  name: string,
  filters: string | undefined,
  padding: string | undefined,
  channels: string | undefined,
  bias: boolean,
): string {
  return call(
    `layers.${name}`,
    filters,
    perAxis(spec.kernel),
    unlessAll('strides', spec.stride, 1),
    padding,
    unlessAll('dilation_rate', spec.dilation, 1),
    channels,
    bias ? undefined : 'use_bias=False',
  );
}

/** `same` where it is that rule, or at stride 1 the same numbers for every input; else a layer that pads. */
function paddingOf(part: Part, axes: number): { padding: string | undefined; layers: string[] } {
  const { spec } = part.operator;
  const pads = padsOf(part);
  if (pads.every(({ begin, end }) => begin + end === 0) && spec.padding !== 'same-upper') {
    return { padding: undefined, layers: [] };
  }
  const centred = pads.every(({ begin, end }, axis) => {
    const total = effectiveKernel(at(spec.kernel, axis), at(spec.dilation, axis)) - 1;
    return at(spec.stride, axis) === 1 && begin === Math.floor(total / 2) && begin + end === total;
  });
  if (spec.padding === 'same-upper' || centred) return { padding: 'padding="same"', layers: [] };
  const sides = pads.map(({ begin, end }) => `(${begin}, ${end})`);
  const written = axes === 1 ? sides.join('') : `(${sides.join(', ')})`;
  return { padding: undefined, layers: [`layers.ZeroPadding${axes}D(${written})`] };
}

/** Undefined when positions would have to be added that no kernel reaches. */
function transposed(part: Part): string[] | undefined {
  const { spec } = part.operator;
  const axes = spec.kernel.length;
  const layer = (padding: string | undefined): string =>
    convolutionCall(part, `Conv${axes}DTranspose`, String(spec.outChannels), padding, undefined, spec.bias);
  if (spec.padding === 'same-upper') return [layer('padding="same"')];
  const crops = padsOf(part).map(({ begin, end, extra }, axis) => {
    const span = effectiveKernel(at(spec.kernel, axis), at(spec.dilation, axis));
    // Under `valid` Keras fills up to the stride where the kernel is narrower.
    return [begin, end - extra + Math.max(at(spec.stride, axis) - span, 0)] as const;
  });
  if (crops.some(([, end]) => end < 0)) return undefined;
  if (crops.every(([begin, end]) => begin + end === 0)) return [layer(undefined)];
  const sides = crops.map(([begin, end]) => `(${begin}, ${end})`);
  const written = axes === 1 ? sides.join('') : `(${sides.join(', ')})`;
  return [layer(undefined), `layers.Cropping${axes}D(${written})`];
}
