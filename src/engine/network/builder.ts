import type { Shape } from '../checks.ts';
import { at } from '../checks.ts';
import type { Operator } from '../ops/index.ts';
import { defineOperator } from '../ops/index.ts';
import type { Network, NetworkNode, NodeCall } from './network.ts';
import { nodeShape } from './network.ts';

/** A node's output while a network is being built. */
export interface Value {
  readonly id: number;
  readonly shape: Shape;
}

/** What `NetworkBuilder.add` may say of a node beside its inputs. */
export interface NodeOptions {
  readonly role?: NetworkNode['role'];
  readonly call?: NodeCall;
  readonly tiedTo?: string;
}

/**
 * Builds a network operator by operator; every shape is known at once, so a builder function reads like the forward
 * pass it describes.
 * @example
 * const net = new NetworkBuilder([3, 224, 224]);
 * const stem = net.add('conv1', convolution({ inChannels: 3, outChannels: 64, kernel: [7, 7] }), [net.input]);
 * stem.shape // [64, 218, 218]
 */
export class NetworkBuilder {
  readonly input: Value;
  private readonly nodes: NetworkNode[];

  constructor(input: Shape) {
    this.nodes = [{ id: 0, path: '', operator: inputOperator, inputs: [], role: 'run' }];
    this.input = { id: 0, shape: input };
  }

  /** Adds an operator at `path` that reads `inputs`, and returns its output. */
  add(path: string, operator: Operator, inputs: readonly Value[], options: NodeOptions = {}): Value {
    const id = this.nodes.length;
    const node: NetworkNode = {
      id,
      path,
      operator,
      inputs: inputs.map((input) => input.id),
      role: 'run',
      ...options,
    };
    this.nodes.push(node);
    return {
      id,
      shape: nodeShape(
        node,
        inputs.map((input) => input.shape),
      ),
    };
  }

  /** Adds operators one after the other, each reading the one before; `options` hold for those without their own. */
  chain(
    input: Value,
    steps: readonly (readonly [path: string, operator: Operator, options?: NodeOptions])[],
    options?: NodeOptions,
  ): Value {
    return steps.reduce(
      (value, [path, operator, own = options]) => this.add(path, operator, [value], own),
      input,
    );
  }

  /** The finished network, whose output is `output`. */
  build(output: Value): Network {
    return { input: this.input.shape, nodes: [...this.nodes], output: output.id };
  }
}

const inputOperator = defineOperator({
  kind: 'input',
  spec: {},
  outputShape: (...inputs) => at(inputs, 0, 'input'),
});
