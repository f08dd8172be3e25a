import type { JSX } from 'preact';
import type { SymbolName } from '../../engine/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { calculatorWords, languageTag } from '../../i18n/index.ts';
import { CalculatorTools } from '../shared/CalculatorTools.tsx';
import { FieldSet } from '../shared/FieldSet.tsx';
import { Results } from '../shared/Results.tsx';
import { useTyped } from '../shared/use-typed.ts';
import type { FieldName } from './state.ts';
import { fields, prefix, readTransposed } from './state.ts';
import { OutputSize } from './OutputSize.tsx';
import { TransposedWorking } from './TransposedWorking.tsx';
import { words } from './words.ts';

/** The symbols in the formula that each field sets. */
const symbolsOfField: Readonly<Record<FieldName, readonly SymbolName[]>> = {
  inputSize: ['n'],
  kernel: ['k'],
  stride: ['s'],
  padding: ['p_begin', 'p_end'],
  outputPadding: ['p_out'],
  dilation: ['d'],
};

const symbolsOf: Readonly<Record<string, readonly SymbolName[]>> = symbolsOfField;

/** Output size of a transposed convolution on one axis, the sizes it restores, and its overlap, at the reader's sizes. */
export function TransposedConvolution({
  locale,
  anchor,
}: {
  readonly locale: Locale;
  readonly anchor: string;
}): JSX.Element {
  const state = useTyped(prefix, fields);
  const { checked, axis } = readTransposed(state.typed);
  const shared = calculatorWords[locale];
  return (
    <>
      <FieldSet
        fields={fields}
        labels={words[locale].fields}
        state={state}
        checked={checked}
        words={shared}
        show={formatterFor(languageTag[locale])}
      />
      <Results
        waiting={shared.incomplete}
        answer={axis && <OutputSize axis={axis} locale={locale} lit={symbolsOf[state.changed ?? ''] ?? []} />}
      >
        {axis && (() => <TransposedWorking axis={axis} locale={locale} />)}
      </Results>
      <CalculatorTools words={shared} anchor={anchor} onReset={state.reset} />
    </>
  );
}
