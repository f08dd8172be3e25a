import type { JSX } from 'preact';
import type { SymbolName } from '../../engine/index.ts';
import { bytesPerGibibyte, bytesPerGigabyte, packedBytes } from '../../engine/index.ts';
import { MemorySteps } from '../../figures/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { languageTag } from '../../i18n/index.ts';
import { ArithmeticSteps } from '../shared/ArithmeticSteps.tsx';
import { memoryResult } from './lines.ts';
import type { MemoryProfile } from './profile.ts';
import type { MemoryRun } from './state.ts';
import { words } from './words.ts';

interface Props {
  readonly run: MemoryRun;
  readonly profile: MemoryProfile;
  readonly locale: Locale;
  readonly lit: readonly SymbolName[];
  /** Said when the result is not of the run asked for. */
  readonly notice: string | undefined;
}

/** The plot of a run's activations, the arithmetic, and whether it fits. */
export function MemoryResultView({ run, profile, locale, lit, notice }: Props): JSX.Element {
  const show = formatterFor(languageTag[locale]);
  const own = words[locale];
  const { elements, turn, peakElements, peakPath } = profile.modes[run.mode];
  const { lines, totalBytes, largestBatch } = memoryResult(run, profile, own);
  const total =
    totalBytes < bytesPerGigabyte
      ? `${show.megabytes(totalBytes)} = ${show.mebibytes(totalBytes)}`
      : `${show.gigabytes(totalBytes)} = ${show.gibibytes(totalBytes)}`;
  const device = show.gibibytes(run.deviceBytes, run.deviceBytes % bytesPerGibibyte === 0 ? 0 : 2);
  const peak = show.prefixed(packedBytes(run.batch * peakElements, run.bits), 'B', 1);
  return (
    <>
      {notice !== undefined && <p>{notice}</p>}
      <MemorySteps
        amounts={elements}
        turn={turn}
        words={{
          forward: own.plot.forward,
          backward: run.mode === 'inference' ? '' : own.plot.backward[run.mode],
          peak: own.plot.peak(peak, peakPath),
          title: own.plot.title,
        }}
      />
      <ArithmeticSteps lines={lines} languageTag={languageTag[locale]} lit={lit} />
      <p>
        <strong>
          {totalBytes <= run.deviceBytes ? own.fits(total, device) : own.doesNotFit(total, device)}
        </strong>
        {largestBatch === 0 && ` ${own.notOne}`}
        {profile.cache.keyValueHeads > 0 && ` ${own.scores}`}
      </p>
    </>
  );
}
