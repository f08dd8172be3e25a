import type { Node, Program } from 'estree-jsx';
import type { Nodes, Root } from 'mdast';
import type { MdxJsxAttribute, MdxJsxExpressionAttribute } from 'mdast-util-mdx-jsx';

/** What stands in a block's text for things that are not typed prose; a date may begin and end in either script. */
export const marks = { expression: '⟨=⟩', date: '\u0001', fact: '⟨fact⟩', citation: '⟨cite⟩', code: '⟨code⟩', math: '⟨math⟩' } as const;

/** Where a block stands: running text, the question of an exercise, or a misreading that a note quotes to mend it. */
export type BlockKind = 'prose' | 'question' | 'misreading';

/** A paragraph, heading, table row or caption of a note: what a reader sees, with marks for what is not typed prose. */
export interface Block {
  readonly line: number;
  readonly kind: BlockKind;
  readonly text: string;
  /** Numbers that expressions, code and formulas of the same section (or the same exercise) take as input. */
  readonly givens: ReadonlySet<string>;
}

/** Attributes of components whose text readers see. */
const shownAttributes = new Set(['title', 'caption', 'says', 'name']);

/** Every block of a note, in order. A section reaches from one heading of level 2 to the next. */
export function blocksOf(tree: Root): Block[] {
  const blocks: Block[] = [];
  let givens = new Set<string>();
  for (const node of tree.children) {
    if (node.type === 'heading' && node.depth === 2) givens = new Set();
    collect(node, 'prose', givens, blocks);
  }
  return blocks;
}

type Found = { -readonly [Key in keyof Block]: Block[Key] };

function collect(node: Nodes, kind: BlockKind, givens: Set<string>, blocks: Found[]): void {
  const line = node.position?.start.line ?? 1;
  const own = 'name' in node && node.name === 'Exercise' ? new Set<string>() : givens;
  const inside = kindInside(node, kind);
  for (const value of inputsOf(node)) own.add(value);
  for (const { name, value } of shownTexts(node)) {
    blocks.push({ line, kind: name === 'says' ? 'misreading' : kind, text: value, givens: own });
  }
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableRow') {
    for (const value of deepInputs(node)) own.add(value);
    blocks.push({ line, kind, text: textOf(node), givens: own });
  } else if ('children' in node) {
    for (const child of node.children) collect(child, inside, own, blocks);
  }
}

function kindInside(node: Nodes, kind: BlockKind): BlockKind {
  if (!('name' in node)) return kind;
  if (node.name === 'Exercise') return 'question';
  return node.name === 'Answer' ? 'prose' : kind;
}

function shownTexts(node: Nodes): { name: string; value: string }[] {
  return attributesOf(node).flatMap((attribute) =>
    attribute.type === 'mdxJsxAttribute' &&
    typeof attribute.value === 'string' &&
    shownAttributes.has(attribute.name)
      ? [{ name: attribute.name, value: attribute.value }]
      : [],
  );
}

function attributesOf(node: Nodes): readonly (MdxJsxAttribute | MdxJsxExpressionAttribute)[] {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement' ? node.attributes : [];
}

function idOf(node: Nodes): string {
  const id = attributesOf(node).find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'id');
  return typeof id?.value === 'string' ? id.value : '';
}

/** What a reader sees of a node, its expressions, citations, code and formulas as marks. */
export function textOf(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'inlineCode':
      return marks.code;
    case 'inlineMath':
      return marks.math;
    case 'mdxTextExpression':
      if (node.value.startsWith('/*')) return '';
      return node.value.startsWith('show.date') ? marks.date : marks.expression;
    case 'mdxJsxTextElement':
    case 'mdxJsxFlowElement':
      if (node.name === 'Cite') return marks.citation;
      if (node.name === 'Fact') return marks.fact;
      if (node.name === 'Term' && node.children.length === 0) return `⟨term ${idOf(node)}⟩`;
      break;
    case 'tableRow':
      return node.children.map(textOf).join(' | ');
  }
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function* deepInputs(node: Nodes): Generator<string> {
  yield* inputsOf(node);
  if ('children' in node) for (const child of node.children) yield* deepInputs(child);
}

/** Numbers in a node's own expressions, code or formula. */
function inputsOf(node: Nodes): string[] {
  switch (node.type) {
    case 'math':
    case 'inlineMath':
    case 'inlineCode':
      return numbersIn(node.value);
    case 'mdxTextExpression':
    case 'mdxFlowExpression':
      return programNumbers(node.data?.estree);
    default:
      return attributesOf(node).flatMap(({ value }) =>
        typeof value === 'object' ? programNumbers(value?.data?.estree) : [],
      );
  }
}

const numbersIn = (text: string): string[] => [...text.matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => number);

function programNumbers(program: Program | null | undefined): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (isNode(value)) {
      if (value.type === 'Literal' && typeof value.value === 'number') found.push(String(value.value));
      else if (value.type === 'Literal' && typeof value.value === 'string') found.push(...numbersIn(value.value));
      else if (value.type === 'TemplateElement') found.push(...numbersIn(value.value.raw));
      Object.entries(value).forEach(([key, inner]) => {
        if (key !== 'comments') visit(inner);
      });
    }
  };
  visit(program);
  return found;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
