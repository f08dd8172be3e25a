import type { JSX } from 'preact';
import type { GraphStage } from '../../engine/index.ts';
import { GraphPicture, MemoryPlanPicture } from '../../figures/index.ts';
import type { Formatter } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import type { EagerGraphResult } from './result.ts';
import { stageResults } from './result.ts';
import { words } from './words.ts';

interface Props {
  readonly result: EagerGraphResult;
  readonly stage: GraphStage;
  readonly locale: Locale;
  readonly show: Formatter;
  readonly onStage: (stage: GraphStage) => void;
}

/** The traced graph at one stage of its passes, the memory planned for it, and what every stage costs. */
export function GraphPart({ result, stage, locale, show, onStage }: Props): JSX.Element {
  const own = words[locale];
  const { graph: traced } = result;
  const stages = stageResults(result);
  const shown = stages.find((each) => each.stage === stage);
  const scaleBytes = Math.max(...stages.map(({ plan }) => plan.arenaBytes));
  return (
    <section class="part" aria-label={own.traced}>
      <p class="part-title">{own.traced}</p>
      <div class="tools needs-script" data-pagefind-ignore>
        {stages.map((each) => (
          <button
            key={each.stage}
            type="button"
            class="plain-button"
            aria-pressed={each.stage === stage}
            onClick={() => {
              onStage(each.stage);
            }}
          >
            {own.stages[each.stage]}
          </button>
        ))}
      </div>
      {shown !== undefined && (
        <>
          <GraphPicture
            traced={traced}
            graph={shown.graph}
            title={own.picture(show.integer(traced.launches.length), show.integer(shown.cost.launches))}
          />
          <p aria-live="polite">
            {own.plan(show.integer(shown.plan.arenaBytes), show.integer(shown.plan.separateBytes))}
          </p>
          <MemoryPlanPicture
            graph={shown.graph}
            scaleBytes={scaleBytes}
            title={own.plan(show.integer(shown.plan.arenaBytes), show.integer(shown.plan.separateBytes))}
            axis={own.planAxis}
            show={show}
          />
        </>
      )}
      <section class="scroll-box" aria-label={own.stageCaption}>
        <table class="eager-table">
          <caption>{own.stageCaption}</caption>
          <thead>
            <tr>
              {own.stageHeads.map((head, column) => (
                <th key={head} scope="col" class={column > 0 ? 'number' : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stages.map(({ stage: name, cost, plan }) => (
              <tr key={name} class={name === stage ? 'now' : undefined}>
                <th scope="row">{own.stages[name]}</th>
                <td class="number">{show.integer(cost.launches)}</td>
                <td class="number q-macs">{show.integer(cost.flops)}</td>
                <td class="number q-bytes">{show.integer(cost.bytesMoved)}</td>
                <td class="number q-activations">{show.integer(plan.separateBytes)}</td>
                <td class="number q-activations">{show.integer(plan.arenaBytes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
