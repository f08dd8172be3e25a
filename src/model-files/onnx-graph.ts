import type { ModelTensor } from './model-file.ts';

/** An attribute's value as far as shapes depend on it. */
export type OnnxAttribute = number | readonly number[] | string;

/** A node of the main graph. */
export interface OnnxNode {
  readonly name: string;
  readonly operator: string;
  readonly domain: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: ReadonlyMap<string, OnnxAttribute>;
}

/** A value's shape, its batch included; undefined where an axis is symbolic. */
export type OnnxShape = readonly (number | undefined)[];

/** The main graph of a model: what runs, on what. */
export interface OnnxGraph {
  readonly nodes: readonly OnnxNode[];
  /** Inputs as listed, which may name initializers too. */
  readonly values: readonly { readonly name: string; readonly shape: OnnxShape }[];
  readonly outputs: readonly string[];
  /** Shapes the exporter wrote down for values between the nodes. */
  readonly shapes: ReadonlyMap<string, OnnxShape>;
  /** Initializers and constants by name. */
  readonly tensors: ReadonlyMap<string, ModelTensor>;
  /** Values of the short lists of integers among them, which are shapes, axes and the like. */
  readonly integers: ReadonlyMap<string, readonly number[]>;
}
