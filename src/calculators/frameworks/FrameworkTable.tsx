import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { FrameworkColumn } from '../../collections/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { calculatorWords, languageTag } from '../../i18n/index.ts';
import { CalculatorTools } from '../shared/CalculatorTools.tsx';
import { usePainted } from '../shared/Later.tsx';
import { useTyped } from '../shared/use-typed.ts';
import { FrameworkBody } from './FrameworkBody.tsx';
import { FrameworkFilters } from './FrameworkFilters.tsx';
import { SortHeads } from './SortHeads.tsx';
import type { FrameworkRow } from './state.ts';
import { fieldsFor, filterRows, nextSort, prefix, sortRows, viewFrom } from './state.ts';
import { words } from './words.ts';

interface Props {
  readonly locale: Locale;
  readonly anchor: string;
  readonly caption: string;
  readonly rows: readonly FrameworkRow[];
  readonly columns: readonly FrameworkColumn[];
}

/** All frameworks, filtered and sorted as the address says; built in full, so that it is complete without a script. */
export function FrameworkTable({ locale, anchor, caption, rows, columns }: Props): JSX.Element {
  const fields = useMemo(() => fieldsFor(rows, columns), [rows, columns]);
  // What is in a row never changes: a filter or a sort only takes the same elements up in another order.
  const bodies = useMemo(
    () =>
      new Map(
        rows.map((row) => [
          row.id,
          <FrameworkBody key={row.id} locale={locale} columns={columns} row={row} />,
        ]),
      ),
    [rows, columns, locale],
  );
  const state = useTyped(prefix, fields);
  // How many there are is said first; the rows, more than a screen full, follow by a frame.
  const count = filterRows(rows, viewFrom(state.typed, fields, columns)).length;
  const painted = usePainted(state.typed);
  const view = viewFrom(painted, fields, columns);
  const shown = sortRows(filterRows(rows, view), view, languageTag[locale]);
  const own = words[locale];
  const show = formatterFor(languageTag[locale]);
  return (
    <>
      <FrameworkFilters locale={locale} fields={fields} state={state} />
      <p class="shown" role="status">
        {own.shown(show.integer(count), show.integer(rows.length))}
      </p>
      <section class="scroll-box" aria-label={caption}>
        <table>
          <SortHeads
            locale={locale}
            columns={columns}
            view={view}
            onSort={(column) => {
              state.fill({ ...state.typed, ...nextSort(view, column) });
            }}
          />
          {shown.map(({ id }) => bodies.get(id))}
        </table>
      </section>
      {shown.length === 0 && <p>{own.nothing}</p>}
      <CalculatorTools words={calculatorWords[locale]} anchor={anchor} onReset={state.reset} />
    </>
  );
}
