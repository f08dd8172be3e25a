import { readdirSync, existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standardTyped, typedFromQuery, typedToQuery } from '../../src/calculators/shared/fields.ts';
import { formatterFor } from '../../src/format/index.ts';
import { everyCalculator } from './shared/every-calculator.ts';
import { extremes, hostileStates, plausibleStates } from './shared/typed-states.ts';

/** Paths of numbers that are NaN or endless in what a calculator worked out; functions hold no numbers. */
function unboundedNumbers(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (typeof value !== 'object' || value === null || value instanceof Float32Array) return [];
  return Object.entries(value).flatMap(([name, inner]) => unboundedNumbers(inner, `${path}.${name}`));
}

/** A table of facts that is filtered and sorted: it works nothing out, and its own test holds its address. */
const tables = new Set(['frameworks']);

/** A number format may be asked about infinity and NaN, which are numbers of it. */
const holdsInfinities = new Set(['number-formats']);

it('is tested for every calculator there is', () => {
  const folders = readdirSync('src/calculators').filter(
    (name) => existsSync(`src/calculators/${name}/state.ts`) && !tables.has(name),
  );
  const names = new Set(everyCalculator.map(({ name }) => name));
  expect(folders.filter((name) => !names.has(name))).toEqual([]);
});

describe.each(everyCalculator)('the state of $name', ({ name, prefix, fields, read }) => {
  it('comes back from the address as it was typed, and leaves other calculators’ alone', () => {
    fc.assert(
      fc.property(hostileStates(fields), (typed) => {
        const query = typedToQuery(prefix, fields, typed, new URLSearchParams('other.kernel=5'));
        const reopened = new URLSearchParams(query.toString());
        expect(typedFromQuery(prefix, fields, reopened)).toEqual(typed);
        expect(reopened.get('other.kernel')).toBe('5');
      }),
    );
  });

  it('is a result of finite numbers or names the field that is wrong, whatever was typed', () => {
    const states = fc.oneof(plausibleStates(fields), hostileStates(fields));
    fc.assert(
      fc.property(states, (typed) => {
        const { checked, result, texts } = read(typed);
        const isWrong = Object.values(checked).some((field) => 'error' in field);
        expect(isWrong).toBe(result === undefined);
        const shown = texts(formatterFor('en'), 'en') ?? [];
        if (holdsInfinities.has(name)) return;
        expect(unboundedNumbers(result)).toEqual([]);
        for (const text of shown) expect(text).not.toMatch(/NaN|Infinity|∞/);
      }),
      { numRuns: 60 },
    );
  });

  // A hang fails by the limit below; nothing is timed here.
  it('answers sizes of 10^6 and its own limits, or says which field is wrong', () => {
    const standard = standardTyped(fields);
    for (const [field, spec] of Object.entries(fields)) {
      for (const text of extremes(spec)) {
        const { checked, result } = read({ ...standard, [field]: text });
        expect(Object.values(checked).some((each) => 'error' in each)).toBe(result === undefined);
      }
    }
  }, 60_000);

  it('is a result for most plausible states, so that the other rules say something', () => {
    const states = fc.sample(plausibleStates(fields), { numRuns: 100, seed: 7 });
    const results = states.filter((typed) => read(typed).result !== undefined);
    expect(results.length).toBeGreaterThan(10);
  });
});
