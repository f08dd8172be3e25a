import type { JSX } from 'preact';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { languageTag } from '../../i18n/index.ts';
import type { Table } from '../shared/csv.ts';
import type { Rounding } from './roundings.ts';
import { numberText } from './number-text.ts';
import { words } from './words.ts';

interface Props {
  readonly rows: readonly Rounding[];
  readonly locale: Locale;
  /** The format taken apart above, whose row is marked. */
  readonly format: string;
}

/** What every format makes of the number. */
export function RoundingTable({ rows, locale, format }: Props): JSX.Element {
  const { table, outcomes } = words[locale];
  const show = formatterFor(languageTag[locale]);
  return (
    <section class="scroll-box" aria-label={table.caption}>
      <table class="roundings">
        <caption>{table.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{table.format}</th>
            <th scope="col" class="number">
              {table.stored}
            </th>
            <th scope="col" class="number">
              {table.error}
            </th>
            <th scope="col">{table.outcome}</th>
            <th scope="col">{table.code}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.format} class={row.format === format ? 'chosen' : undefined}>
              <th scope="row">{row.format}</th>
              <td class="number">{row.stored === undefined ? '–' : numberText(row.stored, show)}</td>
              <td class="number">
                {row.relativeError === undefined ? '–' : show.significant(row.relativeError, 2)}
              </td>
              <td>{outcomes[row.outcome]}</td>
              <td class="code">{row.hex ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The same rows for a spreadsheet, numbers with all their digits. */
export function csvRows(rows: readonly Rounding[], locale: Locale): Table {
  const { table, outcomes } = words[locale];
  return [
    [table.format, table.bits, table.stored, table.error, table.outcome, table.code],
    ...rows.map((row) => [
      row.format,
      row.bits,
      row.stored === undefined ? '' : String(row.stored),
      row.relativeError ?? '',
      outcomes[row.outcome],
      row.hex ?? '',
    ]),
  ];
}
