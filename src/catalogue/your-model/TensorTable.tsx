import type { JSX } from 'preact';
import { useEffect, useId, useMemo, useState } from 'preact/hooks';
import { toCsv } from '../../calculators/index.ts';
import type { Formatter } from '../../format/index.ts';
import type { ModelTensor } from '../../model-files/index.ts';
import { saveFile } from '../save-file.ts';
import { SortableHeads } from '../SortableHeads.tsx';
import { shownName } from './shown-name.ts';
import { listedTensors, sortedBy, standardChoice, tensorCsv } from './tensor-rows.ts';
import type { YourModelWords } from './words/index.ts';

interface Props {
  readonly tensors: readonly ModelTensor[];
  readonly words: YourModelWords;
  readonly show: Formatter;
}

/** Rows drawn at once, as in the tables of layers; the others follow when asked for. */
const rowsAtOnce = 30;
/** All rows at once stop here: a page of more is of no use to anybody, and the CSV has them. */
const mostRows = 3000;

/** A file's tensors: sorted, filtered, a page at a time. */
export function TensorTable({ tensors, words: all, show }: Props): JSX.Element {
  const words = all.tensors;
  const id = useId();
  const [choice, setChoice] = useState(standardChoice);
  const [limit, setLimit] = useState(rowsAtOnce);
  const dtypes = useMemo(() => [...new Set(tensors.map(({ dtype }) => dtype))], [tensors]);
  const listed = useMemo(() => listedTensors(tensors, choice), [tensors, choice]);
  useEffect(() => {
    setChoice(standardChoice);
  }, [tensors]);
  useEffect(() => {
    setLimit(rowsAtOnce);
  }, [tensors, choice]);
  const rest = Math.min(listed.length, mostRows) - limit;
  const columns = [
    ['name', words.name, ''],
    ['dtype', words.dtype, ''],
    [undefined, words.shape, 'align-right'],
    ['elements', all.types.elements, 'align-right'],
    ['bytes', all.types.bytes, 'align-right q-bytes'],
  ] as const;
  return (
    <section aria-labelledby="tensors">
      <h2 id="tensors">{words.heading}</h2>
      <fieldset class="filters">
        <legend class="visually-hidden">{words.heading}</legend>
        <div class="field">
          <label for={`${id}-find`}>{words.find}</label>
          <input
            id={`${id}-find`}
            type="text"
            autocomplete="off"
            spellcheck={false}
            maxLength={200}
            value={choice.find}
            onInput={(event) => {
              setChoice({ ...choice, find: event.currentTarget.value });
            }}
          />
        </div>
        <div class="field">
          <label for={`${id}-dtype`}>{words.dtype}</label>
          <select
            id={`${id}-dtype`}
            value={choice.dtype === undefined ? '' : String(dtypes.indexOf(choice.dtype))}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setChoice({ ...choice, dtype: value === '' ? undefined : dtypes[Number(value)] });
            }}
          >
            <option value="">{words.all}</option>
            {dtypes.map((dtype, index) => (
              <option key={dtype} value={String(index)}>
                {shownName(dtype)}
              </option>
            ))}
          </select>
        </div>
      </fieldset>
      <section class="scroll-box" aria-label={words.heading}>
        <table class="layer-table">
          <caption aria-live="polite">
            {words.caption(show.integer(listed.length), show.integer(tensors.length))}
          </caption>
          <thead>
            <tr>
              <SortableHeads
                columns={columns}
                sort={choice.sort === 'order' ? undefined : choice.sort}
                descending={choice.descending}
                onSort={(key) => {
                  setChoice(sortedBy(choice, key));
                }}
              />
            </tr>
          </thead>
          <tbody>
            {listed.slice(0, limit).map((tensor, index) => (
              <TensorRow key={index} tensor={tensor} words={words} show={show} />
            ))}
          </tbody>
        </table>
      </section>
      {listed.length === 0 && <p>{words.none}</p>}
      <p class="tools">
        {rest > 0 && (
          <>
            <button
              type="button"
              class="plain-button"
              onClick={() => {
                setLimit(limit + 4 * rowsAtOnce);
              }}
            >
              {words.more(show.integer(Math.min(rest, 4 * rowsAtOnce)))}
            </button>
            {listed.length <= mostRows && (
              <button
                type="button"
                class="plain-button"
                onClick={() => {
                  setLimit(mostRows);
                }}
              >
                {words.rest(show.integer(listed.length))}
              </button>
            )}
          </>
        )}
        <button
          type="button"
          class="plain-button"
          onClick={() => {
            saveFile('tensors.csv', 'text/csv', toCsv(tensorCsv(listed)));
          }}
        >
          {words.csv}
        </button>
      </p>
    </section>
  );
}

interface RowProps {
  readonly tensor: ModelTensor;
  readonly words: YourModelWords['tensors'];
  readonly show: Formatter;
}

function TensorRow({ tensor, words, show }: RowProps): JSX.Element {
  const { name, dtype, shape, elements, bytes, role } = tensor;
  return (
    <tr>
      <th scope="row">
        <code>
          <bdi>{shownName(name)}</bdi>
        </code>
        {role !== 'parameter' && <span>{words[role]}</span>}
      </th>
      <td>
        <code>{shownName(dtype)}</code>
      </td>
      <td class="align-right">{shape.length === 0 ? '()' : show.shape(shape)}</td>
      <td class="align-right">{show.integer(elements)}</td>
      <td class="align-right q-bytes">{bytes === undefined ? words.unknown : show.integer(bytes)}</td>
    </tr>
  );
}
