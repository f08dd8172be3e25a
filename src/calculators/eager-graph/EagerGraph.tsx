import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { calculatorWords, languageTag } from '../../i18n/index.ts';
import { CalculatorTools } from '../shared/CalculatorTools.tsx';
import { FieldSet } from '../shared/FieldSet.tsx';
import { Results } from '../shared/Results.tsx';
import { useTyped } from '../shared/use-typed.ts';
import { CallAnswer } from './CallAnswer.tsx';
import { CallPart } from './CallPart.tsx';
import { EagerPart } from './EagerPart.tsx';
import { GraphPart } from './GraphPart.tsx';
import { eagerGraphResult, stageTable } from './result.ts';
import { callFields, fields, prefix, readEagerGraph } from './state.ts';
import { words } from './words.ts';

interface Props {
  readonly locale: Locale;
  readonly anchor: string;
}

/** A few lines run eagerly, traced and compiled, and the graph called with what it was not traced for. */
export function EagerGraph({ locale, anchor }: Props): JSX.Element {
  const state = useTyped(prefix, fields);
  const { checked, calls, step, stage } = readEagerGraph(state.typed);
  // Steps and stages change what is shown of a result, not the result.
  const result = useMemo(
    () => (calls === undefined ? undefined : eagerGraphResult(calls.first, calls.other)),
    [JSON.stringify(calls)],
  );
  const show = formatterFor(languageTag[locale]);
  const shared = calculatorWords[locale];
  const all = result?.recording.steps.length ?? 0;
  // A step changes neither of these: the same elements are not gone through again.
  const graph = useMemo(
    () =>
      result && (
        <GraphPart
          result={result}
          stage={stage}
          locale={locale}
          show={show}
          onStage={(to) => {
            state.type('stage', to);
          }}
        />
      ),
    [result, stage],
  );
  const call = useMemo(() => result && <CallPart result={result} locale={locale} show={show} />, [result]);
  return (
    <>
      <FieldSet
        fields={callFields}
        labels={words[locale].fields}
        state={state}
        checked={checked}
        words={shared}
        show={show}
      />
      <Results
        waiting={shared.incomplete}
        answer={result && <CallAnswer result={result} locale={locale} show={show} />}
      >
        {result &&
          (() => (
            <>
              <EagerPart
                result={result}
                done={Math.min(step, all)}
                locale={locale}
                show={show}
                onStep={(to) => {
                  state.type('step', String(to === all ? fields.step.standard : to));
                }}
              />
              {graph}
              {call}
            </>
          ))}
      </Results>
      <CalculatorTools
        words={shared}
        anchor={anchor}
        onReset={state.reset}
        table={result && (() => stageTable(result))}
      />
    </>
  );
}
