import { at, effectiveKernel } from '../../../engine/index.ts';
import type { Layer, Part } from '../layer.ts';
import type { Call } from './call.ts';
import { call, inSeries, padsOf, tuple, unlessAll } from './python.ts';

/**
 * The layer in Flax (nnx). Its default padding is SAME, so the padding is always written. A transposed convolution there
 * takes the padding of the convolution over the spread-out input, d(k − 1) − p on each side.
 * Source: flax.nnx.Conv and ConvTranspose; jax.lax.conv_transpose.
 */
export function flaxCall(layer: Layer): Call {
  if (layer.kind === 'transposed' && at(layer.parts, 0).operator.spec.groups > 1) {
    return { framework: 'JAX/Flax', note: 'noGroups' };
  }
  return { framework: 'JAX/Flax', code: inSeries('nnx.Sequential(', layer.parts.map(convolutionCall), ')') };
}

function convolutionCall(part: Part): string {
  const { spec } = part.operator;
  return call(
    spec.transposed ? 'nnx.ConvTranspose' : 'nnx.Conv',
    String(spec.inChannels),
    String(spec.outChannels),
    `kernel_size=${tuple(spec.kernel)}`,
    spec.stride.every((step) => step === 1) ? undefined : `strides=${tuple(spec.stride)}`,
    `padding=${spec.transposed ? spreadPadding(part) : forwardPadding(part)}`,
    unlessAll('kernel_dilation', spec.dilation, 1),
    spec.groups === 1 ? undefined : `feature_group_count=${spec.groups}`,
    spec.bias ? undefined : 'use_bias=False',
    'rngs=rngs',
  );
}

function forwardPadding(part: Part): string {
  const { padding } = part.operator.spec;
  if (padding === 'valid') return '"VALID"';
  if (padding === 'same' || padding === 'same-upper') return '"SAME"';
  const pads = padsOf(part);
  const first = at(pads, 0).begin;
  if (pads.every(({ begin, end }) => begin === first && end === first))
    return first === 0 ? '"VALID"' : String(first);
  return tuple(pads.map(({ begin, end }) => `(${begin}, ${end})`));
}

function spreadPadding(part: Part): string {
  const { kernel, dilation } = part.operator.spec;
  const sides = padsOf(part).map(({ begin, end, extra }, axis) => {
    const reach = effectiveKernel(at(kernel, axis), at(dilation, axis)) - 1;
    return `(${reach - begin}, ${reach - end + extra})`;
  });
  return tuple(sides);
}
