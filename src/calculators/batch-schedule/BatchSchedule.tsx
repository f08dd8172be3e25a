import type { JSX } from 'preact';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { calculatorWords, languageTag } from '../../i18n/index.ts';
import { CalculatorTools } from '../shared/CalculatorTools.tsx';
import { FieldSet } from '../shared/FieldSet.tsx';
import { Results } from '../shared/Results.tsx';
import { useTyped } from '../shared/use-typed.ts';
import type { NetworkMemories } from './networks.ts';
import { networkNames } from './networks.ts';
import { ScheduleAnswer } from './ScheduleAnswer.tsx';
import { ScheduleWorking } from './ScheduleWorking.tsx';
import { fieldNames, fields, prefix, readSchedule } from './state.ts';
import { stageRows } from './table.ts';
import { words } from './words.ts';

interface Props {
  readonly locale: Locale;
  readonly anchor: string;
  readonly memories: NetworkMemories;
}

/** Batch, learning rate, updates and memory of a training run whose batch grows in stages. */
export function BatchSchedule({ locale, anchor, memories }: Props): JSX.Element {
  const { typed, type, reset } = useTyped(prefix, fields);
  const { checked, plan } = readSchedule(typed, memories);
  const show = formatterFor(languageTag[locale]);
  const shared = calculatorWords[locale];
  const own = words[locale];
  const titleOf = (choice: string): string => {
    const name = networkNames.find((each) => each === choice);
    return name === undefined ? (own.choices[choice] ?? choice) : memories[name].title;
  };
  return (
    <>
      <FieldSet
        fields={fields}
        shown={fieldNames}
        labels={own.fields}
        legend={own.inputs}
        state={{ typed, type }}
        checked={checked}
        words={shared}
        show={show}
        choiceLabel={titleOf}
      />
      <Results waiting={shared.incomplete} answer={plan && <ScheduleAnswer plan={plan} locale={locale} />}>
        {plan && (() => <ScheduleWorking plan={plan} locale={locale} />)}
      </Results>
      <CalculatorTools
        words={shared}
        anchor={anchor}
        onReset={reset}
        table={plan && (() => stageRows(plan, own.table.columns))}
      />
    </>
  );
}
