import type { Shape } from '../checks.ts';
import type { Operator } from '../ops/index.ts';

/**
 * How the framework runs an operator, where that is not a layer of its own class: the same work, but counting tools do not
 * come upon it. `function`: a plain function call inside a larger module (`F.relu(x)`), which hooks on modules miss.
 * `subclass`: a module whose class only inherits from the framework's layer, which hooks by exact type miss.
 */
export type NodeCall = 'function' | 'subclass';

/** One operator at its place in a network. */
export interface NetworkNode {
  /** Position in `Network.nodes`; inputs always come before. */
  readonly id: number;
  /** Module path as in the framework's state dict, `layer1.0.conv1`. */
  readonly path: string;
  readonly operator: Operator;
  /** Ids of the nodes whose outputs it reads. */
  readonly inputs: readonly number[];
  /**
   * What it costs in inference: `run` is executed; `idle` is stored and counted as parameters but not executed (an
   * auxiliary head that only training uses).
   */
  readonly role: 'run' | 'idle';
  readonly call?: NodeCall;
  /** Path of the module whose tensors it uses instead of its own (tied weights): counted once. */
  readonly tiedTo?: string;
}

/**
 * What a node makes of its inputs' shapes. Training-only heads may not fit on inputs that inference takes (Inception v3's
 * below 299 pixels); an idle node that does not fit keeps the shape it reads.
 * @throws RangeError when a node that runs does not fit.
 */
export function nodeShape(
  { operator, role }: Pick<NetworkNode, 'operator' | 'role'>,
  inputs: readonly Shape[],
): Shape {
  try {
    return operator.outputShape(...inputs);
  } catch (error) {
    if (role === 'idle') return inputs[0] ?? [];
    throw error;
  }
}

/** A network as a graph of operators in execution order. Node 0 is the input. */
export interface Network {
  /** The input the network was built for, without batch. */
  readonly input: Shape;
  readonly nodes: readonly NetworkNode[];
  /** Id of the node whose output is the network's. */
  readonly output: number;
}
