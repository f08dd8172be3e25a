import type { JSX } from 'preact';
import type { LayerWork } from '../../engine/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { calculatorWords, languageTag } from '../../i18n/index.ts';
import { CalculatorTools } from '../shared/CalculatorTools.tsx';
import { FieldSet } from '../shared/FieldSet.tsx';
import { refusalOf } from '../shared/refusal.ts';
import { fromNetworkKey, networkKey } from '../shared/sized-networks.ts';
import type { Keyed } from '../shared/use-on-demand.ts';
import { isAwaited } from '../shared/use-on-demand.ts';
import { useProgram } from '../shared/use-program.ts';
import { Results } from '../shared/Results.tsx';
import { useTyped } from '../shared/use-typed.ts';
import type { KnownDevices } from './devices.ts';
import { placesOf } from './lit.ts';
import { countsExactly, layerTable, rooflineResult } from './result.ts';
import { RooflineAnswer } from './RooflineAnswer.tsx';
import { RooflineWorking } from './RooflineWorking.tsx';
import type { FieldName } from './state.ts';
import { fields, prefix, readRoofline } from './state.ts';
import { words } from './words.ts';

interface Props {
  readonly locale: Locale;
  readonly anchor: string;
  /** Names the networks are shown by. */
  readonly titles: Readonly<Record<string, string>>;
  readonly devices: KnownDevices;
  /** Layers of the standard case, which the page was built with. */
  readonly standard: Keyed<readonly LayerWork[]>;
}

/** A network's layers on a device's roofline, and the least time of each. */
export function RooflineTime({ locale, anchor, titles, devices, standard }: Props): JSX.Element {
  const state = useTyped(prefix, fields);
  const { shown, checked, run } = readRoofline(state.typed, devices);
  const wanted = run === undefined ? undefined : networkKey(run);
  const fetched = useProgram(
    wanted,
    standard,
    () => import('./layers.ts'),
    ({ networkLayers }, asked) => networkLayers(asked),
  );
  const { key, value: work } = fetched.latest;
  const refusal =
    run === undefined ? undefined : refusalOf(run, fetched, (layers) => countsExactly(run, layers));
  const shownRun = run === undefined ? undefined : { ...run, ...fromNetworkKey(key) };
  const result =
    shownRun === undefined || refusal?.checked !== undefined ? undefined : rooflineResult(shownRun, work);
  const show = formatterFor(languageTag[locale]);
  const shared = calculatorWords[locale];
  const own = words[locale];
  const changed = fieldNames.find((name) => name === state.changed);
  return (
    <>
      <FieldSet
        fields={shown}
        labels={own.fields}
        state={state}
        checked={{ ...checked, ...refusal?.checked }}
        words={shared}
        show={show}
        choiceLabel={(choice) => titles[choice] ?? devices[choice]?.title ?? own.choices[choice] ?? choice}
      />
      <Results
        waiting={shared.incomplete}
        busy={isAwaited(wanted, fetched)}
        answer={
          result && (
            <>
              {refusal !== undefined && <p>{own.unavailable}</p>}
              <RooflineAnswer result={result} locale={locale} />
            </>
          )
        }
      >
        {shownRun &&
          result &&
          (() => (
            <RooflineWorking
              run={shownRun}
              result={result}
              locale={locale}
              lit={changed === undefined ? [] : placesOf[changed]}
            />
          ))}
      </Results>
      <CalculatorTools
        words={shared}
        anchor={anchor}
        onReset={state.reset}
        table={result && (() => layerTable(result))}
      />
    </>
  );
}

const fieldNames: readonly FieldName[] = [
  'network',
  'side',
  'tokens',
  'batch',
  'device',
  'peak',
  'bandwidth',
  'precision',
  'elementwise',
];
