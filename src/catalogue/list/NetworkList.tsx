import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Field } from '../../calculators/index.ts';
import { useTyped } from '../../calculators/index.ts';
import type { Task } from '../../collections/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { languageTag } from '../../i18n/index.ts';
import { SortableHeads } from '../SortableHeads.tsx';
import type { ListKey, ListedNetwork } from './network-list.ts';
import { listKeys, listed } from './network-list.ts';
import { NetworkPlot } from './NetworkPlot.tsx';
import { listWords } from './words.ts';

interface Props {
  readonly locale: Locale;
  readonly networks: readonly ListedNetwork[];
  /** Address of the pages, to which an id and a slash are put. */
  readonly address: string;
  readonly tasks: Readonly<Record<Task, string>>;
}

/** Fields the address keeps. */
export const listFields = {
  sort: { kind: 'choice', standard: 'family', choices: listKeys },
  direction: { kind: 'choice', standard: 'up', choices: ['up', 'down'] },
  task: { kind: 'choice', standard: 'all', choices: ['all'] },
  find: { kind: 'text', standard: '', longest: 60 },
  plot: { kind: 'choice', standard: 'macs', choices: ['macs', 'accuracy', 'size'] },
} as const satisfies Readonly<Record<string, Field>>;

const taskNames = ['image', 'segmentation', 'video', 'language'] as const;

/** All networks: a plot, and a table that sorts and filters. */
export function NetworkList({ locale, networks, address, tasks }: Props): JSX.Element {
  const { typed, type, fill } = useTyped('list', listFields);
  const id = useId();
  const words = listWords[locale];
  const show = formatterFor(languageTag[locale]);
  const sort = listKeys.find((key) => key === typed.sort) ?? 'family';
  const descending = typed.direction === 'down';
  const task = taskNames.find((name) => name === typed.task);
  const rows = listed(networks, { sort, descending, task, find: typed.find ?? '' });
  const clicked = (key: ListKey): void => {
    const firstDown = key !== 'family' && key !== 'title';
    const next = sort === key ? !descending : firstDown;
    fill({ ...typed, sort: key, direction: next ? 'down' : 'up' });
  };
  const look: Readonly<Partial<Record<ListKey, string>>> = {
    parameters: 'align-right q-parameters',
    macs: 'align-right q-macs',
    activations: 'align-right q-activations',
    fileBytes: 'align-right q-bytes',
    accuracyPercent: 'align-right',
  };
  return (
    <>
      <fieldset class="filters needs-script" data-pagefind-ignore>
        <legend class="visually-hidden">{words.heads.title}</legend>
        <div class="field">
          <label for={`${id}-find`}>{words.find}</label>
          <input
            id={`${id}-find`}
            type="text"
            autocomplete="off"
            spellcheck={false}
            maxLength={listFields.find.longest}
            value={typed.find ?? ''}
            onInput={(event) => {
              type('find', event.currentTarget.value);
            }}
          />
        </div>
        <div class="field">
          <label for={`${id}-task`}>{words.task}</label>
          <select
            id={`${id}-task`}
            value={task ?? 'all'}
            onChange={(event) => {
              type('task', event.currentTarget.value);
            }}
          >
            <option value="all">{words.all}</option>
            {taskNames.map((name) => (
              <option key={name} value={name}>
                {tasks[name]}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for={`${id}-plot`}>{words.plot}</label>
          <select
            id={`${id}-plot`}
            value={typed.plot ?? 'macs'}
            onChange={(event) => {
              type('plot', event.currentTarget.value);
            }}
          >
            {Object.entries(words.plots).map(([name, label]) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
        </div>
      </fieldset>
      <NetworkPlot networks={rows} kind={typed.plot ?? 'macs'} words={words} show={show} />
      <section class="scroll-box" aria-label={words.heads.title} data-pagefind-ignore>
        <table class="network-table">
          <caption aria-live="polite">
            {words.caption(show.integer(rows.length), show.integer(networks.length))}
          </caption>
          <thead>
            <tr>
              <SortableHeads
                columns={[
                  ...listKeys.map((key) => [key, words.heads[key], look[key] ?? ''] as const),
                  [undefined, words.input, 'align-right'],
                ]}
                sort={sort}
                descending={descending}
                onSort={clicked}
              />
            </tr>
          </thead>
          <tbody>
            {rows.map((network) => (
              <tr key={network.id}>
                <td>{network.family}</td>
                <th scope="row">
                  <a href={`${address}${network.id}/`}>{network.title}</a>
                </th>
                <td class="align-right q-parameters">{show.prefixed(network.parameters, '')}</td>
                <td class="align-right q-macs">{show.prefixed(network.macs, '')}</td>
                <td class="align-right q-activations">{show.prefixed(network.activations, '')}</td>
                <td class="align-right q-bytes">{show.megabytes(network.fileBytes, 1)}</td>
                <td class="align-right">
                  {network.accuracyPercent === undefined
                    ? '–'
                    : show.percent(network.accuracyPercent / 100, 2)}
                </td>
                <td class="align-right">{show.shape(network.input)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p>{words.accuracyNote}</p>
    </>
  );
}
