import type { JSX } from 'preact';
import { at, nodeOf, operationText } from '../../engine/index.ts';
import type { NumberArray } from '../../engine/index.ts';
import type { Formatter } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { lineOf, ProgramText } from './ProgramText.tsx';
import type { EagerGraphResult } from './result.ts';
import { bytesOf } from './result.ts';
import { words } from './words.ts';

interface Props {
  readonly result: EagerGraphResult;
  /** Operations run so far. */
  readonly done: number;
  readonly locale: Locale;
  readonly show: Formatter;
  readonly onStep: (step: number) => void;
}

/** The program run step by step, with its tape; steps still ahead keep their room. */
export function EagerPart({ result, done, locale, show, onStep }: Props): JSX.Element {
  const { recording } = result;
  const own = words[locale];
  const all = recording.steps.length;
  const names = (ids: readonly number[]): string => ids.map((id) => nodeOf(recording, id).name).join(', ');
  const buttons = [
    { label: own.controls.start, to: 0, useless: done === 0 },
    { label: own.controls.back, to: done - 1, useless: done === 0 },
    { label: own.controls.step, to: done + 1, useless: done === all },
    { label: own.controls.all, to: all, useless: done === all },
  ];
  return (
    <section class="part" aria-label={own.eager}>
      <p>{own.program}</p>
      <ProgramText current={done === 0 ? undefined : at(recording.steps, done - 1).statement} />
      <p class="part-title">{own.eager}</p>
      <div class="tools needs-script" data-pagefind-ignore>
        {buttons.map(({ label, to, useless }) => (
          <button
            key={label}
            type="button"
            class="plain-button"
            aria-disabled={useless}
            onClick={() => {
              if (!useless) onStep(to);
            }}
          >
            {label}
          </button>
        ))}
      </div>
      <p aria-live="polite">{own.progress(show.integer(done), show.integer(all))}</p>
      <section class="scroll-box" aria-label={own.tapeCaption}>
        <table class="eager-table">
          <caption>{own.tapeCaption}</caption>
          <thead>
            <tr>
              {own.tapeHeads.map((head, column) => (
                <th key={head} scope="col" class={column === 0 || column === 4 ? 'number' : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {recording.steps.map(({ node, statement, value, onTape, kept, live, liveWithoutTape }, index) => (
              <tr
                key={node.id}
                class={index < done ? (index === done - 1 ? 'now' : undefined) : 'ahead'}
                aria-hidden={index < done ? undefined : true}
              >
                <td class="number">{lineOf(statement)}</td>
                <th scope="row">
                  <code>{operationText(recording, node)}</code>
                </th>
                <td>{arrayText(value, show, own.equalRows)}</td>
                <td>{onTape ? <code>{names(kept)}</code> : '–'}</td>
                <td class="number q-activations">
                  {show.integer(bytesOf(recording, live))} (
                  {show.integer(bytesOf(recording, liveWithoutTape))})
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

/** A scalar, a row, or the first of several equal rows of a matrix; weights' rows differ and are all written. */
function arrayText(
  { shape, values }: NumberArray,
  show: Formatter,
  equalRows: (rows: string) => string,
): string {
  const written = values.map((value) => show.significant(value, 4));
  const columns = shape.at(-1);
  if (columns === undefined) return written.join('');
  const rows = Array.from(
    { length: written.length / columns },
    (_, row) => `[${written.slice(row * columns, (row + 1) * columns).join(', ')}]`,
  );
  const [first = ''] = rows;
  if (rows.length === 1) return first;
  return rows.every((row) => row === first)
    ? first + equalRows(show.integer(rows.length))
    : `[${rows.join(', ')}]`;
}
