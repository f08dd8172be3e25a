import type { JSX } from 'preact';
import type { SymbolName } from '../../engine/index.ts';
import { bytesPerGigabyte } from '../../engine/index.ts';
import type { Formatter } from '../../format/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { calculatorWords, languageTag } from '../../i18n/index.ts';
import { ArithmeticSteps } from '../shared/ArithmeticSteps.tsx';
import { CalculatorTools } from '../shared/CalculatorTools.tsx';
import { FieldView } from '../shared/FieldView.tsx';
import { useTyped } from '../shared/use-typed.ts';
import { bytesIn, linesFor, placesOf } from './lines.ts';
import type { CountedNetworks } from './networks.ts';
import type { StoredModel } from './state.ts';
import { fields, prefix, readModelSize } from './state.ts';
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
  const lit = shown.filter((name) => name === changed).flatMap((name) => placesOf[name]);
  return (
    <>
      <fieldset class="needs-script" data-pagefind-ignore>
        <legend>{shared.inputs}</legend>
        {shown.map((name) => (
          <FieldView
            key={name}
            field={fields[name]}
            label={own.fields[name]}
            typed={typed[name] ?? ''}
            checked={checked[name] ?? { value: 0 }}
            words={shared}
            show={show}
            choiceLabel={(choice) => networks[choice]?.title ?? own.choices[choice] ?? choice}
            onType={(text) => {
              type(name, text);
            }}
          />
        ))}
      </fieldset>
      <div class="results" aria-live="polite">
        {model === undefined ? (
          <p>{shared.incomplete}</p>
        ) : (
          <Result model={model} locale={locale} lit={lit} show={show} />
        )}
      </div>
      <CalculatorTools words={shared} anchor={anchor} onReset={reset} />
    </>
  );
}

interface ResultProps {
  readonly model: StoredModel;
  readonly locale: Locale;
  readonly lit: readonly SymbolName[];
  readonly show: Formatter;
}

function Result({ model, locale, lit, show }: ResultProps): JSX.Element {
  const own = words[locale];
  const lines = linesFor(model, own);
  const note = model.storage.kind === 'floating' ? own.floatingNote : own.quantizedNote;
  return (
    <>
      <ArithmeticSteps lines={lines} languageTag={languageTag[locale]} lit={lit} />
      <p>
        <strong class="q-bytes">{bothUnits(bytesIn(lines), show)}</strong>
        {locale === 'zh' ? '。' : '. '}
        {note}
      </p>
    </>
  );
}

/** The decimal and the binary unit side by side, since tables write MB for either. */
function bothUnits(bytes: number, show: Formatter): string {
  return bytes < bytesPerGigabyte
    ? `${show.megabytes(bytes)} = ${show.mebibytes(bytes)}`
    : `${show.gigabytes(bytes)} = ${show.gibibytes(bytes)}`;
}
