import type { FrameworkColumn } from '../../collections/index.ts';
import type { ChoiceField, TextField } from '../shared/fields.ts';

/** A cell as shown; `null` where nothing could be verified. */
export interface Cell {
  readonly text: string | null;
  /** Names of an interface, set as code behind the text. */
  readonly names: readonly string[];
  /** What the column is sorted by. */
  readonly sortKey: string | number | null;
}

/** A source of a row with the columns it stands for. */
export interface RowSource {
  readonly title: string;
  readonly address: string;
  readonly backs: string;
  readonly checked: string;
}

/** A framework as the table shows it, with the codes it is filtered by. */
export interface FrameworkRow {
  readonly id: string;
  readonly name: string;
  readonly kinds: readonly string[];
  readonly states: readonly string[];
  readonly hardware: readonly string[];
  readonly cells: Readonly<Record<FrameworkColumn, Cell>>;
  readonly sources: readonly RowSource[];
}

export type SortColumn = 'name' | FrameworkColumn;

/** Prefix of the query's parameters. */
export const prefix = 'fw';

/** The choice that filters nothing, and the order that sorts nothing. */
export const all = 'all';

type TableFields = Readonly<
  Record<'kind' | 'hardware' | 'status' | 'sort' | 'order', ChoiceField> & Record<'find', TextField>
>;

/** The table's fields; a filter offers what occurs in some row, in the order of first occurrence. */
export function fieldsFor(rows: readonly FrameworkRow[], columns: readonly FrameworkColumn[]): TableFields {
  const choice = (choices: readonly string[]): ChoiceField => ({
    kind: 'choice',
    standard: all,
    choices: [all, ...new Set(choices)],
  });
  return {
    kind: choice(rows.flatMap(({ kinds }) => kinds)),
    hardware: choice(rows.flatMap((row) => row.hardware)),
    status: choice(rows.flatMap(({ states }) => states)),
    find: { kind: 'text', standard: '', longest: 40 },
    sort: choice(['name', ...columns]),
    order: { kind: 'choice', standard: 'ascending', choices: ['ascending', 'descending'] },
  };
}

/** What the reader asked the table to show. */
export interface TableView {
  readonly kind: string;
  readonly hardware: string;
  readonly status: string;
  readonly find: string;
  readonly sort: SortColumn | typeof all;
  readonly descending: boolean;
}

/** Reads what was typed or stands in the address; a choice the table does not offer counts as `all`. */
export function viewFrom(
  typed: Readonly<Record<string, string>>,
  fields: TableFields,
  columns: readonly FrameworkColumn[],
): TableView {
  const chosen = (name: 'kind' | 'hardware' | 'status'): string => {
    const value = typed[name] ?? all;
    return fields[name].choices.includes(value) ? value : all;
  };
  const sortable: readonly SortColumn[] = ['name', ...columns];
  return {
    kind: chosen('kind'),
    hardware: chosen('hardware'),
    status: chosen('status'),
    find: (typed.find ?? '').normalize('NFKC').trim().toLowerCase(),
    sort: sortable.find((column) => column === typed.sort) ?? all,
    descending: typed.order === 'descending',
  };
}

/** The rows a view keeps, in their order. A text is looked for in the name and in every cell. */
export function filterRows(rows: readonly FrameworkRow[], view: TableView): readonly FrameworkRow[] {
  const keeps = (codes: readonly string[], chosen: string): boolean =>
    chosen === all || codes.includes(chosen);
  return rows.filter(
    (row) =>
      keeps(row.kinds, view.kind) &&
      keeps(row.hardware, view.hardware) &&
      keeps(row.states, view.status) &&
      (view.find === '' || textOf(row).includes(view.find)),
  );
}

function textOf({ name, cells }: FrameworkRow): string {
  return [name, ...Object.values(cells).flatMap(({ text, names }) => [text ?? '', ...names])]
    .join('\n')
    .normalize('NFKC')
    .toLowerCase();
}

/** The rows sorted by the view's column; equal ones keep their order, and cells without a value come last either way. */
export function sortRows(
  rows: readonly FrameworkRow[],
  view: Pick<TableView, 'sort' | 'descending'>,
  languageTag: string,
): readonly FrameworkRow[] {
  const { sort, descending } = view;
  if (sort === all) return rows;
  const keyOf = (row: FrameworkRow): string | number | null =>
    sort === 'name' ? row.name : row.cells[sort].sortKey;
  return rows.toSorted((left, right) => {
    const [first, second] = [keyOf(left), keyOf(right)];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return (descending ? -1 : 1) * compare(first, second, languageTag);
  });
}

function compare(left: string | number, right: string | number, languageTag: string): number {
  return typeof left === 'number' && typeof right === 'number'
    ? left - right
    : String(left).localeCompare(String(right), languageTag);
}

/** What a press on a column's head asks for: that column upwards, then downwards, then the table's own order. */
export function nextSort(
  view: Pick<TableView, 'sort' | 'descending'>,
  column: SortColumn,
): {
  readonly sort: string;
  readonly order: string;
} {
  if (view.sort !== column) return { sort: column, order: 'ascending' };
  return view.descending ? { sort: all, order: 'ascending' } : { sort: column, order: 'descending' };
}
