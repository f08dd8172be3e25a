import type { NetworkBuilder, NodeOptions, Value } from '../network/index.ts';
import type { Operator } from '../ops/index.ts';
import { activation, add, linear } from '../ops/index.ts';

/** One operator, the module path it stands at, and what else is to be said of its node. */
export type Step = readonly [path: string, operator: Operator, options?: NodeOptions];

/**
 * The two-layer perceptron of a transformer block with GELU between, as torchvision's `MLP` numbers its modules
 * (2 and 4 are dropout). `outFeatures` is `features` unless the block changes them.
 */
export function mlp(path: string, features: number, hiddenFeatures: number, outFeatures = features): Step[] {
  return [
    [`${path}.0`, linear({ inFeatures: features, outFeatures: hiddenFeatures })],
    [`${path}.1`, activation('gelu')],
    [`${path}.3`, linear({ inFeatures: hiddenFeatures, outFeatures })],
  ];
}

/** `input` plus what `steps` make of it. */
export function residual(net: NetworkBuilder, path: string, input: Value, steps: readonly Step[]): Value {
  return net.add(path, add(), [input, net.chain(input, steps)]);
}
