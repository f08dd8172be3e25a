import type { JSX } from 'preact';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { languageTag } from '../../i18n/index.ts';
import { AnswerRows } from '../shared/AnswerRows.tsx';
import type { RooflineResult } from './result.ts';
import { words } from './words.ts';

interface Props {
  readonly result: RooflineResult;
  readonly locale: Locale;
}

/** The least time of all layers, and what binds it. */
export function RooflineAnswer({ result, locale }: Props): JSX.Element {
  const show = formatterFor(languageTag[locale]);
  const { rows, ofTheTime } = words[locale];
  const share = (seconds: number): string => ofTheTime(show.percent(seconds / result.seconds, 1));
  return (
    <AnswerRows
      rows={[
        { name: rows.seconds, text: show.seconds(result.seconds) },
        { name: rows.computeSeconds, text: show.seconds(result.computeSeconds), quantity: 'macs' },
        { name: rows.memoryShare, text: share(result.memorySeconds), quantity: 'bytes' },
        { name: rows.elementwiseShare, text: share(result.elementwiseSeconds) },
      ]}
    />
  );
}
