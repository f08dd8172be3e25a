import type { Nodes, Root } from 'mdast';
import type { MdxJsxAttribute } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';
import { catalog } from '../../../src/markdown/index.ts';

/** What the two languages of a note must have in common, each list in the order written or sorted where order is free. */
export interface Outline {
  /** `2 padding`: depth and id of every heading. */
  readonly headings: readonly string[];
  /** Equations, figures, tables, examples, exercises and calculators, with every property that holds no words. */
  readonly things: readonly string[];
  /** `he2016 §4.1`, sorted, as languages order their sentences differently. */
  readonly citations: readonly string[];
  readonly terms: readonly string[];
  readonly links: readonly string[];
  /** Expressions in prose without the format and digits they are shown with, sorted. */
  readonly expressions: readonly string[];
  readonly snippets: number;
}

/** Properties that hold words of a language. */
const worded = new Set(['caption', 'title', 'says', 'unit', 'code', 'name']);
const inText = new Set(['Cite', 'Fact', 'Term', 'Ref', 'Answer', 'Pitfall', 'Snippet']);

/** The outline of a note. */
export function outlineOf(tree: Root): Outline {
  const headings: string[] = [];
  const things: string[] = [];
  const citations: string[] = [];
  const terms: string[] = [];
  const links: string[] = [];
  const expressions: string[] = [];
  let snippets = 0;
  visit(tree, (node) => {
    if (node.type === 'heading') headings.push(`${node.depth} ${idOf(node)}`);
    if (node.type === 'link') links.push(node.url);
    if (node.type === 'mdxTextExpression' && node.value.startsWith('show.')) {
      expressions.push(node.value.replace(/^show\.\w+/, '').replace(/(?:, \d+)?\)(?:\.replaceAll\(.*\))?$/, ''));
    }
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    const name = node.name ?? '';
    const attributes = node.attributes.filter((attribute) => attribute.type === 'mdxJsxAttribute');
    const id = textOf(attributes.find((attribute) => attribute.name === 'id'));
    if (name === 'Cite') citations.push(`${id} ${textOf(attributes.find((attribute) => attribute.name === 'at'))}`.trim());
    if (name === 'Fact') citations.push(`fact ${id}`);
    if (name === 'Term') terms.push(id);
    if (name === 'Snippet') snippets++;
    if (name in catalog && !inText.has(name)) {
      const same = attributes.filter((attribute) => !worded.has(attribute.name)).map(sourceOf);
      things.push([name, ...same].join(' '));
    }
  });
  return {
    headings,
    things,
    citations: citations.sort(),
    terms: [...new Set(terms)].sort(),
    links: links.sort(),
    expressions: expressions.sort(),
    snippets,
  };
}

function idOf(heading: Nodes): string {
  const last = 'children' in heading ? heading.children.at(-1) : undefined;
  return last?.type === 'mdxTextExpression' ? last.value.replaceAll(/[/*\s]/g, '') : '';
}

const textOf = (attribute: MdxJsxAttribute | undefined): string =>
  typeof attribute?.value === 'string' ? attribute.value : '';

/** `formula={engine.…}`, as written. */
const sourceOf = ({ name, value }: MdxJsxAttribute): string =>
  `${name}=${typeof value === 'string' ? value : withoutLabels(value?.value ?? '')}`;

const withoutLabels = (expression: string): string =>
  expression.replaceAll(/\bname: '[^']*'/g, 'name').replaceAll(/\s+/g, ' ');
