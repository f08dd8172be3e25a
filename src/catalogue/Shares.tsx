import type { JSX } from 'preact';
import type { CostPart } from '../figures/index.ts';
import { CostShares } from '../figures/index.ts';
import type { Formatter } from '../format/index.ts';
import type { Account } from './account.ts';
import type { CatalogueWords } from './words/index.ts';

interface Props {
  readonly account: Account;
  readonly title: string;
  readonly words: CatalogueWords;
  readonly show: Formatter;
  readonly languageTag: string;
  readonly heads: Readonly<Record<'macs' | 'parameters' | 'activations', string>>;
}

/** Longest name a picture has room for beside its bars, in characters. */
const longestName = 18;

/** The shares of a network's stages as a picture. */
export function StagePicture({ account, title, words, show, languageTag, heads }: Props): JSX.Element {
  const parts: readonly CostPart[] = account.stages.map((stage) => ({
    ...stage,
    name: shortPath(stage.name),
    detail: show.shape(stage.outputShape),
  }));
  return (
    <CostShares parts={parts} title={words.stages.picture(title)} heads={heads} languageTag={languageTag} />
  );
}

/** Where a network's cost is, by stage: a picture, and the numbers as a table. */
export function StageShares(props: Props): JSX.Element {
  const { account, words, show, heads } = props;
  return (
    <section aria-labelledby="stages">
      <h2 id="stages">{words.stages.heading}</h2>
      <StagePicture {...props} />
      <section class="scroll-box" aria-label={words.stages.caption}>
        <table class="stage-table">
          <caption>{words.stages.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.stages.stage}</th>
              <th scope="col" class="align-right">
                {words.totals.output}
              </th>
              <th scope="col" class="align-right">
                {words.stages.layerCount}
              </th>
              <th scope="col" class="align-right q-parameters">
                {heads.parameters}
              </th>
              <th scope="col" class="align-right q-macs">
                {heads.macs}
              </th>
              <th scope="col" class="align-right q-activations">
                {heads.activations}
              </th>
              <th scope="col" class="align-right">
                {words.intensity}
              </th>
            </tr>
          </thead>
          <tbody>
            {account.stages.map((stage) => (
              <tr key={stage.name}>
                <th scope="row">
                  <code>{stage.name}</code>
                  {stage.repeats > 1 && <span>{words.stages.repeats(show.integer(stage.repeats))}</span>}
                </th>
                <td class="align-right">{show.shape(stage.outputShape)}</td>
                <td class="align-right">{show.integer(stage.layerCount)}</td>
                <td class="align-right q-parameters">{show.integer(stage.parameters)}</td>
                <td class="align-right q-macs">{show.integer(stage.macs)}</td>
                <td class="align-right q-activations">{show.integer(stage.activations)}</td>
                <td class="align-right">{show.decimal(stage.intensity, 1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

/** Where a network's cost is, by kind of operator. */
export function KindShares({ account, title, words, show, languageTag, heads }: Props): JSX.Element {
  const parts: readonly CostPart[] = account.kinds.map(({ kind, layerCount, ...cost }) => ({
    ...cost,
    name: words.kindNames[kind] ?? kind,
    detail: words.layerCount(show.integer(layerCount)),
  }));
  return (
    <section aria-labelledby="kinds">
      <h2 id="kinds">{words.kinds.heading}</h2>
      <CostShares parts={parts} title={words.kinds.picture(title)} heads={heads} languageTag={languageTag} />
    </section>
  );
}

/** The end of a long path, from a whole part on: `…layers.0–11`. */
function shortPath(path: string): string {
  if (path.length <= longestName) return path;
  const parts = path.split('.');
  const kept = parts.findIndex((_, index) => parts.slice(index).join('.').length < longestName);
  return kept > 0 ? `…${parts.slice(kept).join('.')}` : `…${path.slice(1 - longestName)}`;
}
