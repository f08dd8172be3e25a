import type { JSX } from 'preact';
import type { SymbolName } from '../../engine/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { calculatorWords, languageTag } from '../../i18n/index.ts';
import { CalculatorTools } from '../shared/CalculatorTools.tsx';
import { FieldSet } from '../shared/FieldSet.tsx';
import { Results } from '../shared/Results.tsx';
import { useTyped } from '../shared/use-typed.ts';
import { DilatedAnswer } from './DilatedAnswer.tsx';
import { DilatedWorking } from './DilatedWorking.tsx';
import { fields, prefix, readDilated } from './state.ts';
import { layerTable } from './table.ts';
import { words } from './words.ts';

/** The symbols in the formulas that each field sets. */
const symbolsOfField: Readonly<Record<string, readonly SymbolName[]>> = {
  kernel: ['k'],
  dilations: ['d', 'd_sum'],
};

/** Span, receptive field and holes of dilated convolutions in series, at the reader's sizes. */
export function DilatedConvolution({
  locale,
  anchor,
}: {
  readonly locale: Locale;
  readonly anchor: string;
}): JSX.Element {
  const state = useTyped(prefix, fields);
  const { checked, stack } = readDilated(state.typed);
  const shared = calculatorWords[locale];
  const own = words[locale];
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
      <Results waiting={shared.incomplete} answer={stack && <DilatedAnswer stack={stack} locale={locale} />}>
        {stack &&
          (() => (
            <DilatedWorking stack={stack} locale={locale} lit={symbolsOfField[state.changed ?? ''] ?? []} />
          ))}
      </Results>
      <CalculatorTools
        words={shared}
        anchor={anchor}
        onReset={state.reset}
        table={stack && (() => layerTable(stack, own))}
      />
    </>
  );
}
