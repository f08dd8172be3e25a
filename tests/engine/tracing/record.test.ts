import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Recording } from '../../../src/engine/index.ts';
import {
  branchingProgram,
  callText,
  exampleCall,
  frozenDecisions,
  largestDifference,
  nodeBytes,
  nodeOf,
  numberArray,
  programLines,
  runEagerly,
  runGraph,
  traced,
} from '../../../src/engine/index.ts';
import { anyInput, anyProgram } from './programs.ts';

const positive = runEagerly(branchingProgram, exampleCall({ value: 1, rows: 2, steps: 2 }));
const negative = runEagerly(branchingProgram, exampleCall({ value: -1, rows: 3, steps: 3 }));

const names = (recording: Recording, ids: readonly number[]): string[] =>
  ids.map((id) => nodeOf(recording, id).name);

describe('runEagerly', () => {
  // 2, 4, 0.5 from the product; + b and ReLU 2.5, 3.5, 0.75; then twice g·h + b.
  it('computes the example by hand: 3.5, 12.5, 0.5625', () => {
    expect(positive.value).toEqual(numberArray([3], [3.5, 12.5, 0.5625]));
  });

  it('takes the other side of the branch below zero, and the loop once more', () => {
    const kernels = negative.steps.map(({ node }) => node.name);
    expect(kernels).toContain('tanh');
    expect(kernels).not.toContain('relu');
    const [first = NaN] = negative.value.values;
    expect(first).toBeCloseTo(Math.tanh(-2) + 3 * 0.5, 6);
  });

  it('keeps for the backward pass what derivatives read: factors whose partner is trained, and ReLU’s result', () => {
    const kept = positive.steps.map(({ node, kept: ids }) => [node.name, names(positive, ids).join(' ')]);
    expect(Object.fromEntries(kept)).toEqual({
      mul: 'W g',
      matmul: 'x',
      sum: '',
      gt: '',
      add: '',
      relu: 'relu',
      mul_1: 'g relu',
      add_1: '',
      mul_2: 'g add_1',
      add_2: '',
      sum_1: '',
      div: '',
    });
  });

  it('leaves off the tape what no weight enters: the test of the branch', () => {
    expect(positive.steps.filter(({ onTape }) => !onTape).map(({ node }) => node.name)).toEqual([
      'sum',
      'gt',
    ]);
  });

  it('holds what names stand for and, with a tape, what it keeps: 24 bytes more by the end of the loop', () => {
    const bytes = (ids: readonly number[]): number =>
      ids.reduce((total, id) => total + nodeBytes(nodeOf(positive, id)), 0);
    const last = positive.steps.find(({ node }) => node.name === 'add_2');
    // w, mul_2 and add_2 are in use, h is still add_1; the tape keeps relu besides.
    expect(names(positive, last?.liveWithoutTape ?? []).toSorted()).toEqual([
      'add_1',
      'add_2',
      'mul',
      'mul_2',
    ]);
    expect(bytes(last?.live ?? [])).toBe(5 * 24);
  });

  it('gives its trace the same result on the same input, whatever the program', () => {
    fc.assert(
      fc.property(anyProgram, anyInput, fc.nat({ max: 3 }), (program, x, steps) => {
        const recording = runEagerly(program, { inputs: { x }, numbers: { steps } });
        expect(runGraph(traced(recording), { x })).toEqual(recording.value);
        for (const { live, liveWithoutTape } of recording.steps) {
          expect(liveWithoutTape.every((id) => live.includes(id))).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('names what is missing', () => {
    const { numbers } = exampleCall({ value: 1, rows: 1, steps: 1 });
    expect(() => runEagerly(branchingProgram, { inputs: {}, numbers })).toThrow('input x is missing');
    expect(() =>
      runEagerly({ ...branchingProgram, body: [] }, exampleCall({ value: 1, rows: 1, steps: 1 })),
    ).toThrow('f returns nothing');
  });
});

describe('a trace called with another input', () => {
  const { inputs } = exampleCall({ value: -1, rows: 3, steps: 3 });

  // relu(−2 + 0.5, −4 − 0.5, −0.5 + 0.25) is 0; twice g·h + b gives 1, −1.5, 0.375; three rows over the 2 of the trace.
  it('gives a wrong result without any error', () => {
    const result = runGraph(traced(positive), inputs);
    expect(result.values).toEqual([1.5, -2.25, 0.5625]);
    expect(largestDifference(result, negative.value)).toBeGreaterThan(9);
  });

  it('has three decisions of Python’s frozen in it', () => {
    const frozen = frozenDecisions(positive, negative);
    expect(frozen.map(({ about, frozen: own, wanted }) => [about, own, wanted])).toEqual([
      ['branch', 1, 0],
      ['rounds', 2, 3],
      ['rows', 2, 3],
    ]);
  });

  it('is right as long as no decision differs', () => {
    const same = exampleCall({ value: 3, rows: 2, steps: 2 });
    expect(runGraph(traced(positive), same.inputs)).toEqual(runEagerly(branchingProgram, same).value);
  });
});

describe('programLines', () => {
  it('writes the program as Python', () => {
    expect(programLines(branchingProgram).map(({ text }) => text)).toEqual([
      'def f(x, steps):',
      '    w = W * g',
      '    h = x @ w',
      '    if x.sum() > 0:',
      '        h = relu(h + b)',
      '    else:',
      '        h = tanh(h)',
      '    for _ in range(steps):',
      '        h = g * h + b',
      '    return h.sum(0) / len(x)',
    ]);
  });

  it('puts brackets where an operand binds less tightly', () => {
    const sum = {
      is: 'call',
      kernel: 'add',
      of: [
        { is: 'name', name: 'a' },
        { is: 'number', value: 1 },
      ],
    } as const;
    const body = [{ does: 'return', value: { is: 'call', kernel: 'multiply', of: [sum, sum] } }] as const;
    expect(programLines({ ...branchingProgram, body }).at(-1)?.text).toBe('    return (a + 1) * (a + 1)');
    expect(callText('sum', ['h'])).toBe('h.sum()');
  });
});
