import type { NetworkBuilder, Value } from '../network/index.ts';
import type { ActivationName } from '../ops/index.ts';
import { activation, adaptivePooling, multiply } from '../ops/index.ts';
import { channelsOf, squareConvolution } from './blocks.ts';

/**
 * Squeeze-and-excitation: global average, two 1×1 convolutions with bias, a gate that scales every channel.
 *
 * Few MACs and two reads of the whole map. Paths as torchvision's `SqueezeExcitation` has them.
 * Source: Hu et al. 2018, section 3; torchvision/ops/misc.py (0.21.0).
 * @param options.inner Activation between the convolutions.
 * @param options.gate Activation that makes the scale.
 */
export function squeezeExcitation(
  net: NetworkBuilder,
  path: string,
  input: Value,
  options: {
    readonly squeezeChannels: number;
    readonly inner: ActivationName;
    readonly gate: ActivationName;
  },
): Value {
  const { squeezeChannels, inner, gate } = options;
  const pool = adaptivePooling({ kind: 'average', outputSizes: [1, 1] });
  const pooled = net.add(`${path}.avgpool`, pool, [input]);
  const squeezed = net.chain(pooled, [
    [`${path}.fc1`, squareConvolution(pooled, { outChannels: squeezeChannels, bias: true })],
    [`${path}.activation`, activation(inner)],
  ]);
  const scale = net.chain(squeezed, [
    [`${path}.fc2`, squareConvolution(squeezed, { outChannels: channelsOf(input), bias: true })],
    [`${path}.scale_activation`, activation(gate)],
  ]);
  return net.add(`${path}.multiply`, multiply(), [scale, input]);
}
