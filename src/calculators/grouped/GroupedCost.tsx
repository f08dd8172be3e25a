import type { JSX } from 'preact';
import type { SymbolName } from '../../engine/index.ts';
import { convolutionFormulas } from '../../engine/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { calculatorWords, languageTag } from '../../i18n/index.ts';
import type { ArithmeticLine } from '../shared/ArithmeticSteps.tsx';
import { ArithmeticSteps, LineResults } from '../shared/ArithmeticSteps.tsx';
import { CalculatorTools } from '../shared/CalculatorTools.tsx';
import { FieldSet } from '../shared/FieldSet.tsx';
import { Results } from '../shared/Results.tsx';
import { useTyped } from '../shared/use-typed.ts';
import type { GroupedCase } from './state.ts';
import { fields, prefix, readGrouped } from './state.ts';
import type { Words } from './words.ts';
import { words } from './words.ts';

/** The symbols in the formulas that each field sets. */
const symbolsOfField: Readonly<Record<string, readonly SymbolName[]>> = {
  inChannels: ['C_in'],
  outChannels: ['C_out'],
  kernel: ['k_h', 'k_w'],
  groups: ['g'],
  grid: ['H_out', 'W_out'],
};

/** Parameters and multiply-adds of a grouped convolution, beside the same one undivided. */
export function GroupedCost({
  locale,
  anchor,
}: {
  readonly locale: Locale;
  readonly anchor: string;
}): JSX.Element {
  const state = useTyped(prefix, fields);
  const { checked, result } = readGrouped(state.typed);
  const tag = languageTag[locale];
  const show = formatterFor(tag);
  const shared = calculatorWords[locale];
  const own = words[locale];
  const lines = result && linesFor(result, own);
  return (
    <>
      <FieldSet
        fields={fields}
        labels={own.fields}
        state={state}
        checked={checked}
        words={shared}
        show={show}
        choiceLabel={(choice) => own.choices[choice] ?? choice}
      />
      <Results waiting={shared.incomplete} answer={lines && <LineResults lines={lines} languageTag={tag} />}>
        {result &&
          lines &&
          (() => (
            <>
              <p class="two-lines">
                {own.reach(show.integer(channelsRead(result)), show.integer(result.dense.spec.inChannels))}
                {own.against(
                  show.integer(result.dense.parameters),
                  show.percent(1 / result.grouped.spec.groups, 1),
                )}
              </p>
              <ArithmeticSteps
                lines={lines}
                languageTag={tag}
                lit={symbolsOfField[state.changed ?? ''] ?? []}
              />
            </>
          ))}
      </Results>
      <CalculatorTools words={shared} anchor={anchor} onReset={state.reset} />
    </>
  );
}

function channelsRead({ grouped: { spec } }: GroupedCase): number {
  return spec.inChannels / spec.groups;
}

function linesFor({ grouped, input }: GroupedCase, own: Words): readonly ArithmeticLine[] {
  const { parameters, macs } = convolutionFormulas(grouped.spec, true);
  const values = grouped.bindings(input);
  return [
    ...(parameters === undefined
      ? []
      : [{ formula: parameters, values, quantity: 'parameters' as const, unit: own.weights }]),
    ...(macs === undefined ? [] : [{ formula: macs, values, quantity: 'macs' as const, unit: own.macs }]),
  ];
}
