import type { JSX } from 'preact';
import { floatBindings, floatFormulas } from '../../engine/index.ts';
import type { Formatter } from '../../format/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { betweenSentences, calculatorWords, languageTag } from '../../i18n/index.ts';
import { ArithmeticSteps } from '../shared/ArithmeticSteps.tsx';
import { CalculatorTools } from '../shared/CalculatorTools.tsx';
import { FieldSet } from '../shared/FieldSet.tsx';
import { Results } from '../shared/Results.tsx';
import { useTyped } from '../shared/use-typed.ts';
import { BitFields } from './BitFields.tsx';
import { float32Digits, numberText } from './number-text.ts';
import { typedOf } from './read-number.ts';
import { csvRows, RoundingTable } from './RoundingTable.tsx';
import { roundings } from './roundings.ts';
import type { NumberCase } from './state.ts';
import { fields, prefix, readNumberFormats, withBitTurned } from './state.ts';
import { words } from './words.ts';

interface Props {
  readonly locale: Locale;
  readonly anchor: string;
}

/** A number typed or set bit by bit: its fields, its value, its neighbours, and what every format makes of it. */
export function NumberFormats({ locale, anchor }: Props): JSX.Element {
  const { typed, type, reset } = useTyped(prefix, fields);
  const { checked, number } = readNumberFormats(typed);
  const show = formatterFor(languageTag[locale]);
  const shared = calculatorWords[locale];
  return (
    <>
      <FieldSet
        fields={fields}
        labels={words[locale].fields}
        legend={words[locale].inputs}
        state={{ typed, type }}
        checked={checked}
        words={shared}
        show={show}
      />
      <Results
        waiting={shared.incomplete}
        answer={
          number && (
            <>
              <BitFields
                format={number.format}
                code={number.fields.code}
                locale={locale}
                onTurn={(bit) => {
                  type('value', typedOf(number.format, withBitTurned(number.fields.code, bit)));
                }}
              />
              <Value number={number} locale={locale} show={show} />
            </>
          )
        }
      >
        {number &&
          (() => (
            <>
              <ValueSteps number={number} locale={locale} />
              <RoundingTable rows={roundings(number.value)} locale={locale} format={number.format} />
            </>
          ))}
      </Results>
      <CalculatorTools
        words={shared}
        anchor={anchor}
        onReset={reset}
        table={number && (() => csvRows(roundings(number.value), locale))}
      />
    </>
  );
}

interface ValueProps {
  readonly number: NumberCase;
  readonly locale: Locale;
  readonly show: Formatter;
}

function Value({ number, locale, show }: ValueProps): JSX.Element {
  const own = words[locale];
  const { kind } = number.fields;
  const { below, above } = number.neighbours;
  const text = (value: number | undefined): string =>
    value === undefined ? own.last : numberText(value, show);
  return (
    <p class="two-lines">
      {own.kinds[kind]}
      {Number.isFinite(number.fields.value) &&
        `${betweenSentences[locale]}${own.neighbours(text(number.fields.value), text(below), text(above))}`}
      <span class="needs-script">
        {betweenSentences[locale]}
        {own.toggle}
      </span>
    </p>
  );
}

/** The value out of the fields, for a number that has one. */
function ValueSteps({ number, locale }: Omit<ValueProps, 'show'>): JSX.Element | undefined {
  const { kind } = number.fields;
  if (kind === 'infinity' || kind === 'nan') return undefined;
  return (
    <ArithmeticSteps
      lines={[
        {
          formula: kind === 'normal' ? floatFormulas.normal : floatFormulas.subnormal,
          values: floatBindings(number.format, number.fields),
          significantDigits: float32Digits,
        },
      ]}
      languageTag={languageTag[locale]}
    />
  );
}
