import type { Shape } from '../checks.ts';
import type { Operator } from '../ops/index.ts';
import type { Network } from './network.ts';
import { NetworkBuilder } from './builder.ts';

/**
 * Operators one after the other as a network, at the paths `0`, `1`, … that torch.nn.Sequential gives them: what a tool
 * would count of a few layers on their own.
 * @throws RangeError as the operators do when the shapes do not fit.
 * @example countAs('thop', inSeries([3, 2, 2], [convolution({ inChannels: 3, outChannels: 1, kernel: [2, 2] })])).count // 12
 */
export function inSeries(input: Shape, operators: readonly Operator[]): Network {
  const net = new NetworkBuilder(input);
  return net.build(
    net.chain(
      net.input,
      operators.map((operator, index) => [String(index), operator]),
    ),
  );
}
