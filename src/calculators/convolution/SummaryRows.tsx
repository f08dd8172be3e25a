import type { JSX } from 'preact';
import type { SummaryRow } from './summary.ts';

/** A layer's shape and costs, a line each. */
export function SummaryRows({ rows }: { readonly rows: readonly SummaryRow[] }): JSX.Element {
  return (
    <table class="summary">
      <tbody>
        {rows.map(({ name, text, quantity }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td class={quantity === undefined ? '' : `q-${quantity}`}>{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
