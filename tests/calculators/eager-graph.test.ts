import fc from 'fast-check';
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { EagerGraph } from '../../src/calculators/eager-graph/EagerGraph.tsx';
import { lineOf } from '../../src/calculators/eager-graph/ProgramText.tsx';
import type { EagerGraphResult } from '../../src/calculators/eager-graph/result.ts';
import { bytesOf, eagerGraphResult, stageTable } from '../../src/calculators/eager-graph/result.ts';
import { callFields, fields, prefix, readEagerGraph } from '../../src/calculators/eager-graph/state.ts';
import { standardTyped, typedFromQuery, typedToQuery } from '../../src/calculators/shared/fields.ts';
import { branchingProgram, exampleCall, graphStages, runEagerly } from '../../src/engine/index.ts';
import { locales } from '../../src/i18n/index.ts';

type Typed = Record<string, string>;

const standard = standardTyped(fields);

function resultOf(change: Typed): EagerGraphResult {
  const { calls } = readEagerGraph({ ...standard, ...change });
  if (calls === undefined) throw new Error('the state describes no call');
  return eagerGraphResult(calls.first, calls.other);
}

const anyTyped = fc.record(
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      fc.oneof(
        field.kind === 'choice' ? fc.constantFrom(...field.choices) : fc.integer().map(String),
        fc.integer({ min: 0, max: 6 }).map(String),
        fc.double().map(String),
        fc.constantFrom('toString', '__proto__', '-0', '1e999', '１２', ''),
        fc.string({ maxLength: 40 }),
      ),
    ]),
  ),
);

const anyCall = fc.record({
  value: fc.integer({ min: -1e5, max: 1e5 }).map((value) => String(value / 1e3)),
  rows: fc.integer({ min: 1, max: 64 }).map(String),
  steps: fc.integer({ min: 0, max: 6 }).map(String),
});

describe('readEagerGraph', () => {
  it('starts with 2 rows of 1 and 2 rounds, and calls the graph with 3 rows of −1', () => {
    expect(readEagerGraph(standard)).toMatchObject({
      calls: { first: { value: 1, rows: 2, steps: 2 }, other: { value: -1, rows: 3, steps: 3 } },
      step: 99,
      stage: 'fused',
    });
  });

  it('never throws, marks a field whenever there is no result, and gives finite numbers otherwise', () => {
    fc.assert(
      fc.property(anyTyped, (typed) => {
        const { checked, calls, step, stage } = readEagerGraph(typed);
        expect(Object.keys(checked)).toEqual(Object.keys(callFields));
        expect(Number.isInteger(step) && step >= 0).toBe(true);
        expect(graphStages).toContain(stage);
        if (calls === undefined) {
          expect(Object.values(checked).some((field) => 'error' in field)).toBe(true);
          return;
        }
        const { eagerValue, graphValue, difference } = eagerGraphResult(calls.first, calls.other);
        expect([...eagerValue.values, ...graphValue.values, difference].every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['value', '', { key: 'empty' }],
    ['rows', '0', { key: 'tooSmall', limit: 1 }],
    ['rows', '1000000', { key: 'tooLarge', limit: 64 }],
    ['steps', '2.5', { key: 'notWhole' }],
    ['otherSteps', '7', { key: 'tooLarge', limit: 6 }],
    ['otherValue', 'minus one', { key: 'notWhole' }],
  ])('names what is wrong at %s = %o', (field, typed, error) => {
    const { checked, calls } = readEagerGraph({ ...standard, [field]: typed });
    expect(calls).toBeUndefined();
    expect(checked[field]).toEqual({ error });
  });

  it('takes a step or stage that is none for all the way', () => {
    expect(readEagerGraph({ ...standard, step: 'x', stage: '__proto__' })).toMatchObject({
      step: 99,
      stage: 'fused',
    });
  });
});

describe('the result', () => {
  it('is wrong by 9.24 in the standard case, three decisions being frozen', () => {
    const { decisions, graphValue, eagerValue, difference } = resultOf({});
    expect(decisions.map(({ frozen, wanted }) => [frozen, wanted])).toEqual([
      [1, 0],
      [2, 3],
      [2, 3],
    ]);
    expect(graphValue.values).toEqual([1.5, -2.25, 0.5625]);
    expect(eagerValue.values.map((value) => value.toFixed(2))).toEqual(['0.54', '-11.49', '0.38']);
    expect(difference.toFixed(2)).toBe('9.24');
  });

  it('is the engine’s eager value whenever no decision differs', () => {
    const anyValue = fc.integer({ max: 1e5, min: 0 }).map((value) => value / 1e3);
    fc.assert(
      fc.property(anyCall, anyValue, (call, otherValue) => {
        const value = Number(call.value) > 0 ? otherValue : -otherValue;
        const other = { value, rows: Number(call.rows), steps: Number(call.steps) };
        const { decisions, graphValue, difference } = resultOf({
          ...call,
          otherValue: String(value),
          otherRows: call.rows,
          otherSteps: call.steps,
        });
        fc.pre(decisions.every(({ frozen, wanted }) => frozen === wanted));
        expect(graphValue).toEqual(runEagerly(branchingProgram, exampleCall(other)).value);
        expect(difference).toBe(0);
      }),
      { numRuns: 100 },
    );
  });

  it('gives every stage to a spreadsheet', () => {
    expect(stageTable(resultOf({}))).toEqual([
      ['stage', 'kernels', 'FLOPs', 'bytes moved', 'bytes of results', 'bytes planned'],
      ['traced', 12, 76, 557, 221, 48],
      ['folded', 11, 70, 497, 197, 48],
      ['pruned', 9, 66, 472, 192, 48],
      ['fused', 4, 66, 196, 72, 48],
    ]);
  });

  it('counts the bytes of results by their shapes, a comparison as one byte', () => {
    const { recording } = resultOf({ rows: '64' });
    const all = recording.steps.map(({ node }) => node.id);
    expect(bytesOf(recording, all)).toBe(24 + 7 * 64 * 12 + 4 + 1 + 12 + 12);
  });

  it('finds every statement among the lines', () => {
    const { recording } = resultOf({});
    expect(recording.steps.map(({ statement }) => lineOf(statement))).toEqual([
      2, 3, 4, 4, 5, 5, 9, 9, 9, 9, 10, 10,
    ]);
  });
});

describe('the page as built', () => {
  it.each(locales)('shows the whole run, all passes and the wrong result without a script (%s)', (locale) => {
    const html = render(h(EagerGraph, { locale, anchor: 'ex' })).replaceAll('\u2212', '-');
    for (const text of [
      'div = sum_1 / 2',
      'add_2 = mul_2 + b',
      '557',
      '196',
      '[1.5, -2.25, 0.5625]',
      '9.24',
    ]) {
      expect(html).toContain(text);
    }
    expect(html).not.toContain('class="ahead"');
  });
});

describe('the address', () => {
  it('brings back whatever was typed', () => {
    fc.assert(
      fc.property(anyTyped, (typed) => {
        const query = typedToQuery(prefix, fields, typed, new URLSearchParams('mem.batch=7'));
        expect(query.get('mem.batch')).toBe('7');
        expect(typedFromQuery(prefix, fields, new URLSearchParams(query.toString()))).toEqual(typed);
      }),
    );
  });
});
