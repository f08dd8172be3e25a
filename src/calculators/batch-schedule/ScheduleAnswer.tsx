import type { JSX } from 'preact';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { betweenSentences, languageTag } from '../../i18n/index.ts';
import type { SchedulePlan } from './state.ts';
import { words } from './words.ts';

interface Props {
  readonly plan: SchedulePlan;
  readonly locale: Locale;
}

/** The updates against those with a fixed batch, and what stays the same. */
export function ScheduleAnswer({ plan: { schedule, run, fixed }, locale }: Props): JSX.Element {
  const show = formatterFor(languageTag[locale]);
  const own = words[locale];
  const { batchFactor = 1, learningRateFactor = 1 } = schedule;
  return (
    <p>
      <strong>
        {own.updates(
          show.integer(run.updates),
          show.integer(fixed.updates),
          show.integer(schedule.batch),
          show.factor(fixed.updates / run.updates, 2),
        )}
      </strong>
      {betweenSentences[locale]}
      {own.sameWork(show.integer(run.samplesSeen))}
      {betweenSentences[locale]}
      {own.perSample(show.significant(learningRateFactor / batchFactor, 3))}
    </p>
  );
}
