import fc from 'fast-check';
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { frameworkRows } from '../../src/calculators/frameworks/rows.ts';
import {
  fieldsFor,
  filterRows,
  nextSort,
  sortRows,
  viewFrom,
} from '../../src/calculators/frameworks/state.ts';
import type { FrameworkRow } from '../../src/calculators/frameworks/state.ts';
import { FrameworkTable } from '../../src/calculators/frameworks/FrameworkTable.tsx';
import { words } from '../../src/calculators/frameworks/words.ts';
import { typedFromQuery, typedToQuery } from '../../src/calculators/shared/fields.ts';
import { frameworkColumns, loadFrameworks, loadReferences } from '../../src/collections/index.ts';
import { locales } from '../../src/i18n/index.ts';

const frameworks = loadFrameworks();
const references = loadReferences();
const rows = frameworkRows(frameworks, references, 'en');
const fields = fieldsFor(rows, frameworkColumns);
const see = (typed: Readonly<Record<string, string>>) => viewFrom(typed, fields, frameworkColumns);
const names = (shown: readonly FrameworkRow[]): string[] => shown.map(({ name }) => name);

const anyTyped = fc.record({
  kind: fc.constantFrom(...fields.kind.choices),
  hardware: fc.constantFrom(...fields.hardware.choices),
  status: fc.constantFrom(...fields.status.choices),
  find: fc.constantFrom('', 'onnx', 'Apache', 'ｎｃｎｎ', 'nothing like it'),
  sort: fc.constantFrom(...fields.sort.choices),
  order: fc.constantFrom(...fields.order.choices),
});

describe('filtering', () => {
  it('keeps every row when nothing is asked for', () => {
    expect(filterRows(rows, see({}))).toEqual(rows);
  });

  it('keeps the one exchange format', () => {
    expect(names(filterRows(rows, see({ kind: 'format' })))).toEqual(['ONNX']);
  });

  it('keeps what has retired, by state', () => {
    expect(names(filterRows(rows, see({ status: 'retired' })))).toEqual(['MXNet']);
  });

  it('finds a text in names and cells, whatever its case or width', () => {
    expect(names(filterRows(rows, see({ find: 'ＮＣＮＮ' })))).toEqual(['ncnn']);
    expect(names(filterRows(rows, see({ find: 'rangedim' })))).toEqual(['Core ML']);
    expect(names(filterRows(rows, see({ find: 'bsd-3' })))).toEqual(['PyTorch', 'ExecuTorch', 'ncnn']);
  });

  it('keeps only rows that each condition keeps by itself', () => {
    fc.assert(
      fc.property(anyTyped, (typed) => {
        const kept = filterRows(rows, see(typed));
        const single = (['kind', 'hardware', 'status', 'find'] as const).map((name) =>
          filterRows(rows, see({ [name]: typed[name] })),
        );
        expect(kept).toEqual(rows.filter((row) => single.every((part) => part.includes(row))));
      }),
    );
  });

  it('offers only choices that keep a row', () => {
    for (const name of ['kind', 'hardware', 'status'] as const) {
      for (const choice of fields[name].choices) {
        expect(filterRows(rows, see({ [name]: choice })).length, choice).toBeGreaterThan(0);
      }
    }
  });
});

describe('sorting', () => {
  it('puts the earliest release first, the latest last, and what has none after both', () => {
    const sorted = names(sortRows(rows, see({ sort: 'firstRelease' }), 'en'));
    expect(sorted[0]).toBe('MXNet');
    const known = rows.filter(({ cells }) => cells.firstRelease.text !== null).length;
    expect(sorted[known - 1]).toBe('vLLM');
    const back = names(sortRows(rows, see({ sort: 'firstRelease', order: 'descending' }), 'en'));
    expect(back[0]).toBe('vLLM');
    expect(back.slice(known)).toEqual(sorted.slice(known));
  });

  it('puts “yes” before “partly”', () => {
    const answers = sortRows(rows, see({ sort: 'dynamicShapes' }), 'en').map(
      ({ cells }) => cells.dynamicShapes.text,
    );
    expect(answers.lastIndexOf('yes')).toBeLessThan(answers.indexOf('partly'));
    expect(answers.lastIndexOf('partly')).toBeLessThan(answers.indexOf(null));
  });

  it('loses and invents no row, twice is once, and empty cells come last', () => {
    fc.assert(
      fc.property(anyTyped, (typed) => {
        const view = see(typed);
        const sorted = sortRows(rows, view, 'en');
        expect(new Set(sorted)).toEqual(new Set(rows));
        expect(sortRows(sorted, view, 'en')).toEqual(sorted);
        if (view.sort === 'all' || view.sort === 'name') return;
        const { sort } = view;
        const empty = sorted.map(({ cells }) => cells[sort].sortKey === null);
        expect(empty).toEqual([...empty].sort());
      }),
    );
  });

  it('goes upwards, downwards, and back to the table’s order at the third press', () => {
    const press = (typed: Readonly<Record<string, string>>) => ({
      ...typed,
      ...nextSort(see(typed), 'kind'),
    });
    expect(press({})).toEqual({ sort: 'kind', order: 'ascending' });
    expect(press(press({}))).toEqual({ sort: 'kind', order: 'descending' });
    expect(press(press(press({})))).toEqual({ sort: 'all', order: 'ascending' });
  });
});

describe('the address', () => {
  it('keeps every view', () => {
    fc.assert(
      fc.property(anyTyped, (typed) => {
        const query = typedToQuery('fw', fields, typed, new URLSearchParams());
        expect(see(typedFromQuery('fw', fields, query))).toEqual(see(typed));
      }),
    );
  });

  it('with choices the table does not have shows everything', () => {
    const query = new URLSearchParams('fw.kind=toaster&fw.hardware=%00&fw.sort=__proto__&fw.order=x');
    const view = see(typedFromQuery('fw', fields, query));
    expect(sortRows(filterRows(rows, view), view, 'en')).toEqual(rows);
  });
});

describe.each(locales)('the table as built (%s)', (locale) => {
  const own = frameworkRows(frameworks, references, locale);
  const html = render(
    h(FrameworkTable, { locale, anchor: 'tab', caption: 'Table', rows: own, columns: frameworkColumns }),
  );

  it('shows every framework with every cell', () => {
    expect(html.match(/<th scope="row"/g)).toHaveLength(frameworks.size);
    expect(html.match(/<td data-label/g)).toHaveLength(frameworks.size * frameworkColumns.length);
  });

  it('says of a cell without a value that it is not verified', () => {
    const empty = [...frameworks.values()].flatMap((each) =>
      frameworkColumns.filter((column) => each[column].value === null),
    );
    expect(html.split(words[locale].unverified).length - 1).toBe(empty.length);
  });

  it('lists every source of every row with its address', () => {
    for (const { sources } of own) {
      expect(sources.length).toBeGreaterThan(0);
      for (const { address } of sources) expect(html).toContain(`href="${address}"`);
    }
  });
});

it.each([
  ['en', 'retired since 2023-09, 1.9.1', 'active, 2.21.0 (2026-03)', 'closed core, Apache-2.0'],
  ['zh', '已退役（2023-09 起），1.9.1', '活跃，2.21.0（2026-03）', '核心闭源、Apache-2.0'],
] as const)('status and licence read as a sentence does (%s)', (locale, retired, active, licence) => {
  const cells = new Map(frameworkRows(frameworks, references, locale).map((row) => [row.id, row.cells]));
  expect(cells.get('mxnet')?.status.text).toBe(retired);
  expect(cells.get('tensorflow')?.status.text).toBe(active);
  expect(cells.get('tensorrt')?.licence.text).toBe(licence);
});

it('a row that cites an unknown source is refused', () => {
  expect(() => frameworkRows(frameworks, new Map(), 'en')).toThrow(/tensorflow cites abadi2015/);
});
