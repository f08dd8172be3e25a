import type { JSX } from 'preact';

/** A column: what it is sorted by if it can be, its name, its classes. */
export type Column<Key extends string> = readonly [key: Key | undefined, label: string, look: string];

interface Props<Key extends string> {
  readonly columns: readonly Column<Key>[];
  /** Column the rows stand in the order of, if any. */
  readonly sort: Key | undefined;
  readonly descending: boolean;
  readonly onSort: (key: Key) => void;
}

/** Heads of a table's columns, buttons where rows can be sorted by them. */
export function SortableHeads<Key extends string>({
  columns,
  sort,
  descending,
  onSort,
}: Props<Key>): JSX.Element {
  return (
    <>
      {columns.map(([key, label, look]) => (
        <th
          key={label}
          scope="col"
          class={look}
          aria-sort={
            key !== undefined && key === sort ? (descending ? 'descending' : 'ascending') : undefined
          }
        >
          {key === undefined ? (
            label
          ) : (
            <button
              type="button"
              class="plain-button"
              onClick={() => {
                onSort(key);
              }}
            >
              {label}
            </button>
          )}
        </th>
      ))}
    </>
  );
}
