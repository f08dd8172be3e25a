import type { JSX } from 'preact';
import type { Formatter } from '../../format/index.ts';
import type { Table } from '../shared/csv.ts';

interface Props {
  /** Whole numbers under a row of names. */
  readonly table: Table;
  readonly caption: string;
  readonly show: Formatter;
}

/** A stack's layers as a table that scrolls in its own box where it is wide. */
export function LayerRows({ table, caption, show }: Props): JSX.Element {
  const [heads = [], ...rows] = table;
  return (
    <div class="scroll-box">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" class="align-right">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((value, column) => (
                <td key={column} class="align-right">
                  {show.integer(Number(value))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
