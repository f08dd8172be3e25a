import type { JSX } from 'preact';
import type { FrameworkColumn } from '../../collections/index.ts';
import type { Locale } from '../../i18n/index.ts';
import type { SortColumn, TableView } from './state.ts';
import { words } from './words.ts';

interface Props {
  readonly locale: Locale;
  readonly columns: readonly FrameworkColumn[];
  readonly view: Pick<TableView, 'sort' | 'descending'>;
  readonly onSort: (column: SortColumn) => void;
}

/** The heads of the columns, each a button that sorts by it; without a script, their names. */
export function SortHeads({ locale, columns, view, onSort }: Props): JSX.Element {
  const { framework, columns: labels, sortBy } = words[locale];
  const heads: readonly (readonly [SortColumn, string])[] = [
    ['name', framework],
    ...columns.map((column) => [column, labels[column]] as const),
  ];
  return (
    <thead>
      <tr data-sort-by={sortBy}>
        {heads.map(([column, label]) => (
          <th
            key={column}
            scope="col"
            aria-sort={view.sort !== column ? undefined : view.descending ? 'descending' : 'ascending'}
          >
            <span class="without-script">{label}</span>
            <button
              type="button"
              class="needs-script"
              onClick={() => {
                onSort(column);
              }}
            >
              {label}
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}
