import type { JSX } from 'preact';
import type { WayStep } from '../../engine/index.ts';
import type { Formatter } from '../../format/index.ts';
import type { Way } from './table.ts';
import type { words as allWords } from './words.ts';

interface Props {
  readonly way: Way;
  /** What the two numbers are called. */
  readonly from: string;
  readonly to: string;
  readonly words: (typeof allWords)[keyof typeof allWords];
  readonly show: Formatter;
  readonly stepName: (step: WayStep) => string;
}

/** The way from one number to another, a step a line, each with its amount and the number it leads to. */
export function WayTable({ way, from, to, words, show, stepName }: Props): JSX.Element {
  const signed = (amount: number): string => `${amount > 0 ? '+' : ''}${show.integer(amount)}`;
  const caption = words.caption(from, to);
  return (
    <section class="scroll-box" aria-label={caption}>
      <table class="way">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {words.columns.map((column, index) => (
              <th key={column} scope="col" class={index > 0 ? 'number' : undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{from}</th>
            <td />
            <td class="number q-macs">{show.integer(way.start)}</td>
          </tr>
          {way.rows.map((row) => (
            <tr key={`${row.name} ${String(row.undone)}`}>
              <th scope="row">{stepName(row)}</th>
              <td class="number">{signed(row.amount)}</td>
              <td class="number q-macs">{show.integer(row.reached)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {way.rows.length === 0 && <p>{words.same}</p>}
    </section>
  );
}
