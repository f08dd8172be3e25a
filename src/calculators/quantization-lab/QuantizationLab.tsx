import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { float32FromBase64 } from '../../engine/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { calculatorWords, languageTag } from '../../i18n/index.ts';
import { CalculatorTools } from '../shared/CalculatorTools.tsx';
import { FieldGroup } from '../shared/FieldGroup.tsx';
import { FieldView } from '../shared/FieldView.tsx';
import { numberIn } from '../shared/fields.ts';
import { usePainted } from '../shared/Later.tsx';
import { Results } from '../shared/Results.tsx';
import { isAwaited, useOnDemand } from '../shared/use-on-demand.ts';
import { useTyped } from '../shared/use-typed.ts';
import { comparisonAsker } from './ask-comparison.ts';
import type { Comparison } from './comparison.ts';
import { ComparisonView } from './ComparisonView.tsx';
import { LabAnswer } from './LabAnswer.tsx';
import type { LabLayer } from './LabSource.tsx';
import { LabSource } from './LabSource.tsx';
import { LabWorking } from './LabWorking.tsx';
import { schemeRows } from './LabTables.tsx';
import { quantizedLab } from './quantized-lab.ts';
import { OutlierSlider } from './OutlierSlider.tsx';
import type { FieldName } from './state.ts';
import { comparisonKey, fields, prefix, readLab, standardComparisonKey } from './state.ts';
import { words } from './words.ts';

interface Props {
  readonly locale: Locale;
  readonly anchor: string;
  readonly layer: LabLayer;
  readonly standardComparison: Comparison;
}

/** Real weights, or the reader's own, under an affine quantizer of the reader's choice and beside every other scheme. */
export function QuantizationLab({ locale, anchor, layer, standardComparison }: Props): JSX.Element {
  const { typed, type, reset } = useTyped(prefix, fields);
  const trained = useMemo(
    () => ({ shape: layer.shape, values: float32FromBase64(layer.float32) }),
    [layer.shape, layer.float32],
  );
  const { shown, checked, lab, quantization } = useMemo(() => {
    const read = readLab(typed, trained);
    return { ...read, quantization: read.lab && quantizedLab(read.lab) };
  }, [typed, trained]);
  const show = formatterFor(languageTag[locale]);
  const shared = calculatorWords[locale];
  const own = words[locale];
  const standard = useMemo(
    () => ({ key: standardComparisonKey, value: standardComparison }),
    [standardComparison],
  );
  const ask = useMemo(comparisonAsker, []);
  // The chosen scheme is painted first; the others follow.
  const key = lab === undefined ? undefined : comparisonKey(typed);
  const fetched = useOnDemand(key, standard, () =>
    lab === undefined
      ? Promise.reject(new RangeError('there are no weights to compare schemes on'))
      : ask({ tensor: lab.tensor, rule: lab.rule }),
  );
  const comparison = fetched.latest.value;
  // The chosen scheme changes first and the comparison when it comes: neither is gone through for the other.
  const working = useMemo(
    () => lab && quantization && <LabWorking lab={lab} quantization={quantization} locale={locale} />,
    [lab, quantization, locale],
  );
  const compared = useMemo(
    () => <ComparisonView comparison={comparison} locale={locale} />,
    [comparison, locale],
  );
  const isPasted = usePainted(typed.source === 'pasted');
  const numbersLabel =
    lab === undefined || !isPasted
      ? own.fields.numbers
      : own.shaped(own.fields.numbers, show.shape(lab.tensor.shape));
  const field = (name: Exclude<FieldName, 'outlier'>): JSX.Element => (
    <FieldView
      key={name}
      field={fields[name]}
      label={name === 'numbers' ? numbersLabel : own.fields[name]}
      typed={typed[name] ?? ''}
      checked={checked[name] ?? { value: 0 }}
      words={shared}
      show={show}
      choiceLabel={(choice) => own.choices[choice] ?? choice}
      onType={(text) => {
        type(name, text);
      }}
    />
  );
  return (
    <>
      <FieldGroup legend={own.inputs}>
        {shown
          .filter((name) => name !== 'numbers')
          .map((name) =>
            name === 'outlier' ? (
              <OutlierSlider
                key={name}
                field={fields[name]}
                label={own.fields[name]}
                typed={typed[name] ?? ''}
                shown={
                  'value' in (checked[name] ?? {})
                    ? show.factor(numberIn(checked, name), 2)
                    : (typed[name] ?? '')
                }
                onType={(text) => {
                  type(name, text);
                }}
              />
            ) : (
              field(name)
            ),
          )}
      </FieldGroup>
      <LabSource layer={layer} numbers={field('numbers')} isPasted={isPasted} locale={locale} />
      <Results
        waiting={shared.incomplete}
        answer={lab && quantization && <LabAnswer lab={lab} quantization={quantization} locale={locale} />}
      >
        {lab &&
          (() => (
            <>
              {working}
              <div aria-busy={isAwaited(key, fetched)}>{compared}</div>
            </>
          ))}
      </Results>
      <CalculatorTools
        words={shared}
        anchor={anchor}
        onReset={reset}
        table={lab && (() => schemeRows(comparison, locale))}
      />
    </>
  );
}
