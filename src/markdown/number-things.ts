import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { catalog } from './catalog.ts';
import type { KnownSources } from './check-components.ts';
import type { ComponentElement, Complaint } from './mdx-tree.ts';
import { componentsIn, failOn, setTextAttribute, textAttribute } from './mdx-tree.ts';

/**
 * Remark plugin: numbers equations, figures, tables, examples and exercises in the order written, fills in the number
 * and kind of every `<Ref>`, numbers the sources in the order of their first citation, and appends the list of them.
 *
 * Numbers are given here and not while rendering, because components render in no fixed order.
 */
export function remarkNumberThings(load: () => KnownSources) {
  return (tree: Root, file: VFile): void => {
    const elements = componentsIn(tree);
    failOn(file, [...numberAndRefer(elements)]);
    const cited = numberCitations(elements, load());
    if (cited.length > 0) {
      const list: ComponentElement = {
        type: 'mdxJsxFlowElement',
        name: 'ReferenceList',
        attributes: [],
        children: [],
      };
      setTextAttribute(list, 'ids', cited.join(' '));
      tree.children.push(list);
    }
  };
}

function* numberAndRefer(elements: readonly ComponentElement[]): Generator<Complaint> {
  const counts = new Map<string, number>();
  const targets = new Map<string, { kind: string; number: string }>();
  for (const element of elements) {
    const kind = catalog[element.name ?? '']?.numbered;
    const id = textAttribute(element, 'id');
    if (kind === undefined || id === undefined) continue;
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    if (targets.has(id)) yield { reason: `the id ${id} is used twice`, node: element };
    targets.set(id, { kind, number: String(number) });
    setTextAttribute(element, 'number', String(number));
  }
  for (const element of elements.filter(({ name }) => name === 'Ref')) {
    const to = textAttribute(element, 'to') ?? '';
    const target = targets.get(to);
    if (target === undefined)
      yield { reason: `<Ref> leads nowhere: nothing numbered has the id ${to}`, node: element };
    else {
      setTextAttribute(element, 'kind', target.kind);
      setTextAttribute(element, 'number', target.number);
    }
  }
}

/** Gives each citing element its source's number and an occurrence count to link back to; returns the sources in order. */
function numberCitations(elements: readonly ComponentElement[], known: KnownSources): string[] {
  const cited: string[] = [];
  const occurrences = new Map<string, number>();
  for (const element of elements) {
    const id = textAttribute(element, 'id') ?? '';
    const source =
      element.name === 'Cite' ? id : element.name === 'Fact' ? known.facts.get(id)?.source : undefined;
    if (source === undefined) continue;
    if (!cited.includes(source)) cited.push(source);
    const occurrence = (occurrences.get(source) ?? 0) + 1;
    occurrences.set(source, occurrence);
    setTextAttribute(element, 'number', String(cited.indexOf(source) + 1));
    setTextAttribute(element, 'occurrence', String(occurrence));
  }
  return cited;
}
