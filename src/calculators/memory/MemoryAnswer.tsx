import type { JSX } from 'preact';
import { bytesPerGibibyte } from '../../engine/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { betweenSentences, languageTag } from '../../i18n/index.ts';
import { bothUnits } from '../shared/both-units.ts';
import { memoryResult } from './lines.ts';
import type { MemoryProfile } from './profile.ts';
import type { MemoryRun } from './state.ts';
import { words } from './words.ts';

interface Props {
  readonly run: MemoryRun;
  readonly profile: MemoryProfile;
  readonly locale: Locale;
  /** Said when the result is not of the run asked for. */
  readonly notice: string | undefined;
}

/** What the run takes, whether that fits, and the largest batch that does. */
export function MemoryAnswer({ run, profile, locale, notice }: Props): JSX.Element {
  const show = formatterFor(languageTag[locale]);
  const own = words[locale];
  const { totalBytes, largestBatch } = memoryResult(run, profile, own);
  const total = bothUnits(totalBytes, show);
  const device = show.gibibytes(run.deviceBytes, run.deviceBytes % bytesPerGibibyte === 0 ? 0 : 2);
  const space = betweenSentences[locale];
  return (
    <>
      {notice !== undefined && <p>{notice}</p>}
      <p>
        <strong>
          {totalBytes <= run.deviceBytes ? own.fits(total, device) : own.doesNotFit(total, device)}
        </strong>
        {space}
        {largestBatch === 0 ? own.notOne : own.most(show.integer(largestBatch))}
        {profile.cache.keyValueHeads > 0 && `${space}${own.scores}`}
      </p>
    </>
  );
}
