import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ResidualBlock, ResidualBlockName } from '../../engine/index.ts';
import { blockWords } from '../../figures/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { betweenSentences, languageTag } from '../../i18n/index.ts';
import { usePainted } from '../shared/Later.tsx';
import type { ComparedBlock } from './state.ts';
import { words } from './words.ts';

interface Props {
  readonly blocks: readonly ComparedBlock[];
  readonly locale: Locale;
}

/**
 * The blocks' counts in a table, and what they say together. After a change what a block costs is painted first; what
 * it writes, and the sentence, follow by a frame.
 */
export function BlocksAnswer({ blocks, locale }: Props): JSX.Element {
  const own = words[locale];
  const drawing = blockWords[locale];
  const show = formatterFor(languageTag[locale]);
  // The shapes below say why a block cannot have these sizes; here its row keeps its form.
  const textOf = (count: number | undefined): string => (count === undefined ? '–' : show.integer(count));
  const painted = usePainted(blocks);
  const summary = useMemo(() => <p>{summaryOf(painted, locale)}</p>, [painted]);
  const activations = useMemo(
    () =>
      painted.map(({ block }) => (
        <td class="align-right q-activations">{textOf(block?.activationElements)}</td>
      )),
    [painted],
  );
  return (
    <>
      {summary}
      <section class="scroll-box" aria-label={own.caption}>
        <table class="steady">
          <thead>
            <tr>
              <th scope="col">{own.heads.block}</th>
              <th scope="col" class="align-right">
                {own.heads.weights}
              </th>
              <th scope="col" class="align-right">
                {own.heads.macs}
              </th>
              <th scope="col" class="align-right">
                {own.heads.activations}
              </th>
            </tr>
          </thead>
          <tbody>
            {blocks.map(({ name, block }, index) => (
              <tr key={name}>
                <th scope="row">{drawing.name[name]}</th>
                <td class="align-right q-parameters">{textOf(block?.weights)}</td>
                <td class="align-right q-macs">{textOf(block?.macs)}</td>
                {activations[index]}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function summaryOf(blocks: readonly ComparedBlock[], locale: Locale): JSX.Element {
  const own = words[locale];
  const show = formatterFor(languageTag[locale]);
  const found = (wanted: ResidualBlockName): ResidualBlock | undefined =>
    blocks.find(({ name }) => name === wanted)?.block;
  const [basic, first, middle] = [found('basic'), found('bottleneck-v1'), found('bottleneck-v1.5')];
  if (basic === undefined || first === undefined || middle === undefined) return <></>;
  return (
    <>
      <strong>{own.ratio(show.factor(basic.weights / first.weights, 1))}</strong>
      {betweenSentences[locale]}
      {first.macs === middle.macs
        ? own.sameCost
        : own.strideCost(show.change(middle.macs / first.macs - 1, 1))}
    </>
  );
}
