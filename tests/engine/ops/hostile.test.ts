import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Operator, Shape } from '../../../src/engine/index.ts';
import { hostileNumbers, makers } from './hostile-operators.ts';

/** Places in a pool of numbers, from which input shapes are made once the operator is known. */
const anyPlaces = fc.array(fc.array(fc.nat(997), { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 2,
});

/** Input shapes out of the numbers of the operator's own specification, so that some fit, and of hostile ones. */
function inputsFor(operator: Operator, places: readonly (readonly number[])[]): Shape[] {
  const own = numbersIn(operator.spec);
  const [first = 2] = own;
  const pool = [
    ...own,
    ...own,
    first,
    first,
    first,
    first,
    1,
    2,
    2,
    5,
    12,
    hostileNumbers[(places[0]?.[0] ?? 0) % hostileNumbers.length] ?? 0,
  ];
  return places.map((shape) => shape.map((place) => pool[place % pool.length] ?? 0));
}

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

/** Everything an operator says about itself and an input. */
function countsOf(operator: Operator, inputs: readonly Shape[]): readonly number[] {
  return [
    operator.parameters,
    operator.buffers,
    ...operator.tensors.flatMap(({ shape }) => shape),
    ...operator.outputShape(...inputs),
    operator.macs(...inputs),
    operator.macOutputElements(...inputs),
    ...Object.values(operator.elementwise(...inputs)),
  ];
}

/** The result, or the sentence of a RangeError; any other error is a failure. */
function attempt<T>(run: () => T): { readonly value: T } | { readonly refusal: string } {
  try {
    return { value: run() };
  } catch (error) {
    if (error instanceof RangeError) return { refusal: error.message };
    throw error;
  }
}

describe('operators given hostile specifications and inputs', () => {
  it.each(Object.entries(makers))(
    '%s refuse in a sentence or count in whole numbers of at least 0',
    (_, maker) => {
      let counted = 0;
      fc.assert(
        fc.property(maker, anyPlaces, (make, places) => {
          const built = attempt(make);
          const result =
            'value' in built ? attempt(() => countsOf(built.value, inputsFor(built.value, places))) : built;
          if ('refusal' in result) {
            expect(result.refusal.split(' ').length).toBeGreaterThan(2);
            return;
          }
          counted++;
          for (const count of result.value) expect(Number.isSafeInteger(count) && count >= 0).toBe(true);
        }),
        { numRuns: 1000, seed: 2 },
      );
      // Were nearly everything refused, the other half of the claim would stand untested.
      expect(counted).toBeGreaterThan(3);
    },
  );
});
