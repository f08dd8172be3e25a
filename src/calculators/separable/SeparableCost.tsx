import type { JSX } from 'preact';
import type { SymbolName } from '../../engine/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { calculatorWords, languageTag } from '../../i18n/index.ts';
import { CalculatorTools } from '../shared/CalculatorTools.tsx';
import { FieldSet } from '../shared/FieldSet.tsx';
import { Results } from '../shared/Results.tsx';
import { useTyped } from '../shared/use-typed.ts';
import { SeparableAnswer } from './SeparableAnswer.tsx';
import { SeparableWorking } from './SeparableWorking.tsx';
import { fields, prefix, readSeparable } from './state.ts';
import { trafficTable } from './traffic-table.ts';
import { words } from './words.ts';

/** The symbols in the formulas that each field sets. */
const symbolsOfField: Readonly<Record<string, readonly SymbolName[]>> = {
  kernel: ['k_h', 'k_w'],
  inChannels: ['C_in'],
  outChannels: ['C_out'],
  depthMultiplier: ['m'],
  grid: ['H_out', 'W_out'],
};

/** What a dense convolution costs, and what a depthwise and a pointwise one in its place cost and move. */
export function SeparableCost({
  locale,
  anchor,
}: {
  readonly locale: Locale;
  readonly anchor: string;
}): JSX.Element {
  const state = useTyped(prefix, fields);
  const { checked, result } = readSeparable(state.typed);
  const shared = calculatorWords[locale];
  const own = words[locale];
  const rows = result === undefined ? [] : trafficTable(result);
  return (
    <>
      <FieldSet
        fields={fields}
        labels={own.fields}
        state={state}
        checked={checked}
        words={shared}
        show={formatterFor(languageTag[locale])}
      />
      <Results
        waiting={shared.incomplete}
        answer={result && <SeparableAnswer ratio={result.layer.ratio} locale={locale} />}
      >
        {result &&
          (() => (
            <SeparableWorking
              result={result}
              rows={rows}
              locale={locale}
              lit={symbolsOfField[state.changed ?? ''] ?? []}
            />
          ))}
      </Results>
      <CalculatorTools
        words={shared}
        anchor={anchor}
        onReset={state.reset}
        table={() => [
          own.columns,
          ...rows.map((row) => [own.rows[row.layer], row.weights, row.macs, row.bytes, row.flopsPerByte]),
        ]}
      />
    </>
  );
}
