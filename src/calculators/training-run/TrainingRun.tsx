import type { JSX } from 'preact';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { calculatorWords, languageTag } from '../../i18n/index.ts';
import { CalculatorTools } from '../shared/CalculatorTools.tsx';
import { FieldSet } from '../shared/FieldSet.tsx';
import { useTyped } from '../shared/use-typed.ts';
import type { BuiltRun } from './built-curves.ts';
import { outcomeOf } from './outcome.ts';
import { RunResult } from './RunResult.tsx';
import { fieldNames, fields, prefix, readRun } from './state.ts';
import { outcomeRows } from './table.ts';
import { useRun } from './use-run.ts';
import { words } from './words.ts';

interface Props {
  readonly locale: Locale;
  readonly anchor: string;
  /** The run of the standard settings that the page was built with. */
  readonly built: BuiltRun;
  readonly dataAddress: string;
}

/** A small network trained for real with three batch schedules, when the reader asks for it. */
export function TrainingRun({ locale, anchor, built, dataAddress }: Props): JSX.Element {
  const { typed, type, reset } = useTyped(prefix, fields);
  const { checked, settings } = readRun(typed);
  const runner = useRun(built, dataAddress);
  const { status, reports } = runner.state;
  const show = formatterFor(languageTag[locale]);
  const shared = calculatorWords[locale];
  const own = words[locale];
  const over = status === 'built' || status === 'done';
  const outcome = outcomeOf(reports, runner.state.settings, over);
  const seed = Math.max(1, ...reports.map((report) => report.seed));
  return (
    <>
      <p class="part">{own.data}</p>
      <FieldSet
        fields={fields}
        shown={fieldNames}
        labels={own.fields}
        legend={own.inputs}
        state={{ typed, type }}
        checked={checked}
        words={shared}
        show={show}
      />
      <div class="training-actions needs-script" data-pagefind-ignore>
        <button
          type="button"
          disabled={settings === undefined && status !== 'running'}
          onClick={() => {
            if (status === 'running') runner.stop();
            else if (settings !== undefined) runner.start(settings);
          }}
        >
          {status === 'running' ? own.stop : own.start}
        </button>
      </div>
      <p class="part training-state" role="status">
        {own.status[status](show.integer(seed), show.integer(runner.state.settings.seeds))}
      </p>
      <div class="results">
        <RunResult
          settings={runner.state.settings}
          reports={reports}
          outcome={outcome}
          timed={status !== 'built'}
          locale={locale}
        />
      </div>
      <CalculatorTools
        words={shared}
        anchor={anchor}
        onReset={() => {
          runner.reset();
          reset();
        }}
        table={outcome.finishedSeeds === 0 ? undefined : () => outcomeRows(reports)}
      />
    </>
  );
}
