import { at } from '../checks.ts';
import type { Dtype } from '../dtype.ts';
import type { GraphNode, OperationNode, TracedGraph } from './graph.ts';
import { kernelNamed } from './kernels.ts';
import type { NumberArray } from './number-array.ts';
import type { CallArguments, Program, Statement, Term } from './program.ts';
import { NodeNames } from './node-names.ts';
import { keptForBackward } from './kept-values.ts';

/** What Python decided on its own, outside of every array. */
export interface Decision {
  readonly statement: Statement;
  /** The side of a branch taken, the rounds of a loop, or the rows that `len` saw. */
  readonly about: 'branch' | 'rounds' | 'rows';
  /** 1 and 0 for the first and the other side of a branch. */
  readonly value: number;
}

/** One operation as it was run. */
export interface EagerStep {
  readonly node: OperationNode;
  readonly statement: Statement;
  readonly value: NumberArray;
  /** Whether a gradient goes through it: some weight enters. */
  readonly onTape: boolean;
  /** Arrays its backward pass will read; none off the tape. */
  readonly kept: readonly number[];
  /** Results in memory while it runs: bound to a name, in use, or kept by a step. Inputs and weights lie elsewhere. */
  readonly live: readonly number[];
  /** The same when nothing is kept for a backward pass. */
  readonly liveWithoutTape: readonly number[];
}

/** One run of a program, operation by operation. */
export interface Recording {
  readonly nodes: readonly GraphNode[];
  readonly output: number;
  readonly value: NumberArray;
  readonly steps: readonly EagerStep[];
  readonly decisions: readonly Decision[];
}

/**
 * Runs a program as eager execution does: each operation at once, on real values, Python choosing what comes next. What
 * is written down on the way is the tape of define-by-run differentiation.
 * @throws RangeError when a name is unknown or shapes do not fit.
 * @example runEagerly(branchingProgram, exampleCall({ value: 1, rows: 2, steps: 2 })).steps.length // 12
 */
export function runEagerly(program: Program, call: CallArguments): Recording {
  return new Run(program, call).recording();
}

/**
 * What tracing makes of a run: its operations and nothing else. The weights become constants.
 * @example traced(recording).launches.length // 12
 */
export function traced({ nodes, output, steps }: Recording): TracedGraph {
  return { nodes, output, launches: steps.map(({ node }) => [node.id]) };
}

/** The state of one run. */
class Run {
  private readonly nodes: GraphNode[] = [];
  private readonly values: NumberArray[] = [];
  private readonly steps: EagerStep[] = [];
  private readonly decisions: Decision[] = [];
  private readonly names: NodeNames;
  /** What each name stands for now. */
  private readonly bound = new Map<string, number>();
  /** Operands computed for an operation that waits for its others. */
  private readonly waiting: number[] = [];
  private readonly kept = new Set<number>();
  private readonly needsGradient = new Set<number>();
  private readonly program: Program;
  private readonly call: CallArguments;
  private output: number | undefined;

  constructor(program: Program, call: CallArguments) {
    this.program = program;
    this.call = call;
    const weights = Object.entries(program.weights);
    this.names = new NodeNames([...program.inputs, ...weights.map(([name]) => name)]);
    for (const name of program.inputs) {
      const value = call.inputs[name];
      if (value === undefined) throw new RangeError(`input ${name} is missing`);
      this.bound.set(name, this.place({ kind: 'input', ...this.labelled(name, value) }, value));
    }
    for (const [name, value] of weights) {
      const id = this.place({ kind: 'constant', value, ...this.labelled(name, value) }, value);
      this.bound.set(name, id);
      this.needsGradient.add(id);
    }
  }

  recording(): Recording {
    this.runAll(this.program.body);
    if (this.output === undefined) throw new RangeError(`${this.program.name} returns nothing`);
    const { nodes, steps, decisions, output } = this;
    return { nodes, steps, decisions, output, value: at(this.values, output) };
  }

  private runAll(statements: readonly Statement[]): void {
    for (const statement of statements) {
      if (this.output !== undefined) return;
      this.run(statement);
    }
  }

  private run(statement: Statement): void {
    switch (statement.does) {
      case 'assign':
        this.bound.set(statement.to, this.compute(statement.value, statement));
        return;
      case 'return':
        this.output = this.compute(statement.value, statement);
        return;
      case 'branch': {
        const taken = at(at(this.values, this.compute(statement.test, statement)).values, 0) !== 0;
        this.decisions.push({ statement, about: 'branch', value: taken ? 1 : 0 });
        this.runAll(taken ? statement.then : statement.otherwise);
        return;
      }
      case 'repeat': {
        const rounds = this.call.numbers[statement.count];
        if (rounds === undefined) throw new RangeError(`number ${statement.count} is missing`);
        this.decisions.push({ statement, about: 'rounds', value: rounds });
        for (let round = 0; round < rounds; round += 1) this.runAll(statement.body);
      }
    }
  }

  /** Runs what a term asks for and gives the id of its result. */
  private compute(term: Term, statement: Statement): number {
    switch (term.is) {
      case 'name':
        return this.idOf(term.name);
      case 'number':
        return this.number(term.value);
      case 'rows': {
        const rows = at(at(this.values, this.idOf(term.of)).shape, 0);
        this.decisions.push({ statement, about: 'rows', value: rows });
        return this.number(rows);
      }
      case 'call': {
        const before = this.waiting.length;
        for (const operand of term.of) this.waiting.push(this.compute(operand, statement));
        const inputs = this.waiting.slice(before);
        const id = this.launch(term.kernel, inputs, statement);
        this.waiting.length = before;
        return id;
      }
    }
  }

  private launch(kernel: OperationNode['kernel'], inputs: readonly number[], statement: Statement): number {
    const { stem, dtype, run } = kernelNamed(kernel);
    const operands = inputs.map((id) => at(this.values, id));
    const value = run(...operands);
    const node = {
      kind: 'operation',
      kernel,
      inputs,
      ...this.labelled(this.names.next(stem), value, dtype),
    } as const satisfies OperationNode;
    const id = this.place(node, value);
    const needing = inputs.map((input) => this.needsGradient.has(input));
    if (needing.includes(true)) this.needsGradient.add(id);
    const shapes = operands.map(({ shape }) => shape);
    const kept = keptForBackward(node, shapes, needing).filter(
      (each) => at(this.nodes, each).kind !== 'number',
    );
    const held = [...this.bound.values(), ...this.waiting, id];
    for (const each of kept) this.kept.add(each);
    this.steps.push({
      node,
      statement,
      value,
      onTape: needing.includes(true),
      kept,
      live: this.results([...held, ...this.kept]),
      liveWithoutTape: this.results(held),
    });
    return id;
  }

  /** Those of some nodes that are results of operations, each once. */
  private results(ids: readonly number[]): readonly number[] {
    return [...new Set(ids)].filter((id) => at(this.nodes, id).kind === 'operation');
  }

  private number(value: number): number {
    const scalar = { shape: [], values: [value] };
    return this.place({ kind: 'number', value: scalar, ...this.labelled(String(value), scalar) }, scalar);
  }

  private labelled(
    name: string,
    { shape }: NumberArray,
    dtype: Dtype = 'float32',
  ): Pick<GraphNode, 'id' | 'name' | 'shape' | 'dtype'> {
    return { id: this.nodes.length, name, shape, dtype };
  }

  private place(node: GraphNode, value: NumberArray): number {
    this.nodes.push(node);
    this.values.push(value);
    return node.id;
  }

  private idOf(name: string): number {
    const id = this.bound.get(name);
    if (id === undefined) throw new RangeError(`${name} is no name of ${this.program.name}`);
    return id;
  }
}
