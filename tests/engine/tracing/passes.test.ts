import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KernelName, Term, TracedGraph } from '../../../src/engine/index.ts';
import {
  branchingProgram,
  compileStages,
  elementwiseChainFormulas,
  evaluate,
  exampleCall,
  graphCost,
  graphStages,
  launchReads,
  launchResult,
  nodeOf,
  operationOf,
  operationText,
  readersOf,
  runEagerly,
  runGraph,
  traced,
} from '../../../src/engine/index.ts';
import { anyInput, anyProgram } from './programs.ts';

const call = exampleCall({ value: 1, rows: 2, steps: 2 });
const stages = compileStages(traced(runEagerly(branchingProgram, call)));

const texts = (graph: TracedGraph): string[] =>
  graph.launches.map((launch) => launch.map((id) => operationText(graph, operationOf(graph, id))).join('; '));

describe('the passes', () => {
  it('leave every graph’s result as it was, bit for bit', () => {
    fc.assert(
      fc.property(anyProgram, anyInput, fc.nat({ max: 3 }), (program, x, steps) => {
        const recording = runEagerly(program, { inputs: { x }, numbers: { steps } });
        const all = compileStages(traced(recording));
        for (const stage of graphStages) expect(runGraph(all[stage], { x })).toEqual(recording.value);
      }),
      { numRuns: 300 },
    );
  });

  it('never start more kernels, do more arithmetic or move more bytes than the pass before', () => {
    fc.assert(
      fc.property(anyProgram, anyInput, fc.nat({ max: 3 }), (program, x, steps) => {
        const all = compileStages(traced(runEagerly(program, { inputs: { x }, numbers: { steps } })));
        const costs = graphStages.map((stage) => graphCost(all[stage]));
        costs.slice(1).forEach((cost, index) => {
          const before = costs[index];
          expect(cost.launches).toBeLessThanOrEqual(before?.launches ?? NaN);
          expect(cost.flops).toBeLessThanOrEqual(before?.flops ?? NaN);
          expect(cost.bytesMoved).toBeLessThanOrEqual(before?.bytesMoved ?? NaN);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('fuse into kernels of one result each, every one after what it reads', () => {
    fc.assert(
      fc.property(anyProgram, anyInput, fc.nat({ max: 3 }), (program, x, steps) => {
        const { fused } = compileStages(traced(runEagerly(program, { inputs: { x }, numbers: { steps } })));
        const readers = readersOf(fused);
        const done = new Set(fused.nodes.filter(({ kind }) => kind !== 'operation').map(({ id }) => id));
        for (const launch of fused.launches) {
          for (const id of launchReads(fused, launch)) expect(done.has(id)).toBe(true);
          const outside = launch.filter((id) =>
            [...(readers.get(id) ?? [])].some((each) => !launch.includes(each)),
          );
          expect(outside.every((id) => id === launchResult(launch))).toBe(true);
          launch.forEach((id) => done.add(id));
        }
        expect(done.size).toBe(fused.nodes.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the example, traced with 2 rows of 1 and 2 rounds', () => {
  it('computes the product of two weights once, before any run', () => {
    const { traced: before, folded } = stages;
    expect(texts(before)[0]).toBe('mul = W * g');
    expect(texts(folded)).toEqual(texts(before).slice(1));
    expect(nodeOf(folded, 4)).toMatchObject({ kind: 'constant', value: { values: [1, -2, 1, 1, 6, -0.5] } });
  });

  it('drops what only the branch of Python read, and the weight that is now part of a constant', () => {
    const { folded, pruned } = stages;
    const names = (graph: TracedGraph): string[] =>
      graph.nodes.filter(({ kind }) => kind !== 'number').map(({ name }) => name);
    expect(names(folded).filter((name) => !names(pruned).includes(name))).toEqual(['W', 'sum', 'gt']);
  });

  it('runs the six elementwise operations in a row as one kernel', () => {
    expect(texts(stages.fused)).toEqual([
      'matmul = x @ mul',
      'add = matmul + b; relu = relu(add); mul_1 = g * relu; add_1 = mul_1 + b; mul_2 = g * add_1; add_2 = mul_2 + b',
      'sum_1 = add_2.sum(0)',
      'div = sum_1 / 2',
    ]);
  });

  // By hand: x 2×2, W 2×3, g and b 3, every result of a row 2×3, four bytes each; the comparison one byte.
  it('moves 557 bytes as traced and 196 in the end, at 12 and 4 kernels', () => {
    const [product, matrix] = [(6 + 3 + 6) * 4, (4 + 6 + 6) * 4];
    const test = 16 + 4 + (4 + 1);
    const [biased, rectified] = [(6 + 3 + 6) * 4, (6 + 6) * 4];
    const end = (6 + 3) * 4 + (3 + 3) * 4;
    expect(graphCost(stages.traced).bytesMoved).toBe(product + matrix + test + 5 * biased + rectified + end);
    expect(graphCost(stages.traced)).toMatchObject({ launches: 12, bytesMoved: 557 });
    expect(graphCost(stages.fused)).toMatchObject({
      launches: 4,
      bytesMoved: matrix + (6 + 3 + 3 + 6) * 4 + end,
    });
    expect(graphCost(stages.fused).bytesMoved).toBe(196);
  });

  // 2·12 for the product of matrices, 6 for W·g, 3 and 1 for the test, six times 6, 3 for the sum, 3 for the division.
  it('does 76 FLOPs as traced; fusing saves none of the 66 left', () => {
    expect(graphCost(stages.traced).flops).toBe(24 + 6 + 3 + 1 + 36 + 3 + 3);
    expect(graphCost(stages.pruned).flops).toBe(66);
    expect(graphCost(stages.fused).flops).toBe(66);
  });
});

describe('elementwiseChainFormulas', () => {
  it('count what the graph of such a chain moves, apart and fused', () => {
    const anyKernel = fc.constantFrom<KernelName>('relu', 'tanh');
    fc.assert(
      fc.property(
        fc.array(anyKernel, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 9 }),
        (chain, rows) => {
          const value = chain.reduce<Term>((of, kernel) => ({ is: 'call', kernel, of: [of] }), {
            is: 'name',
            name: 'x',
          });
          const program = { ...branchingProgram, body: [{ does: 'return', value }] } as const;
          const { traced: apart, fused } = compileStages(
            traced(runEagerly(program, exampleCall({ value: 1, rows, steps: 0 }))),
          );
          const values = { n_op: chain.length, A: 2 * rows, b: 32 };
          const { separate, fused: together } = elementwiseChainFormulas;
          expect(graphCost(apart).bytesMoved).toBe(evaluate(separate.expression, values));
          expect(graphCost(fused)).toMatchObject({
            launches: 1,
            bytesMoved: evaluate(together.expression, values),
          });
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('fuseElementwise', () => {
  it('keeps a result that two kernels read as one kernel’s own', () => {
    const product = {
      is: 'call',
      kernel: 'matmul',
      of: [
        { is: 'name', name: 't' },
        { is: 'name', name: 'v' },
      ],
    } as const;
    const program = {
      ...branchingProgram,
      weights: { v: { shape: [2, 2], values: [1, 0, 0, 1] } },
      body: [
        { does: 'assign', to: 't', value: { is: 'call', kernel: 'tanh', of: [{ is: 'name', name: 'x' }] } },
        { does: 'return', value: { is: 'call', kernel: 'add', of: [{ is: 'name', name: 't' }, product] } },
      ],
    } as const;
    const { fused } = compileStages(traced(runEagerly(program, call)));
    expect(texts(fused)).toEqual(['tanh = tanh(x)', 'matmul = tanh @ v', 'add = tanh + matmul']);
  });
});
