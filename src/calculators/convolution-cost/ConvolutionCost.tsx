import type { JSX } from 'preact';
import type { SymbolName } from '../../engine/index.ts';
import { flopsAtTwoPerMac, windowBindings } from '../../engine/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { calculatorWords, languageTag } from '../../i18n/index.ts';
import type { ArithmeticLine } from '../shared/ArithmeticSteps.tsx';
import { ArithmeticSteps } from '../shared/ArithmeticSteps.tsx';
import { CalculatorTools } from '../shared/CalculatorTools.tsx';
import { FieldView } from '../shared/FieldView.tsx';
import { useTyped } from '../shared/use-typed.ts';
import type { ConvolutionCostState, FieldName } from './state.ts';
import { fields, prefix, readConvolutionCost } from './state.ts';
import { words } from './words.ts';

/** The symbol in the formulas that each field sets. */
const symbolOf: Readonly<Record<string, SymbolName>> = {
  inChannels: 'C_in',
  outChannels: 'C_out',
  kernel: 'k_h',
  inputSize: 'n',
  stride: 's',
  padding: 'p_begin',
  groups: 'g',
};

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
  return (
    <>
      <fieldset class="needs-script" data-pagefind-ignore>
        <legend>{shared.inputs}</legend>
        {fieldNames.map((name) => (
          <FieldView
            key={name}
            field={fields[name]}
            label={words[locale].fields[name]}
            typed={typed[name] ?? ''}
            checked={state.checked[name] ?? { value: 0 }}
            words={shared}
            show={show}
            onType={(text) => {
              type(name, text);
            }}
          />
        ))}
      </fieldset>
      <div class="results" aria-live="polite">
        {state.layer === undefined ? (
          <p>{shared.incomplete}</p>
        ) : (
          <ArithmeticSteps
            lines={linesFor(state.layer, words[locale].macs)}
            languageTag={languageTag[locale]}
            lit={symbolOf[changed ?? '']}
          />
        )}
        {state.layer !== undefined && (
          <p>
            <strong>
              {show.integer(flopsAtTwoPerMac(macsOf(state.layer)))} {words[locale].flops}
            </strong>
          </p>
        )}
      </div>
      <CalculatorTools words={shared} anchor={anchor} onReset={reset} />
    </>
  );
}

type Layer = NonNullable<ConvolutionCostState['layer']>;

const inputOf = ({ operator, inputSize }: Layer): number[] => [
  operator.spec.inChannels,
  inputSize,
  inputSize,
];
const macsOf = (layer: Layer): number => layer.operator.macs(inputOf(layer));

function linesFor(layer: Layer, unit: string): ArithmeticLine[] {
  const { operator, inputSize } = layer;
  const { parameters, macs, outputSize } = operator.formulas;
  const values = operator.bindings(inputOf(layer));
  const size = outputSize?.[0];
  return [
    ...(size === undefined ? [] : [{ formula: size, values: windowBindings(operator.spec, 0, inputSize) }]),
    ...(parameters === undefined ? [] : [{ formula: parameters, values, quantity: 'parameters' as const }]),
    ...(macs === undefined ? [] : [{ formula: macs, values, quantity: 'macs' as const, unit }]),
  ];
}
