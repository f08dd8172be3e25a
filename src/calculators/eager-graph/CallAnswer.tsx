import type { JSX } from 'preact';
import type { NumberArray } from '../../engine/index.ts';
import type { Formatter } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { betweenSentences } from '../../i18n/index.ts';
import type { EagerGraphResult } from './result.ts';
import { words } from './words.ts';

interface Props {
  readonly result: EagerGraphResult;
  readonly locale: Locale;
  readonly show: Formatter;
}

/** What the graph gives for the other call, against the program itself. */
export function CallAnswer({ result, locale, show }: Props): JSX.Element {
  const own = words[locale];
  const { decisions, graphValue, eagerValue, difference } = result;
  const text = ({ values }: NumberArray): string =>
    values.map((value) => show.significant(value, 4)).join(', ');
  const differs = decisions.some(({ frozen, wanted }) => frozen !== wanted);
  return (
    <p class="two-lines">
      {own.values(text(graphValue), text(eagerValue))}
      {betweenSentences[locale]}
      <strong>
        {difference > 0 ? own.wrong(show.significant(difference, 3)) : differs ? own.lucky : own.right}
      </strong>
    </p>
  );
}
