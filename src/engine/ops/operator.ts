import type { Shape } from '../checks.ts';
import { at, product, wholeNumber, wholeNumbers } from '../checks.ts';
import type { Bindings, Formula } from '../formula/index.ts';

/** One named array of an operator's state, as the framework's state dict lists it. */
export interface Tensor {
  /** Name inside the module, `weight` or `running_mean`. */
  readonly name: string;
  readonly shape: Shape;
  /** Trained values are parameters; everything else a checkpoint holds is a buffer. */
  readonly role: 'parameter' | 'buffer';
  /** Integer state (counters, index tables) keeps its own type whatever the network's precision. */
  readonly dtype: 'floating' | 'int64';
  /** False for state that the framework computes anew and leaves out of the checkpoint. Default true. */
  readonly stored?: boolean;
}

/**
 * Elementwise work beside the multiply-accumulates, counted by kind for one input. Tools weigh these differently
 * (or not at all), so the engine keeps the kinds apart and never adds them to `macs`. Subtractions are additions;
 * `exponentials` are evaluations of exp, ln and erf.
 */
export type ElementwiseKind =
  'additions' | 'multiplications' | 'divisions' | 'comparisons' | 'exponentials' | 'squareRoots';
export type ElementwiseOperations = Readonly<Partial<Record<ElementwiseKind, number>>>;

/** How an operator slides over one axis; what a receptive field is computed from. */
export interface AxisWindow {
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly paddingBegin: number;
}

/** Formulas an operator explains itself with; `outputSize` has one per axis. */
export interface OperatorFormulas {
  readonly parameters?: Formula;
  readonly macs?: Formula;
  readonly outputSize?: readonly Formula[];
}

/**
 * One operator of a network: pure functions of its specification and input shapes. Counts are per input sample
 * (batch 1); a batch multiplies `macs`, elementwise work and output elements, not the parameters.
 */
export interface Operator<Kind extends string = string, Spec = unknown> {
  readonly kind: Kind;
  readonly spec: Spec;
  readonly tensors: readonly Tensor[];
  /** Elements of all parameter tensors. */
  readonly parameters: number;
  /** Elements of all floating-point buffers; integer counters and index tables are in `tensors` only. */
  readonly buffers: number;
  /** @throws RangeError naming the parameter when the input is impossible. */
  outputShape(...inputs: Shape[]): Shape;
  /** Multiply-accumulates; bias additions are not among them. */
  macs(...inputs: Shape[]): number;
  /**
   * Elements its convolutions and matrix products write: its output for most, more for an operator that chains several
   * (attention's scores), 0 without MACs. fvcore calls these activations.
   */
  macOutputElements(...inputs: Shape[]): number;
  elementwise(...inputs: Shape[]): ElementwiseOperations;
  /**
   * One window per spatial axis, for operators that slide one over `[channels, ...spatial]`; absent for the others. A
   * function of the input because `same` rules and adaptive pooling choose by its size.
   */
  windows?(input: Shape): readonly AxisWindow[];
  readonly formulas: OperatorFormulas;
  /** Values of every symbol in `formulas` for these inputs. */
  bindings(...inputs: Shape[]): Bindings;
}

/** The parts of an operator that differ from "no state, no cost, one input passed through". */
export type OperatorParts<Kind extends string, Spec> = Pick<Operator<Kind, Spec>, 'kind' | 'spec'> &
  Partial<Omit<Operator<Kind, Spec>, 'kind' | 'spec' | 'parameters' | 'buffers'>>;

/**
 * Completes an operator: counts its state from its tensors and fills in what it leaves out. Without an `outputShape`
 * the single input passes through unchanged. Every count is checked on its way out: one beyond 2^53 has lost digits.
 */
export function defineOperator<Kind extends string, Spec>(
  parts: OperatorParts<Kind, Spec>,
): Operator<Kind, Spec> {
  const tensors = parts.tensors ?? [];
  const shapeOf = parts.outputShape ?? ((...inputs: Shape[]): Shape => onlyInput(parts.kind, inputs));
  const outputShape = (...inputs: Shape[]): Shape => wholeNumbers('output', shapeOf(...inputs), 1);
  return {
    tensors,
    formulas: {},
    bindings: () => ({}),
    ...parts,
    outputShape,
    macs: (...inputs) => wholeNumber('macs', parts.macs?.(...inputs) ?? 0),
    macOutputElements: (...inputs) => {
      const own = (): number => (parts.macs === undefined ? 0 : product(outputShape(...inputs)));
      return wholeNumber('macOutputElements', parts.macOutputElements?.(...inputs) ?? own());
    },
    elementwise: (...inputs) => checkedOperations(parts.elementwise?.(...inputs) ?? {}),
    parameters: elementsOf(tensors.filter((tensor) => tensor.role === 'parameter')),
    buffers: elementsOf(tensors.filter((tensor) => tensor.role === 'buffer' && tensor.dtype === 'floating')),
  };
}

function checkedOperations(operations: ElementwiseOperations): ElementwiseOperations {
  for (const [kind, count] of Object.entries(operations)) wholeNumber(kind, count);
  return operations;
}

/** Elements of all tensors together. */
export function elementsOf(tensors: readonly Tensor[]): number {
  return wholeNumber(
    'elements',
    tensors.reduce((total, tensor) => total + product(tensor.shape), 0),
  );
}

/** A trained floating-point tensor of the state dict. */
export function parameter(name: string, shape: Shape): Tensor {
  return { name, shape, role: 'parameter', dtype: 'floating' };
}

/** The one input of a one-input operator; RangeError when there are more or fewer, or a size is below 1. */
export function onlyInput(kind: string, inputs: readonly Shape[]): Shape {
  return at(inputsOf(kind, inputs, 1), 0);
}

/** All inputs of an operator that takes `count` of them. Throws as `onlyInput` does. */
export function inputsOf(kind: string, inputs: readonly Shape[], count: number): readonly Shape[] {
  if (inputs.length !== count) {
    throw new RangeError(`${kind} takes ${count} input${count === 1 ? '' : 's'}, not ${inputs.length}`);
  }
  return inputs.map((input) => wholeNumbers('input', input, 1));
}
