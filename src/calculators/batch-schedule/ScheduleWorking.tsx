import type { JSX } from 'preact';
import type { ScheduleStage } from '../../engine/index.ts';
import { at } from '../../engine/index.ts';
import type { StairsPanel } from '../../figures/index.ts';
import { EpochStairs } from '../../figures/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { languageTag } from '../../i18n/index.ts';
import { ArithmeticSteps } from '../shared/ArithmeticSteps.tsx';
import { batchBytes, lastStageLines } from './lines.ts';
import type { SchedulePlan } from './state.ts';
import { epochsOf } from './table.ts';
import { words } from './words.ts';

interface Props {
  readonly plan: SchedulePlan;
  readonly locale: Locale;
}

/** The schedule drawn beside a fixed batch, stage by stage, and worked out for its last stage. */
export function ScheduleWorking({ plan, locale }: Props): JSX.Element {
  const { schedule, run } = plan;
  const show = formatterFor(languageTag[locale]);
  const own = words[locale];
  const bytes = (batch: number): string => show.prefixed(batchBytes(plan, batch), 'B', 1);
  const rate = (value: number): string => show.significant(value, 3);
  return (
    <>
      <EpochStairs
        panels={panelsOf(plan, locale, rate, bytes)}
        title={own.panels.title}
        axis={own.panels.axis(show.integer(schedule.epochs))}
      />
      <p class="part">{own.dashed}</p>
      <section class="scroll-box" aria-label={own.table.caption}>
        <table class="training-table">
          <caption>{own.table.caption}</caption>
          <thead>
            <tr>
              {own.table.columns.map((column) => (
                <th key={column} scope="col" class="number">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {run.stages.map((stage) => (
              <tr key={stage.firstEpoch}>
                <th scope="row" class="number">
                  {epochsOf(stage)}
                </th>
                <td class="number">{show.integer(stage.batch)}</td>
                <td class="number">{rate(stage.learningRate)}</td>
                <td class="number">{rate(stage.learningRatePerSample)}</td>
                <td class="number">{show.integer(stage.updatesPerEpoch)}</td>
                <td class="number">{show.integer(stage.updates)}</td>
                <td class="number">{bytes(stage.batch)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="part">{own.lastStage}</p>
      <ArithmeticSteps lines={lastStageLines(plan, own.units)} languageTag={languageTag[locale]} />
    </>
  );
}

function panelsOf(
  plan: SchedulePlan,
  locale: Locale,
  rate: (value: number) => string,
  bytes: (batch: number) => string,
): StairsPanel[] {
  const { run, fixed } = plan;
  const show = formatterFor(languageTag[locale]);
  const own = words[locale].panels;
  const [first, last] = [at(run.stages, 0), at(run.stages, run.stages.length - 1)];
  const drawn = (of: (stage: ScheduleStage) => number): Pick<StairsPanel, 'steps' | 'compared'> => {
    const steps = (stages: readonly ScheduleStage[]): StairsPanel['steps'] =>
      stages.map((stage) => ({ epochs: stage.epochs, value: of(stage) }));
    return { steps: steps(run.stages), compared: steps(fixed.stages) };
  };
  return [
    {
      name: own.batch(show.integer(first.batch), show.integer(last.batch)),
      scale: 'logarithmic',
      ...drawn((stage) => stage.batch),
    },
    {
      name: own.rate(rate(first.learningRate), rate(last.learningRate)),
      scale: 'logarithmic',
      ...drawn((stage) => stage.learningRate),
    },
    {
      name: own.updates(show.integer(first.updatesPerEpoch), show.integer(last.updatesPerEpoch)),
      scale: 'area',
      ...drawn((stage) => stage.updatesPerEpoch),
    },
    {
      name: own.memory(bytes(first.batch), bytes(last.batch)),
      scale: 'linear',
      quantity: 'bytes',
      ...drawn((stage) => batchBytes(plan, stage.batch)),
    },
  ];
}
