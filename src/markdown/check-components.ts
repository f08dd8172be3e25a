import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import type { Fact, Reference, Term } from '../collections/index.ts';
import { catalog } from './catalog.ts';
import type { ComponentElement, Complaint } from './mdx-tree.ts';
import { componentsIn, failOn, textAttribute } from './mdx-tree.ts';

/** What a note may refer to. */
export interface KnownSources {
  readonly references: ReadonlyMap<string, Reference>;
  readonly glossary: ReadonlyMap<string, Term>;
  readonly facts: ReadonlyMap<string, Fact>;
}

/**
 * Remark plugin: every component of a note must be in the catalog with known properties, and every citation, term and
 * fact must exist.
 */
export function remarkCheckComponents(load: () => KnownSources) {
  return (tree: Root, file: VFile): void => {
    const known = load();
    failOn(
      file,
      componentsIn(tree).flatMap((element) => complaintsAbout(element, known)),
    );
  };
}

function complaintsAbout(element: ComponentElement, known: KnownSources): Complaint[] {
  const name = element.name ?? '';
  const rule = catalog[name];
  if (rule === undefined) return [{ reason: `unknown component <${name}>`, node: element }];
  const given = element.attributes.map((attribute) =>
    attribute.type === 'mdxJsxAttribute' ? attribute.name : '{…}',
  );
  const allowed = [...rule.required, ...rule.optional];
  const unknown = given.filter((property) => !allowed.includes(property));
  const missing = rule.required.filter((property) => !given.includes(property));
  return [
    ...unknown.map(
      (property) => `<${name}> has no property ${property}; it takes ${allowed.join(', ') || 'none'}`,
    ),
    ...missing.map((property) => `<${name}> needs the property ${property}`),
    ...unknownSource(element, known),
  ].map((reason) => ({ reason, node: element }));
}

function unknownSource(element: ComponentElement, known: KnownSources): string[] {
  const id = textAttribute(element, 'id') ?? '';
  switch (element.name) {
    case 'Cite':
      return known.references.has(id) ? [] : [`unknown citation ${id}: references.bib has no such key`];
    case 'Term':
      return known.glossary.has(id) ? [] : [`unknown term ${id}: glossary.yaml has no such id`];
    case 'Fact': {
      const fact = known.facts.get(id);
      if (fact === undefined) return [`unknown fact ${id}: no row of content/facts has that id`];
      return known.references.has(fact.source)
        ? []
        : [`fact ${id} cites ${fact.source}, which references.bib lacks`];
    }
    default:
      return [];
  }
}
