import type { JSX } from 'preact';
import type { SymbolName } from '../../engine/index.ts';
import { bytesPerGigabyte } from '../../engine/index.ts';
import type { Formatter } from '../../format/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { calculatorWords, languageTag } from '../../i18n/index.ts';
import type { ArithmeticLine } from '../shared/ArithmeticSteps.tsx';
import { ArithmeticSteps } from '../shared/ArithmeticSteps.tsx';
import { CalculatorTools } from '../shared/CalculatorTools.tsx';
import { FieldView } from '../shared/FieldView.tsx';
import { Results } from '../shared/Results.tsx';
import { useTyped } from '../shared/use-typed.ts';
import { FitsTable } from './FitsTable.tsx';
import type { Fit } from './fits.ts';
import { fitsOf, fitsTable } from './fits.ts';
import { bytesIn, fileLines, linesFor, placesOf, trainingLine } from './lines.ts';
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
  const fits = model === undefined ? undefined : fitsOf(model, own);
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
      <Results waiting={shared.incomplete}>
        {model === undefined || fits === undefined ? undefined : (
          <Result model={model} fits={fits} locale={locale} lit={lit} show={show} />
        )}
      </Results>
      <CalculatorTools
        words={shared}
        anchor={anchor}
        onReset={reset}
        table={fits === undefined ? undefined : fitsTable(fits, own)}
      />
    </>
  );
}

interface ResultProps {
  readonly model: StoredModel;
  readonly fits: readonly Fit[];
  readonly locale: Locale;
  readonly lit: readonly SymbolName[];
  readonly show: Formatter;
}

function Result({ model, fits, locale, lit, show }: ResultProps): JSX.Element {
  const own = words[locale];
  const lines = linesFor(model, own);
  const note = model.storage.kind === 'floating' ? own.floatingNote : own.quantizedNote;
  const bytes = bytesIn(lines);
  const steps = (own: readonly ArithmeticLine[]): JSX.Element => (
    <ArithmeticSteps lines={own} languageTag={languageTag[locale]} lit={lit} />
  );
  return (
    <>
      {steps([...lines, ...fileLines(model, bytes, own.bytes)])}
      <p>
        <strong class="q-bytes">{bothUnits(bytes, show)}</strong>
        {locale === 'zh' ? '。' : '. '}
        {model.file === undefined ? note : own.file[model.file.container](bothUnits(model.file.bytes, show))}
      </p>
      <p class="part">{own.training}</p>
      {steps([trainingLine(model, own.bytes)])}
      <FitsTable fits={fits} words={own} show={show} />
    </>
  );
}

/** The decimal and the binary unit side by side, since tables write MB for either. */
function bothUnits(bytes: number, show: Formatter): string {
  return bytes < bytesPerGigabyte
    ? `${show.megabytes(bytes)} = ${show.mebibytes(bytes)}`
    : `${show.gigabytes(bytes)} = ${show.gibibytes(bytes)}`;
}
