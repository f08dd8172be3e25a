import { parser } from '@lezer/python';
import type { Expression } from 'estree-jsx';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** A code sample of a note. */
export interface Sample {
  readonly line: number;
  readonly language: string;
  /** Its text, what the engine puts in written as `computed`. */
  readonly code: string;
}

/** A name stands for a computed value: it parses wherever a number does. */
const computed = 'computed';

/** Every `<Snippet>` of a note. */
export function samplesOf(tree: Root): Sample[] {
  const samples: Sample[] = [];
  visit(tree, 'mdxJsxFlowElement', (node) => {
    if (node.name !== 'Snippet') return;
    const attribute = (name: string) =>
      node.attributes.find((each) => each.type === 'mdxJsxAttribute' && each.name === name)?.value;
    const code = attribute('code');
    const language = attribute('language');
    const statement = typeof code === 'object' ? code?.data?.estree?.body[0] : undefined;
    samples.push({
      line: node.position?.start.line ?? 1,
      language: typeof language === 'string' ? language : '',
      code: statement?.type === 'ExpressionStatement' ? textOf(statement.expression) : computed,
    });
  });
  return samples;
}

/** The text an expression of strings, templates and joined lists gives. */
function textOf(expression: Expression): string {
  switch (expression.type) {
    case 'Literal':
      return String(expression.value);
    case 'TemplateLiteral':
      return expression.quasis.reduce((text, { value }, index) => {
        const put = expression.expressions[index - 1];
        return text + (put === undefined ? '' : textOf(put)) + (value.cooked ?? '');
      }, '');
    case 'CallExpression': {
      const { callee } = expression;
      if (callee.type !== 'MemberExpression' || callee.object.type !== 'ArrayExpression') return computed;
      return callee.object.elements
        .map((line) => (line === null || line.type === 'SpreadElement' ? computed : textOf(line)))
        .join('\n');
    }
    default:
      return computed;
  }
}

/** Lines of a Python sample at which it does not parse. */
export function pythonErrors(code: string): string[] {
  const lines: string[] = [];
  parser.parse(`${code}\n`).iterate({
    enter: ({ type, from }) => {
      if (type.isError) lines.push(code.split('\n')[code.slice(0, from).split('\n').length - 1] ?? '');
    },
  });
  return lines;
}

/**
 * Comments that state a number of their own: what a sample gives is computed, not typed. Numbers that its code takes,
 * kernels, (2+1)D and the one of a single sample are not results.
 */
export function typedComments(code: string): string[] {
  const lines = code.split('\n').map((line) => ({ line, at: line.indexOf('#') }));
  const given = new Set(
    lines.flatMap(({ line, at }) => (at < 0 ? line : line.slice(0, at)).match(/\d+/g) ?? []).concat('1'),
  );
  return lines
    .filter(({ line, at }) => {
      const comment = at < 0 ? '' : line.slice(at).replaceAll(/\(2\+1\)D|\b\d[x×]\d\b/g, '');
      const typed = comment.match(/(?<![\w.-])\d[\d,.]*/g) ?? [];
      return typed.some((number) => !given.has(number.replace(/[,.]$/, '')));
    })
    .map(({ line }) => line);
}
