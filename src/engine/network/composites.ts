import { at, wholeNumber } from '../checks.ts';
import type { ActivationName } from '../ops/index.ts';
import { activation, adaptivePooling, convolution, multiply } from '../ops/index.ts';
import type { NetworkBuilder, Value } from './builder.ts';

/**
 * Squeeze-and-excitation of `[channels, ...spatial]`: a global average, two 1×1 convolutions with bias, a gate that
 * scales each channel. Parameters 2·C·squeeze + C + squeeze. Module names are torchvision's (`ops.SqueezeExcitation`).
 *
 * Few MACs, but two reads of the whole map. Source: Hu et al. 2018, section 3; torchvision/ops/misc.py (0.21.0).
 * @example squeezeExcitation(net, 'block.1', value, { squeezeChannels: 8, activation: 'relu', gate: 'hardsigmoid' })
 */
export function squeezeExcitation(
  net: NetworkBuilder,
  path: string,
  input: Value,
  options: {
    squeezeChannels: number;
    activation: ActivationName;
    gate: ActivationName;
  },
): Value {
  const channels = at(input.shape, 0, 'input axis');
  const squeezeChannels = wholeNumber('squeezeChannels', options.squeezeChannels, 1);
  const ones = input.shape.slice(1).map(() => 1);
  const gate = net.chain(input, [
    [`${path}.avgpool`, adaptivePooling({ kind: 'average', outputSizes: ones })],
    [`${path}.fc1`, convolution({ inChannels: channels, outChannels: squeezeChannels, kernel: ones })],
    [`${path}.activation`, activation(options.activation)],
    [`${path}.fc2`, convolution({ inChannels: squeezeChannels, outChannels: channels, kernel: ones })],
    [`${path}.scale_activation`, activation(options.gate)],
  ]);
  return net.add(`${path}.multiply`, multiply(), [gate, input]);
}
