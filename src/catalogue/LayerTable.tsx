import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Formatter } from '../format/index.ts';
import type { Layer } from './layers.ts';
import type { Line, SortKey, TableChoice } from './layer-table.ts';
import { allModules, filters, linesOf, matching, openAtFirst } from './layer-table.ts';
import type { Column } from './SortableHeads.tsx';
import { SortableHeads } from './SortableHeads.tsx';
import { nextSort } from './table-state.ts';
import type { CatalogueWords } from './words/index.ts';

interface Props {
  readonly layers: readonly Layer[];
  readonly choice: TableChoice;
  readonly onSort: (sort: SortKey, direction: 'up' | 'down') => void;
  readonly words: CatalogueWords;
  readonly heads: Readonly<Record<'macs' | 'parameters' | 'activations' | 'module' | 'output', string>>;
  readonly show: Formatter;
}

/** Rows drawn at once; the others follow when asked for, so that thousands open, sort and filter at once. */
const rowsAtOnce = 20;

/** How many times as many come when more are asked for. */
const moreTimes = 6;

/** A network's layers: folded by module or one by one, sorted, filtered. */
export function LayerTable({ layers, choice, onSort, words, heads, show }: Props): JSX.Element {
  const [limit, setLimit] = useState(rowsAtOnce);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => openAtFirst(layers));
  const { view, sort, descending, find, kind, technique } = choice;
  const lines = useMemo(
    () => linesOf(layers, choice, open),
    [layers, view, sort, descending, find, kind, technique, open],
  );
  useEffect(() => {
    setLimit(rowsAtOnce);
  }, [layers, view, sort, descending, find, kind, technique]);
  useEffect(() => {
    setOpen(openAtFirst(layers));
  }, [layers]);
  const toggle = (path: string): void => {
    const next = new Set(open);
    if (!next.delete(path)) next.add(path);
    setOpen(next);
    // What opens pushes nothing out of sight that was in it.
    const opened = linesOf(layers, choice, next).length - lines.length;
    if (opened > 0) setLimit(limit + Math.min(opened, rowsAtOnce));
  };
  const { table } = words;
  const columns: readonly Column<SortKey>[] = [
    ['path', heads.module, ''],
    ['kind', table.kind, ''],
    [undefined, heads.output, 'align-right'],
    ['parameters', heads.parameters, 'align-right q-parameters'],
    ['macs', heads.macs, 'align-right q-macs'],
    ['activations', heads.activations, 'align-right q-activations'],
    ['intensity', words.intensity, 'align-right'],
  ];
  const rest = lines.length - limit;
  const count = useMemo(() => matching(layers, choice).length, [layers, find, kind, technique]);
  return (
    <>
      {view === 'modules' && !filters(choice) && (
        <p class="tools">
          <button
            type="button"
            class="plain-button"
            onClick={() => {
              setOpen(allModules(layers));
            }}
          >
            {table.openAll}
          </button>
          <button
            type="button"
            class="plain-button"
            onClick={() => {
              setOpen(new Set());
            }}
          >
            {table.closeAll}
          </button>
        </p>
      )}
      <section class="scroll-box" aria-label={table.heading}>
        <table class="layer-table">
          <caption aria-live="polite">
            {table.caption(show.integer(count), show.integer(layers.length))}
          </caption>
          <thead>
            <tr>
              <SortableHeads
                columns={columns}
                sort={sort}
                descending={descending}
                onSort={(key) => {
                  const next = nextSort(choice, key);
                  onSort(next.sort, next.direction);
                }}
              />
            </tr>
          </thead>
          <tbody>
            {/* Rows are written over in place: to make new ones takes twice as long. */}
            {lines.slice(0, limit).map((line, place) => (
              <LineRow
                key={place}
                line={line}
                words={words}
                show={show}
                onToggle={filters(choice) ? undefined : toggle}
              />
            ))}
          </tbody>
        </table>
      </section>
      {lines.length === 0 && <p>{table.none}</p>}
      {rest > 0 && (
        <p class="tools">
          <button
            type="button"
            class="plain-button"
            onClick={() => {
              setLimit(limit + moreTimes * rowsAtOnce);
            }}
          >
            {table.more(show.integer(Math.min(rest, moreTimes * rowsAtOnce)))}
          </button>
          <button
            type="button"
            class="plain-button"
            onClick={() => {
              setLimit(lines.length);
            }}
          >
            {table.rest(show.integer(lines.length))}
          </button>
        </p>
      )}
    </>
  );
}

interface RowProps {
  readonly line: Line;
  readonly words: CatalogueWords;
  readonly show: Formatter;
  /** Undefined while a filter decides what is open. */
  readonly onToggle: ((path: string) => void) | undefined;
}

function LineRow({ line, words, show, onToggle }: RowProps): JSX.Element {
  const { path, label, depth, layer, layerCount, cost, open } = line;
  return (
    <tr class={layer === undefined ? 'module' : undefined}>
      <th scope="row" class={`depth-${Math.min(depth, 6)}`}>
        {layer === undefined && onToggle !== undefined ? (
          <button
            type="button"
            class="plain-button"
            aria-expanded={open}
            title={path}
            onClick={() => {
              onToggle(path);
            }}
          >
            <code>{label}</code>
          </button>
        ) : (
          <code title={path}>{label}</code>
        )}
      </th>
      <td>
        {layer === undefined
          ? words.layerCount(show.integer(layerCount))
          : (words.kindNames[layer.kind] ?? layer.kind)}
        {layer?.techniques.map((technique) => (
          <span key={technique}>{words.techniqueNames[technique]}</span>
        ))}
      </td>
      <td class="align-right">{layer === undefined ? '' : show.shape(layer.outputShape)}</td>
      <td class="align-right q-parameters">{show.integer(cost.parameters)}</td>
      <td class="align-right q-macs">{show.integer(cost.macs)}</td>
      <td class="align-right q-activations">{show.integer(cost.activations)}</td>
      <td class="align-right">{show.decimal(cost.intensity, 1)}</td>
    </tr>
  );
}
