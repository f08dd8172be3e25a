import type { JSX } from 'preact';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { calculatorWords, languageTag } from '../../i18n/index.ts';
import { ArithmeticSteps, LineResults } from '../shared/ArithmeticSteps.tsx';
import { CalculatorTools } from '../shared/CalculatorTools.tsx';
import { FieldSet } from '../shared/FieldSet.tsx';
import { Results } from '../shared/Results.tsx';
import { useTyped } from '../shared/use-typed.ts';
import { linesFor, placesOf } from './lines.ts';
import type { FieldName } from './state.ts';
import { fields, prefix, readConvolutionCost } from './state.ts';
import { words } from './words.ts';

const fieldNames: readonly FieldName[] = [
  'inChannels',
  'outChannels',
  'kernel',
  'inputSize',
  'stride',
  'padding',
  'groups',
];

/** Output size, parameters, MACs and FLOPs of one square convolution at the reader's sizes. */
export function ConvolutionCost({
  locale,
  anchor,
}: {
  readonly locale: Locale;
  readonly anchor: string;
}): JSX.Element {
  const { typed, changed, type, reset } = useTyped(prefix, fields);
  const state = readConvolutionCost(typed);
  const show = formatterFor(languageTag[locale]);
  const shared = calculatorWords[locale];
  const lines = state.layer && linesFor(state.layer, words[locale]);
  const lit = fieldNames.filter((name) => name === changed).flatMap((name) => placesOf[name]);
  return (
    <>
      <FieldSet
        fields={fields}
        labels={words[locale].fields}
        state={{ typed, type }}
        checked={state.checked}
        words={shared}
        show={show}
      />
      <Results
        waiting={shared.incomplete}
        answer={lines && <LineResults lines={lines} languageTag={languageTag[locale]} />}
      >
        {lines && (() => <ArithmeticSteps lines={lines} languageTag={languageTag[locale]} lit={lit} />)}
      </Results>
      <CalculatorTools words={shared} anchor={anchor} onReset={reset} />
    </>
  );
}
