import type { JSX } from 'preact';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { calculatorWords, languageTag } from '../../i18n/index.ts';
import { CalculatorTools } from '../shared/CalculatorTools.tsx';
import { FieldSet } from '../shared/FieldSet.tsx';
import { Results } from '../shared/Results.tsx';
import { useTyped } from '../shared/use-typed.ts';
import { fitsOf, fitsTable } from './fits.ts';
import { placesOf } from './lines.ts';
import type { CountedNetworks } from './networks.ts';
import { fields, prefix, readModelSize } from './state.ts';
import { StoredBytes } from './StoredBytes.tsx';
import { StoredBytesWorking } from './StoredBytesWorking.tsx';
import { words } from './words.ts';

interface Props {
  readonly locale: Locale;
  readonly anchor: string;
  readonly networks: CountedNetworks;
}

/** Bytes of a model's stored numbers in a format of the reader's choice, in both megabytes. */
export function ModelSize({ locale, anchor, networks }: Props): JSX.Element {
  const { typed, changed, type, reset } = useTyped(prefix, fields);
  const { shown, checked, model } = readModelSize(typed, networks);
  const show = formatterFor(languageTag[locale]);
  const shared = calculatorWords[locale];
  const own = words[locale];
  const fits = model === undefined ? undefined : fitsOf(model, own);
  const lit = shown.filter((name) => name === changed).flatMap((name) => placesOf[name]);
  return (
    <>
      <FieldSet
        fields={fields}
        shown={shown}
        labels={own.fields}
        state={{ typed, type }}
        checked={checked}
        words={shared}
        show={show}
        choiceLabel={(choice) => networks[choice]?.title ?? own.choices[choice] ?? choice}
      />
      <Results waiting={shared.incomplete} answer={model && <StoredBytes model={model} locale={locale} />}>
        {model && fits && (() => <StoredBytesWorking model={model} fits={fits} locale={locale} lit={lit} />)}
      </Results>
      <CalculatorTools
        words={shared}
        anchor={anchor}
        onReset={reset}
        table={fits && (() => fitsTable(fits, own))}
      />
    </>
  );
}
