import type { JSX } from 'preact';
import { Fragment } from 'preact';
import type { FrameworkColumn } from '../../collections/index.ts';
import type { Locale } from '../../i18n/index.ts';
import type { Cell, FrameworkRow } from './state.ts';
import { words } from './words.ts';

interface Props {
  readonly locale: Locale;
  readonly columns: readonly FrameworkColumn[];
  readonly row: FrameworkRow;
}

/** A framework's body of the table: its cells, and below them its sources, folded. */
export function FrameworkBody({ locale, columns, row }: Props): JSX.Element {
  const own = words[locale];
  const { name, cells, sources } = row;
  return (
    <tbody>
      <tr>
        <th scope="row">{name}</th>
        {columns.map((column) => (
          <td key={column} data-label={own.columns[column]}>
            <CellText cell={cells[column]} unverified={own.unverified} />
          </td>
        ))}
      </tr>
      <tr class="sources" data-pagefind-ignore>
        <td colSpan={columns.length + 1}>
          <details>
            <summary aria-label={own.sourcesOf(name)}>{own.sources}</summary>
            <ul>
              {sources.map(({ title, address, backs, checked }) => (
                <li key={address}>
                  {backs}
                  {locale === 'zh' ? '：' : ': '}
                  <a href={address}>{title}</a>
                  {locale === 'zh' ? '，' : ', '}
                  {own.checked(checked)}
                </li>
              ))}
            </ul>
          </details>
        </td>
      </tr>
    </tbody>
  );
}

function CellText({ cell, unverified }: { readonly cell: Cell; readonly unverified: string }): JSX.Element {
  if (cell.text === null) return <span class="unverified">{unverified}</span>;
  return (
    <span>
      {cell.text}
      {cell.names.map((name) => (
        <Fragment key={name}>
          {' '}
          <code>{name}</code>
        </Fragment>
      ))}
    </span>
  );
}
