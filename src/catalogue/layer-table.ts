import { isModule, moduleTree, stageNodes } from './module-tree.ts';
import type { ModuleNode } from './module-tree.ts';
import type { Cost, Layer } from './layers.ts';
import type { Technique } from './techniques.ts';

/** Columns a table of layers sorts by; `order` is the order the layers run in. */
export const sortKeys = ['order', 'path', 'kind', 'parameters', 'macs', 'activations', 'intensity'] as const;
export type SortKey = (typeof sortKeys)[number];

/** What of a network's layers is listed, and how. */
export interface TableChoice {
  readonly view: 'modules' | 'layers';
  readonly sort: SortKey;
  readonly descending: boolean;
  /** Part of a module path, in any case; empty for all. */
  readonly find: string;
  /** A kind of operator; undefined for all. */
  readonly kind: string | undefined;
  readonly technique: string | undefined;
}

/** A row of the table: a layer, or a module with what is in it. */
export interface Line {
  readonly path: string;
  /** What is new in the path, the last part in a folded table. */
  readonly label: string;
  readonly depth: number;
  /** Undefined for a module. */
  readonly layer: Layer | undefined;
  readonly layerCount: number;
  readonly cost: Cost;
  readonly open: boolean;
}

/** Whether a choice leaves layers out. */
export function filters({ find, kind, technique }: TableChoice): boolean {
  return find.trim() !== '' || kind !== undefined || technique !== undefined;
}

/** The layers a choice keeps, in the order they run. */
export function matching(layers: readonly Layer[], choice: TableChoice): readonly Layer[] {
  if (!filters(choice)) return layers;
  const wanted = choice.find.trim().toLowerCase();
  return layers.filter(
    ({ path, kind, techniques }) =>
      path.toLowerCase().includes(wanted) &&
      (choice.kind ?? kind) === kind &&
      (choice.technique === undefined || techniques.some((own: Technique) => own === choice.technique)),
  );
}

/** Paths of the modules that stand open at first: the wrappers around the stages. */
export function openAtFirst(layers: readonly Layer[]): ReadonlySet<string> {
  const stages = stageNodes(moduleTree(layers));
  return new Set(stages.flatMap(({ path }) => parentsOf(path)));
}

/** Paths of all modules. */
export function allModules(layers: readonly Layer[]): ReadonlySet<string> {
  const open = new Set<string>();
  const visit = (node: ModuleNode): void => {
    if (isModule(node)) open.add(node.path);
    node.children.forEach(visit);
  };
  visit(moduleTree(layers));
  return open;
}

/**
 * The table's rows. Sorting keeps modules together and sorts within each; a filter opens every module that holds a
 * match and counts only the matches.
 */
export function linesOf(
  layers: readonly Layer[],
  choice: TableChoice,
  open: ReadonlySet<string>,
): readonly Line[] {
  const shown = matching(layers, choice);
  if (choice.view === 'layers') {
    return sorted(shown, choice, (layer, key) => layer[key]).map((layer) =>
      lineOfLayer(layer, layer.path, 0),
    );
  }
  const opens = filters(choice) ? () => true : (path: string) => open.has(path);
  return linesIn(moduleTree(shown), choice, opens, 0);
}

function linesIn(
  parent: ModuleNode,
  choice: TableChoice,
  opens: (path: string) => boolean,
  depth: number,
  lines: Line[] = [],
): Line[] {
  if (parent.own !== undefined) lines.push(lineOfLayer(parent.own, parent.name, depth));
  const children = sorted(parent.children, choice, (node, key) =>
    key === 'kind' ? (node.own?.kind ?? '') : node[key],
  );
  for (const child of children) {
    const { node, label } = withoutWrappers(child);
    if (isModule(node)) {
      const open = opens(node.path);
      const { path, layers } = node;
      lines.push({ path, label, depth, layer: undefined, layerCount: layers.length, cost: node, open });
      if (open) linesIn(node, choice, opens, depth + 1, lines);
    } else if (node.own !== undefined) lines.push(lineOfLayer(node.own, label, depth));
  }
  return lines;
}

/** A module that holds nothing but one other thing is shown as that thing: `conv.0.0`, not three rows. */
function withoutWrappers(child: ModuleNode): { readonly node: ModuleNode; readonly label: string } {
  let [node, label] = [child, child.name];
  for (;;) {
    const [only] = node.children;
    if (only === undefined || node.children.length > 1 || node.own !== undefined) return { node, label };
    [node, label] = [only, `${label}.${only.name}`];
  }
}

function lineOfLayer(layer: Layer, label: string, depth: number): Line {
  return { path: layer.path, label, depth, layer, layerCount: 1, cost: layer, open: false };
}

/** Stable, so that equal rows stay in the order they run. */
function sorted<Item>(
  items: readonly Item[],
  { sort, descending }: Pick<TableChoice, 'sort' | 'descending'>,
  read: (item: Item, key: Exclude<SortKey, 'order'>) => number | string,
): readonly Item[] {
  const sign = descending ? -1 : 1;
  if (sort === 'order') return descending ? items.toReversed() : items;
  const valued = items.map((item) => ({ item, value: read(item, sort) }));
  return valued
    .sort((left, right) => sign * (left.value < right.value ? -1 : left.value > right.value ? 1 : 0))
    .map(({ item }) => item);
}

/** Paths around a path, from the outside in. */
function parentsOf(path: string): string[] {
  const parts = path.split('.');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('.'));
}
