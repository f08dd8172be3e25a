import type { JSX } from 'preact';
import type { FrozenDecision } from '../../engine/index.ts';
import { at } from '../../engine/index.ts';
import type { Formatter } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { lineOf, lines } from './ProgramText.tsx';
import type { EagerGraphResult } from './result.ts';
import { words } from './words.ts';

interface Props {
  readonly result: EagerGraphResult;
  readonly locale: Locale;
  readonly show: Formatter;
}

/** The compiled graph called with the other input: what is frozen in it. */
export function CallPart({ result, locale, show }: Props): JSX.Element {
  const own = words[locale];
  const { decisions } = result;
  return (
    <section class="part" aria-label={own.called}>
      <p class="part-title">{own.called}</p>
      <section class="scroll-box" aria-label={own.decisionCaption}>
        <table class="eager-table decisions">
          <caption>{own.decisionCaption}</caption>
          <thead>
            <tr>
              {own.decisionHeads.map((head, column) => (
                <th key={head} scope="col" class={column > 0 ? 'number' : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {decisions.map(({ statement, about, frozen, wanted }) => (
              <tr key={lineOf(statement)} class={frozen === wanted ? undefined : 'differs'}>
                <th scope="row">
                  {own.decision[about]} <code>{at(lines, lineOf(statement) - 1).text.trim()}</code>
                </th>
                <td class="number">{decisionText(about, frozen)}</td>
                <td class="number">{wanted === undefined ? '–' : decisionText(about, wanted)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );

  function decisionText(about: FrozenDecision['about'], value: number): string {
    if (about === 'branch') return value === 1 ? 'True' : 'False';
    return show.integer(value);
  }
}
