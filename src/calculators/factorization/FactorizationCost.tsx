import type { JSX } from 'preact';
import type { SymbolName } from '../../engine/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { calculatorWords, languageTag } from '../../i18n/index.ts';
import { CalculatorTools } from '../shared/CalculatorTools.tsx';
import { FieldSet } from '../shared/FieldSet.tsx';
import { Results } from '../shared/Results.tsx';
import { useTyped } from '../shared/use-typed.ts';
import { SplitAnswer } from './SplitAnswer.tsx';
import { SplitWorking } from './SplitWorking.tsx';
import { fields, prefix, splits, volumeFields } from './fields.ts';
import { readFactorization } from './state.ts';
import { words } from './words.ts';

/** The symbols in the formulas that each field sets. */
const symbolsOfField: Readonly<Record<string, readonly SymbolName[]>> = {
  kernelTime: ['k_t'],
  kernelHeight: ['k_h'],
  kernelWidth: ['k_w'],
  inChannels: ['C_in'],
  middleChannels: ['C_mid'],
  outChannels: ['C_out'],
  frames: ['T_out'],
  grid: ['H_out', 'W_out'],
};

interface Props {
  readonly locale: Locale;
  readonly anchor: string;
  /** Whether the standard case is a kernel in the plane or one with time. */
  readonly start: 'plane' | 'volume';
}

/** What one convolution costs, and what it costs split in two or more, at the reader's sizes. */
export function FactorizationCost({ locale, anchor, start }: Props): JSX.Element {
  const { typed, changed, type, reset } = useTyped(prefix, start === 'volume' ? volumeFields : fields);
  const { choosesMiddle, checked, result } = readFactorization(typed);
  const show = formatterFor(languageTag[locale]);
  const shared = calculatorWords[locale];
  const own = words[locale];
  return (
    <>
      <FieldSet
        fields={fields}
        labels={own.fields}
        state={{ typed, type }}
        checked={checked}
        fixed={choosesMiddle ? {} : { middleChannels: String(result?.middle?.channels ?? '–') }}
        words={shared}
        show={show}
        choiceLabel={(choice) => {
          const split = splits.find((each) => each === choice);
          return split === undefined ? choice : own.splits[split];
        }}
      />
      <Results waiting={shared.incomplete} answer={result && <SplitAnswer result={result} locale={locale} />}>
        {result &&
          (() => <SplitWorking result={result} locale={locale} lit={symbolsOfField[changed ?? ''] ?? []} />)}
      </Results>
      <CalculatorTools words={shared} anchor={anchor} onReset={reset} />
    </>
  );
}
