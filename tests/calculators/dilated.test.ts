import fc from 'fast-check';
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { DilatedAnswer } from '../../src/calculators/dilated/DilatedAnswer.tsx';
import { DilatedWorking } from '../../src/calculators/dilated/DilatedWorking.tsx';
import { fields, mostLayers, prefix, readDilated } from '../../src/calculators/dilated/state.ts';
import { layerTable } from '../../src/calculators/dilated/table.ts';
import { words } from '../../src/calculators/dilated/words.ts';
import { toCsv } from '../../src/calculators/shared/csv.ts';
import { standardTyped, typedFromQuery, typedToQuery } from '../../src/calculators/shared/fields.ts';
import { stackReach } from '../../src/engine/index.ts';
import { locales } from '../../src/i18n/index.ts';

const read = (changes: Record<string, string> = {}): ReturnType<typeof readDilated> =>
  readDilated({ ...standardTyped(fields), ...changes });

/** The text of the result, tags left out. */
function textOf(changes: Record<string, string>, locale: 'en' | 'zh' = 'en'): string {
  const { stack } = read(changes);
  if (stack === undefined) throw new Error('the fields describe no stack');
  return render(
    h('div', {}, h(DilatedAnswer, { stack, locale }), h(DilatedWorking, { stack, locale, lit: [] })),
  ).replaceAll(/<[^>]+>/g, ' ');
}

describe('readDilated', () => {
  it('starts with 1, 2, 5: receptive fields 3, 7, 17 and no hole', () => {
    const { stack } = read();
    expect(stack?.layers.map(({ reach }) => reach.receptiveField)).toEqual([3, 7, 17]);
    expect(stack?.layers.at(-1)?.reach.widestHole).toBe(0);
  });

  it('spans 3, 5 and 9 positions at 1, 2 and 4', () => {
    const { stack } = read({ dilations: '1 2 4' });
    expect(stack?.layers.map(({ effectiveKernel }) => effectiveKernel)).toEqual([3, 5, 9]);
  });

  it.each([
    ['eleven layers', { dilations: '1,1,1,1,1,1,1,1,1,1,1' }, 'dilations', { key: 'tooMany', limit: 10 }],
    ['a dilation of 0', { dilations: '0, 1' }, 'dilations', { key: 'tooSmall', limit: 1 }],
    ['a dilation of 513', { dilations: '513' }, 'dilations', { key: 'tooLarge', limit: 512 }],
    ['words', { dilations: 'one' }, 'dilations', { key: 'notWhole' }],
    ['no kernel', { kernel: '0' }, 'kernel', { key: 'tooSmall', limit: 1 }],
  ])('answers %s with an error at its field', (_, changes, field, error) => {
    const { checked, stack } = read(changes);
    expect(checked[field]).toEqual({ error });
    expect(stack).toBeUndefined();
  });
});

const states = fc.record({
  kernel: fc.integer({ min: 1, max: 15 }).map(String),
  dilations: fc
    .array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: mostLayers })
    .map((rates) => rates.join(', ')),
});

describe('the state in the address', () => {
  it('comes back from the query as it was typed', () => {
    fc.assert(
      fc.property(states, (typed) => {
        const query = typedToQuery(prefix, fields, typed, new URLSearchParams('tconv.kernel=5'));
        expect(typedFromQuery(prefix, fields, query)).toEqual(typed);
        expect(query.get('tconv.kernel')).toBe('5');
      }),
    );
  });

  it('gives a message or a whole result for whatever a query holds', () => {
    const text = fc.oneof(
      fc.string(),
      fc.integer().map(String),
      fc.constantFrom('1e99', '1,,2', '×', '１，２'),
    );
    const names = Object.keys(fields).map((name) => `${prefix}.${name}`);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), text), (query) => {
        const { checked, stack } = readDilated(typedFromQuery(prefix, fields, new URLSearchParams(query)));
        if (stack === undefined) {
          expect(Object.values(checked).some((each) => 'error' in each)).toBe(true);
        } else {
          expect(stack.layers.every(({ reach }) => reach.receptiveField > 0)).toBe(true);
        }
      }),
    );
  });

  it('answers the largest stack', () => {
    expect(
      read({ kernel: '15', dilations: Array.from({ length: 10 }, () => 512).join() }).stack,
    ).toBeDefined();
  });
});

describe('what is shown', () => {
  it('is what the engine reaches, layer by layer', () => {
    fc.assert(
      fc.property(states, (typed) => {
        const { stack } = readDilated(typed);
        fc.pre(stack !== undefined);
        const dilations = typed.dilations.split(', ').map(Number);
        const [, ...rows] = layerTable(stack, words.en);
        rows.forEach((row, index) => {
          const reach = stackReach({ kernel: stack.kernel, dilations: dilations.slice(0, index + 1) });
          expect(row.slice(3)).toEqual([reach.receptiveField, reach.reachedPositions, reach.widestHole]);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('copies as CSV', () => {
    const { stack } = read({ dilations: '2, 2' });
    if (stack === undefined) throw new Error('the fields describe no stack');
    expect(toCsv(layerTable(stack, words.en))).toBe(
      'Layer,Dilation,Spans,Field so far,Reached,Widest hole\r\n1,2,5,5,3,1\r\n2,2,5,9,5,1\r\n',
    );
  });

  it('names the holes that 2, 4, 8 leave, and the weights that no dilation changes', () => {
    const text = textOf({ dilations: '2, 4, 8' });
    expect(text).toContain(
      '15 of 29 positions on each axis are reached, 26.8% of the square; widest hole: 1.',
    );
    expect(text).toContain('3 × 9 = 27, at any dilation; dense, as wide: 841.');
  });

  it('says in Chinese that 1, 2, 5 leave none', () => {
    expect(textOf({}, 'zh')).toContain('每个轴上的 17 个位置全部读到：没有空洞。');
  });

  it.each(locales)('has no missing number in any case (%s)', (locale) => {
    fc.assert(
      fc.property(states, (typed) => {
        expect(textOf(typed, locale)).not.toMatch(/NaN|undefined|Infinity/);
      }),
      { numRuns: 20 },
    );
  });
});
