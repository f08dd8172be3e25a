import type { JSX } from 'preact';
import type { CurvesPanel } from '../../figures/index.ts';
import { TrainingCurves } from '../../figures/index.ts';
import type { Formatter } from '../../format/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { betweenSentences, languageTag } from '../../i18n/index.ts';
import type { ArmReport, Settings } from './experiment.ts';
import { arms, largestBatch } from './experiment.ts';
import type { Outcome, Spread } from './outcome.ts';
import { lossDigits } from './outcome.ts';
import { testSamples } from './state.ts';
import { words } from './words.ts';

interface Props {
  readonly settings: Settings;
  readonly reports: readonly ArmReport[];
  readonly outcome: Outcome;
  /** Whether the run was made in this browser, so that its times mean something. */
  readonly timed: boolean;
  readonly locale: Locale;
}

/** Curves as they come, and once a seed is through, the ends of the three schedules and what they show. */
export function RunResult({ settings, reports, outcome, timed, locale }: Props): JSX.Element {
  const show = formatterFor(languageTag[locale]);
  const own = words[locale];
  const [first, last] = [show.integer(settings.batch), show.integer(largestBatch(settings))];
  const points = (share: number): string => show.decimal(100 * share, 1);
  const digits = lossDigits(outcome);
  const spread = (value: Spread | undefined, write: (each: number) => string): JSX.Element =>
    value === undefined ? (
      <>{own.diverged}</>
    ) : (
      <>
        {write(value.mean)}
        {value.least < value.most && (
          <span class="spread">{own.range(write(value.least), write(value.most))}</span>
        )}
      </>
    );
  return (
    <>
      <TrainingCurves
        panels={panelsOf(settings, reports, locale, show)}
        epochs={settings.epochs}
        labels={{
          fixed: own.arms.fixed(first, last),
          growing: own.arms.growing(first, last),
          large: own.arms.large(first, last),
        }}
        title={own.plot.title}
        axis={own.plot.axis(show.integer(settings.epochs))}
      />
      {outcome.finishedSeeds === 0 ? (
        <p>{own.waiting}</p>
      ) : (
        <>
          <section class="scroll-box" aria-label={own.table.schedule}>
            <table class="training-table">
              <caption>{own.table.caption(show.integer(outcome.finishedSeeds))}</caption>
              <thead>
                <tr>
                  <th scope="col">{own.table.schedule}</th>
                  {[
                    own.table.updates,
                    own.table.loss,
                    own.table.accuracy,
                    ...(timed ? [own.table.seconds] : []),
                  ].map((heading) => (
                    <th key={heading} scope="col" class="number">
                      {heading}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {outcome.arms.map((arm) => (
                  <tr key={arm.arm}>
                    <th scope="row">
                      {own.arms[arm.arm](show.integer(arm.firstBatch), show.integer(arm.lastBatch))}
                    </th>
                    <td class="number">{show.integer(arm.updates)}</td>
                    <td class="number">{spread(arm.trainingLoss, (value) => show.decimal(value, digits))}</td>
                    <td class="number">{spread(arm.testAccuracy, (value) => show.percent(value, 1))}</td>
                    {timed && <td class="number">{show.decimal(arm.seconds, 1)}</td>}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <Verdict outcome={outcome} timed={timed} locale={locale} show={show} points={points} />
        </>
      )}
    </>
  );
}

interface VerdictProps {
  readonly outcome: Outcome;
  readonly timed: boolean;
  readonly locale: Locale;
  readonly show: Formatter;
  readonly points: (share: number) => string;
}

/** What the ends say and what they do not. */
function Verdict({ outcome, timed, locale, show, points }: VerdictProps): JSX.Element {
  const { verdict } = words[locale];
  const fixed = outcome.arms.find(({ arm }) => arm === 'fixed');
  const growing = outcome.arms.find(({ arm }) => arm === 'growing');
  const [before, after] = [fixed?.testAccuracy, growing?.testAccuracy];
  if (fixed === undefined || growing === undefined || before === undefined || after === undefined) {
    return <p>{timed && verdict.time}</p>;
  }
  const difference = Math.abs(after.mean - before.mean);
  const bySeed = before.most - before.least;
  const says = difference > bySeed ? verdict.beyond : verdict.within;
  return (
    <p>
      <strong>{verdict.updates(show.integer(growing.updates), show.integer(fixed.updates))}</strong>
      {betweenSentences[locale]}
      {verdict.accuracy(show.percent(after.mean, 1), show.percent(before.mean, 1))}
      {betweenSentences[locale]}
      {outcome.finishedSeeds === 1 ? verdict.oneSeed : says(points(difference), points(bySeed))}
      {betweenSentences[locale]}
      {verdict.oneDigit(show.integer(testSamples), show.decimal(100 / testSamples, 2))}
      {betweenSentences[locale]}
      {timed && verdict.time}
    </p>
  );
}

/** A guess among ten classes has a loss of ln 10 nats; curves that rise above twice that are drawn at the edge. */
const lossRange = [0.01, 2 * Math.log(10)] as const;

function panelsOf(
  settings: Settings,
  reports: readonly ArmReport[],
  locale: Locale,
  show: Formatter,
): CurvesPanel[] {
  const own = words[locale].plot;
  const runs = Array.from({ length: settings.seeds }, (_, index) =>
    arms.map((kind) => ({
      kind,
      reports: reports.filter((report) => report.arm === kind && report.seed === index + 1),
    })),
  ).flat();
  const curves = (of: (report: ArmReport) => number): CurvesPanel['curves'] =>
    runs
      .filter((run) => run.reports.length > 1)
      .map(({ kind, reports: ownReports }) => ({ kind, values: ownReports.map(of) }));
  return [
    {
      name: own.loss,
      scale: 'logarithmic',
      range: lossRange,
      ticks: [0.01, 0.1, 1].map((value) => ({ value, label: show.trimmed(value, 2) })),
      curves: curves(({ trainingLoss }) => trainingLoss),
    },
    {
      name: own.accuracy,
      scale: 'linear',
      range: [0.7, 1],
      ticks: [0.7, 0.8, 0.9, 1].map((value) => ({ value, label: show.percent(value) })),
      curves: curves(({ testAccuracy }) => testAccuracy),
    },
  ];
}
