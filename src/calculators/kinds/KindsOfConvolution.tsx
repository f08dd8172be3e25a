import type { JSX } from 'preact';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { calculatorWords, languageTag } from '../../i18n/index.ts';
import { CalculatorTools } from '../shared/CalculatorTools.tsx';
import { FieldSet } from '../shared/FieldSet.tsx';
import { Results } from '../shared/Results.tsx';
import { useTyped } from '../shared/use-typed.ts';
import { KindRows } from './KindRows.tsx';
import type { KindName } from './kinds.ts';
import { kindsAt } from './kinds.ts';
import { fields, prefix, readKinds } from './state.ts';
import { kindsTable } from './table.ts';
import { words } from './words.ts';

interface Props {
  readonly locale: Locale;
  readonly anchor: string;
  readonly seen: Readonly<Partial<Record<KindName, string>>>;
  readonly notes: Readonly<Partial<Record<KindName, string>>>;
}

/** Every kind of convolution at one size of the reader's choice. */
export function KindsOfConvolution({ locale, anchor, seen, notes }: Props): JSX.Element {
  const state = useTyped(prefix, fields);
  const { checked, size } = readKinds(state.typed);
  const show = formatterFor(languageTag[locale]);
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
        show={show}
      />
      <Results
        waiting={shared.incomplete}
        answer={
          size && <KindRows size={size} seen={seen} notes={notes} words={own} locale={locale} show={show} />
        }
      />
      <CalculatorTools
        words={shared}
        anchor={anchor}
        onReset={state.reset}
        table={size && (() => kindsTable(kindsAt(size), own))}
      />
    </>
  );
}
