import type { JSX } from 'preact';
import type { Quantity } from './ArithmeticSteps.tsx';

/** One thing that was asked for. */
export interface AnswerRow {
  readonly name: string;
  readonly text: string;
  readonly quantity?: Quantity | undefined;
}

/** An answer of several numbers, a line each, so that none moves when another gets longer. */
export function AnswerRows({ rows }: { readonly rows: readonly AnswerRow[] }): JSX.Element {
  return (
    <table class="answer-rows">
      <tbody>
        {rows.map(({ name, text, quantity }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td class={quantity === undefined ? undefined : `q-${quantity}`}>{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
