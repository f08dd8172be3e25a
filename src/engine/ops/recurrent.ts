import type { Shape } from '../checks.ts';
import { at, product, wholeNumber } from '../checks.ts';
import type { Formula } from '../formula/index.ts';
import { power, sum, times } from '../formula/index.ts';
import { repeatedOperations } from './elementwise.ts';
import type { ElementwiseOperations, Operator, Tensor } from './operator.ts';
import { defineOperator, onlyInput, parameter } from './operator.ts';

export interface RecurrentSpec {
  readonly inFeatures: number;
  readonly hiddenFeatures: number;
  readonly layers: number;
  readonly bidirectional: boolean;
  readonly bias: boolean;
}

export interface RecurrentOptions {
  readonly inFeatures: number;
  readonly hiddenFeatures: number;
  /** Layers on top of each other. Default 1. */
  readonly layers?: number | undefined;
  /** A second set of weights that reads the steps backwards. Default false. */
  readonly bidirectional?: boolean | undefined;
  /** Default true. */
  readonly bias?: boolean | undefined;
}

/** What tells the cells apart. */
interface Cell<Kind extends string> {
  readonly kind: Kind;
  /** Gates, each with its own weights. */
  readonly gates: number;
  /** Work for one hidden value and step once the gates' sums are known. */
  readonly perHidden: ElementwiseOperations;
}

/**
 * A long short-term memory over `[steps, inFeatures]` to `[steps, directions · hiddenFeatures]`.
 *
 * Parameters of a layer and direction: 4(F_in·F_h + F_h² + 2F_h); PyTorch keeps two bias vectors where one would do, and
 * so do its files. MACs: 4(F_in·F_h + F_h²) per step. Source: Hochreiter and Schmidhuber 1997; torch.nn.LSTM.
 * @throws RangeError naming the parameter.
 * @example lstm({ inFeatures: 256, hiddenFeatures: 512 }).parameters // 1_576_960
 */
export function lstm(options: RecurrentOptions): Operator<'lstm', RecurrentSpec> {
  return recurrent(
    {
      kind: 'lstm',
      gates: 4,
      // Three sigmoids (e, +, ÷) and two tanh (×, e, + +, ÷); c = f·c + i·g; h = o·tanh(c).
      perHidden: { exponentials: 5, additions: 8, divisions: 5, multiplications: 5 },
    },
    options,
  );
}

/**
 * A gated recurrent unit over `[steps, inFeatures]` to `[steps, directions · hiddenFeatures]`: as an LSTM with three
 * gates in place of four. Source: Cho et al. 2014; torch.nn.GRU.
 * @example gru({ inFeatures: 256, hiddenFeatures: 512 }).parameters // 1_182_720
 */
export function gru(options: RecurrentOptions): Operator<'gru', RecurrentSpec> {
  return recurrent(
    {
      kind: 'gru',
      gates: 3,
      // Two sigmoids and one tanh; r times the recurrent part; h = (1 − z)·n + z·h.
      perHidden: { exponentials: 3, additions: 6, divisions: 3, multiplications: 4 },
    },
    options,
  );
}

/** More layers than any published stack, and few enough to list every tensor of. */
const mostLayers = 1024;

function recurrent<Kind extends string>(
  cell: Cell<Kind>,
  options: RecurrentOptions,
): Operator<Kind, RecurrentSpec> {
  const spec: RecurrentSpec = {
    inFeatures: wholeNumber('inFeatures', options.inFeatures, 1),
    hiddenFeatures: wholeNumber('hiddenFeatures', options.hiddenFeatures, 1),
    layers: wholeNumber('layers', options.layers ?? 1, 1),
    bidirectional: options.bidirectional ?? false,
    bias: options.bias ?? true,
  };
  if (spec.layers > mostLayers) {
    throw new RangeError(`layers must be at most ${mostLayers}, not ${spec.layers}`);
  }
  const directions = spec.bidirectional ? 2 : 1;
  const tensors = recurrentTensors(spec, cell.gates);
  const weights = tensors.filter((tensor) => tensor.name.startsWith('weight'));
  const stepsOf = (inputs: readonly Shape[]): number => {
    const input = onlyInput(cell.kind, inputs);
    if (input.length !== 2 || input[1] !== spec.inFeatures) {
      throw new RangeError(`input must be [steps, ${spec.inFeatures}], not [${input.join(', ')}]`);
    }
    return at(input, 0);
  };
  return defineOperator({
    kind: cell.kind,
    spec,
    tensors,
    outputShape: (...inputs) => [stepsOf(inputs), directions * spec.hiddenFeatures],
    macs: (...inputs) =>
      stepsOf(inputs) * weights.reduce((total, weight) => total + product(weight.shape), 0),
    // Input and hidden state are multiplied apart, and each product writes every gate.
    macOutputElements: (...inputs) =>
      stepsOf(inputs) * weights.reduce((total, weight) => total + at(weight.shape, 0), 0),
    elementwise: (...inputs) => {
      const values = stepsOf(inputs) * spec.layers * directions * spec.hiddenFeatures;
      const { additions = 0 } = cell.perHidden;
      // A gate's two products are added, and each brings its bias.
      const gateAdditions = cell.gates * (spec.bias ? 3 : 1);
      return repeatedOperations({ ...cell.perHidden, additions: additions + gateAdditions }, values);
    },
    formulas: recurrentFormulas(spec, cell.gates),
    bindings: (...inputs) => ({ N: stepsOf(inputs), F_in: spec.inFeatures, F_h: spec.hiddenFeatures }),
  });
}

function recurrentTensors(spec: RecurrentSpec, gates: number): Tensor[] {
  const { hiddenFeatures, layers, bidirectional } = spec;
  const rows = gates * hiddenFeatures;
  const suffixes = bidirectional ? ['', '_reverse'] : [''];
  return Array.from({ length: layers }, (_, layer) =>
    suffixes.flatMap((suffix) => {
      const inFeatures = layer === 0 ? spec.inFeatures : hiddenFeatures * suffixes.length;
      const place = `l${layer}${suffix}`;
      return [
        parameter(`weight_ih_${place}`, [rows, inFeatures]),
        parameter(`weight_hh_${place}`, [rows, hiddenFeatures]),
        ...(spec.bias ? [parameter(`bias_ih_${place}`, [rows]), parameter(`bias_hh_${place}`, [rows])] : []),
      ];
    }),
  ).flat();
}

/** Formulas of one layer; deeper stacks differ from layer to layer and have none. */
function recurrentFormulas(
  spec: RecurrentSpec,
  gates: number,
): { readonly parameters?: Formula; readonly macs?: Formula } {
  if (spec.layers > 1) return {};
  const each = spec.bidirectional ? 2 * gates : gates;
  const weights = [times('F_in', 'F_h'), power('F_h', 2)];
  const held = spec.bias ? [...weights, times(2, 'F_h')] : weights;
  return {
    parameters: { result: 'P', expression: times(each, sum(...held)) },
    macs: { result: 'M', expression: times(each, 'N', sum(...weights)) },
  };
}
