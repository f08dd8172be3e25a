import type { Shape } from '../checks.ts';
import type { Operator } from '../ops/index.ts';

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
  /**
   * `function` when the framework runs it by a plain function call inside a larger module (`F.relu(x)`) and not as a
   * module of its own: the same work, but counting tools that hook modules do not see it.
   */
  readonly call?: 'function';
  /** Path of the module whose tensors it uses instead of its own (tied weights): counted once. */
  readonly tiedTo?: string;
}

/** A network as a graph of operators in execution order. Node 0 is the input. */
export interface Network {
  /** The input the network was built for, without batch. */
  readonly input: Shape;
  readonly nodes: readonly NetworkNode[];
  /** Id of the node whose output is the network's. */
  readonly output: number;
}
