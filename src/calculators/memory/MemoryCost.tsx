import type { JSX } from 'preact';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { calculatorWords, languageTag } from '../../i18n/index.ts';
import { CalculatorTools } from '../shared/CalculatorTools.tsx';
import { FieldSet } from '../shared/FieldSet.tsx';
import { refusalOf } from '../shared/refusal.ts';
import type { Keyed } from '../shared/use-on-demand.ts';
import { isAwaited, useOnDemand } from '../shared/use-on-demand.ts';
import { Results } from '../shared/Results.tsx';
import { useTyped } from '../shared/use-typed.ts';
import { placesOf } from './lines.ts';
import { MemoryAnswer } from './MemoryAnswer.tsx';
import { MemoryWorking } from './MemoryWorking.tsx';
import { fromNetworkKey, networkKey } from '../shared/sized-networks.ts';
import type { MemoryProfile } from './profile.ts';
import { countsExactly, fields, prefix, readMemory } from './state.ts';
import { words } from './words.ts';

interface Props {
  readonly locale: Locale;
  readonly anchor: string;
  /** Names the networks are shown by. */
  readonly titles: Readonly<Record<string, string>>;
  /** The profile of the standard case, which the page was built with. */
  readonly standard: Keyed<MemoryProfile>;
}

/** Memory of a run over its steps, with weights and optimizer, and the largest batch that fits. */
export function MemoryCost({ locale, anchor, titles, standard }: Props): JSX.Element {
  const { typed, changed, type, reset } = useTyped(prefix, fields);
  const { shown, checked, run } = readMemory(typed);
  const key = run === undefined ? undefined : networkKey(run);
  const fetched = useOnDemand(key, standard, loadProfile);
  const { latest } = fetched;
  const refusal =
    run === undefined
      ? undefined
      : refusalOf(run, fetched, ({ modes }) => countsExactly(run, modes[run.mode].peakElements));
  const shownRun =
    run === undefined || refusal?.checked !== undefined
      ? undefined
      : { ...run, ...fromNetworkKey(latest.key) };
  const read = { ...checked, ...refusal?.checked };
  const show = formatterFor(languageTag[locale]);
  const shared = calculatorWords[locale];
  const own = words[locale];
  return (
    <>
      <FieldSet
        fields={fields}
        shown={shown}
        labels={own.fields}
        state={{ typed, type }}
        checked={read}
        words={shared}
        show={show}
        choiceLabel={(choice) => titles[choice] ?? own.choices[choice] ?? choice}
      />
      <Results
        waiting={shared.incomplete}
        busy={isAwaited(key, fetched)}
        answer={
          shownRun && (
            <MemoryAnswer
              run={shownRun}
              profile={latest.value}
              locale={locale}
              notice={refusal === undefined ? undefined : own.unavailable}
            />
          )
        }
      >
        {shownRun &&
          (() => (
            <MemoryWorking
              run={shownRun}
              profile={latest.value}
              locale={locale}
              lit={shown.filter((name) => name === changed).flatMap((name) => placesOf[name])}
            />
          ))}
      </Results>
      <CalculatorTools words={shared} anchor={anchor} onReset={reset} />
    </>
  );
}

async function loadProfile(key: string): Promise<MemoryProfile> {
  const { memoryProfile } = await import('./profile.ts');
  return memoryProfile(key);
}
