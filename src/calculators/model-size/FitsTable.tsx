import type { JSX } from 'preact';
import type { Formatter } from '../../format/index.ts';
import type { Fit } from './fits.ts';
import type { Words } from './words.ts';

interface Props {
  readonly fits: readonly Fit[];
  readonly words: Words;
  readonly show: Formatter;
}

/** What fits into the common sizes of memory. */
export function FitsTable({ fits, words: { table }, show }: Props): JSX.Element {
  const share = (value: number): string =>
    `${value <= 1 ? table.fits : table.doesNotFit} (${show.percent(value, 1)})`;
  return (
    <section class="scroll-box" aria-label={table.caption}>
      <table>
        <caption>{table.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{table.memory}</th>
            <th scope="col">{table.weights}</th>
            <th scope="col">{table.training}</th>
            <th scope="col" class="align-right">
              {table.most}
            </th>
          </tr>
        </thead>
        <tbody>
          {fits.map(({ gigabytes, weightShare, trainingShare, mostParameters }) => (
            <tr key={gigabytes}>
              <th scope="row">{`${show.integer(gigabytes)}\u00a0GB`}</th>
              <td>{share(weightShare)}</td>
              <td>{share(trainingShare)}</td>
              <td class="align-right">{show.prefixed(mostParameters, '', 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
