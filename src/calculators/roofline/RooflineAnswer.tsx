import type { JSX } from 'preact';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { betweenSentences, languageTag } from '../../i18n/index.ts';
import type { RooflineResult } from './result.ts';
import { words } from './words.ts';

interface Props {
  readonly result: RooflineResult;
  readonly locale: Locale;
}

/** The least time of all layers, and what binds it. */
export function RooflineAnswer({ result, locale }: Props): JSX.Element {
  const show = formatterFor(languageTag[locale]);
  const own = words[locale];
  const share = (seconds: number): string => show.percent(seconds / result.seconds, 1);
  return (
    <p>
      <strong>{own.total(show.seconds(result.seconds), show.seconds(result.computeSeconds))}</strong>
      {betweenSentences[locale]}
      {own.shares(share(result.memorySeconds), share(result.elementwiseSeconds))}
    </p>
  );
}
