import type { JSX } from 'preact';
import type { SymbolName } from '../../engine/index.ts';
import { packedBytes } from '../../engine/index.ts';
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
}

/** The plot of a run's activations, and the arithmetic. */
export function MemoryWorking({ run, profile, locale, lit }: Props): JSX.Element {
  const show = formatterFor(languageTag[locale]);
  const own = words[locale];
  const { elements, turn, peakElements, peakPath } = profile.modes[run.mode];
  const { lines } = memoryResult(run, profile, own);
  const peak = show.prefixed(packedBytes(run.batch * peakElements, run.bits), 'B', 1);
  return (
    <>
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
    </>
  );
}
