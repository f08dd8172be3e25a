import type { Field, Table } from '../calculators/index.ts';
import type { Layer } from './layers.ts';
import type { SortKey, TableChoice } from './layer-table.ts';
import { matching, sortKeys } from './layer-table.ts';

/** What the address keeps of the table of layers; read leniently, since a hand-made link should show something. */
export const tableFields = {
  view: { kind: 'choice', standard: 'modules', choices: ['modules', 'layers'] },
  sort: { kind: 'choice', standard: 'order', choices: sortKeys },
  direction: { kind: 'choice', standard: 'up', choices: ['up', 'down'] },
  kind: { kind: 'choice', standard: 'all', choices: ['all'] },
  technique: { kind: 'choice', standard: 'all', choices: ['all'] },
  find: { kind: 'text', standard: '', longest: 60 },
} as const satisfies Readonly<Record<string, Field>>;

/** The table as the address describes it. Never throws: what it does not know is the standard. */
export function readTable(typed: Readonly<Record<string, string>>): TableChoice {
  const named = (name: string): string | undefined => {
    const text = typed[name] ?? 'all';
    return text === 'all' || text === '' ? undefined : text;
  };
  return {
    view: typed.view === 'layers' ? 'layers' : 'modules',
    sort: sortKeys.find((key) => key === typed.sort) ?? 'order',
    descending: typed.direction === 'down',
    find: typed.find ?? '',
    kind: named('kind'),
    technique: named('technique'),
  };
}

/** What a click on a column's head asks for: numbers from the largest, then from the smallest, then as they run. */
export function nextSort(
  { sort, descending }: Pick<TableChoice, 'sort' | 'descending'>,
  clicked: SortKey,
): { sort: SortKey; direction: 'up' | 'down' } {
  const firstDown = clicked !== 'path' && clicked !== 'kind';
  if (sort !== clicked) return { sort: clicked, direction: firstDown ? 'down' : 'up' };
  if (descending === firstDown) return { sort: clicked, direction: firstDown ? 'up' : 'down' };
  return { sort: 'order', direction: 'up' };
}

/** The layers a choice keeps, as rows for a spreadsheet, in the order they run. */
export function csvRows(layers: readonly Layer[], choice: TableChoice): Table {
  const head = [
    'path',
    'kind',
    'output shape',
    'parameters',
    'MACs',
    'activations',
    'FLOPs per byte (float32, batch 1)',
  ];
  const rows = matching(layers, choice).map((layer) => [
    layer.path,
    layer.kind,
    layer.outputShape.join('×'),
    layer.parameters,
    layer.macs,
    layer.activations,
    layer.intensity,
  ]);
  return [head, ...rows];
}
