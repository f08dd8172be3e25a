import type { JSX } from 'preact';
import { at } from '../../engine/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { calculatorWords, languageTag } from '../../i18n/index.ts';
import { AnswerRows } from '../shared/AnswerRows.tsx';
import { CalculatorTools } from '../shared/CalculatorTools.tsx';
import { FieldSet } from '../shared/FieldSet.tsx';
import { standardTyped } from '../shared/fields.ts';
import { Later } from '../shared/Later.tsx';
import { Results } from '../shared/Results.tsx';
import { useTyped } from '../shared/use-typed.ts';
import type { FieldName } from './fields.ts';
import { fields, prefix } from './fields.ts';
import { LayerWorking } from './LayerWorking.tsx';
import { placesOf } from './lines.ts';
import { PresetPicker } from './PresetPicker.tsx';
import type { Preset } from './presets.ts';
import { readConvolution } from './state.ts';
import { summaryOf, summaryTable } from './summary.ts';
import { words } from './words.ts';

interface Props {
  readonly locale: Locale;
  readonly anchor: string;
  readonly presets: readonly Preset[];
}

/** Shape, costs, receptive field and code of one convolution layer at the reader's sizes. */
export function Convolution({ locale, anchor, presets }: Props): JSX.Element {
  const { typed, changed, type, fill, reset } = useTyped(prefix, fields);
  const { shown, checked, layer } = readConvolution(typed);
  const show = formatterFor(languageTag[locale]);
  const shared = calculatorWords[locale];
  const own = words[locale];
  const rows = layer === undefined ? undefined : summaryOf(layer, own, show);
  const choices: Readonly<Record<string, string>> = own.choices;
  const axes = layer === undefined ? 2 : at(layer.parts, 0).input.length - 1;
  const lit = [...shown.layer, ...shown.counting]
    .filter((name) => name === changed)
    .flatMap((name) => placesOf(name, axes, layer?.kind ?? 'standard'));
  const shownAfter = shown.layer.includes('paddingAfter');
  const inputs = (names: readonly FieldName[], legend: string): JSX.Element => (
    <FieldSet
      fields={fields}
      shown={names}
      labels={{ ...own.fields, padding: shownAfter ? own.paddingBefore : own.fields.padding }}
      legend={legend}
      state={{ typed, type }}
      checked={checked}
      words={shared}
      show={show}
      choiceLabel={(choice) => choices[choice] ?? choice}
    />
  );
  return (
    <>
      <div class="needs-script" data-pagefind-ignore>
        <Later>
          {() => (
            <PresetPicker
              presets={presets}
              typed={typed}
              standard={standardTyped(fields)}
              words={own}
              onPick={({ typed: values }) => {
                fill(values);
              }}
            />
          )}
        </Later>
        {inputs(shown.layer, own.layer)}
        {inputs(shown.counting, own.counting)}
      </div>
      <Results waiting={shared.incomplete} answer={rows && <AnswerRows rows={rows} />}>
        {layer && (() => <LayerWorking layer={layer} locale={locale} lit={lit} />)}
      </Results>
      <CalculatorTools
        words={shared}
        anchor={anchor}
        onReset={reset}
        table={rows && (() => summaryTable(rows, own))}
      />
    </>
  );
}
