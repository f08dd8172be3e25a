import type { JSX } from 'preact';
import type { SymbolName } from '../../engine/index.ts';
import { residualUnits } from '../../engine/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { calculatorWords, languageTag } from '../../i18n/index.ts';
import { ArithmeticSteps } from '../shared/ArithmeticSteps.tsx';
import { CalculatorTools } from '../shared/CalculatorTools.tsx';
import { FieldSet } from '../shared/FieldSet.tsx';
import { Results } from '../shared/Results.tsx';
import { useTyped } from '../shared/use-typed.ts';
import { fields, prefix, readShuffleNetUnit } from './state.ts';
import { words } from './words.ts';

/** The symbols in the formulas that each field sets. */
const symbolsOfField: Readonly<Record<string, readonly SymbolName[]>> = {
  channels: ['C'],
  middleChannels: ['C_mid'],
  groups: ['g'],
  grid: ['H_out', 'W_out'],
};

/** A bottleneck unit's multiply-adds without groups, as ResNeXt groups it, and as ShuffleNet does. */
export function ShuffleNetUnit({
  locale,
  anchor,
}: {
  readonly locale: Locale;
  readonly anchor: string;
}): JSX.Element {
  const state = useTyped(prefix, fields);
  const { checked, units } = readShuffleNetUnit(state.typed);
  const tag = languageTag[locale];
  const show = formatterFor(tag);
  const shared = calculatorWords[locale];
  const own = words[locale];
  const lit = symbolsOfField[state.changed ?? ''] ?? [];
  return (
    <>
      <FieldSet
        fields={fields}
        labels={own.fields}
        state={state}
        checked={checked}
        words={shared}
        show={show}
      />
      <Results
        waiting={shared.incomplete}
        answer={
          units && (
            <p class="two-lines">
              <strong>
                {own.shares(
                  show.percent(units.resnext.macs / units.resnet.macs, 1),
                  show.percent(units.shufflenet.macs / units.resnet.macs, 1),
                )}
              </strong>
            </p>
          )
        }
      >
        {units &&
          (() => (
            <>
              {residualUnits.map((name) => {
                const { formula, bindings: values } = units[name];
                return (
                  <div key={name}>
                    <p class="part">{own.units[name]}</p>
                    <ArithmeticSteps
                      lines={[{ formula, values, quantity: 'macs', unit: own.macs }]}
                      languageTag={tag}
                      lit={lit}
                    />
                  </div>
                );
              })}
            </>
          ))}
      </Results>
      <CalculatorTools words={shared} anchor={anchor} onReset={state.reset} />
    </>
  );
}
