import type { Expression, FunctionDeclaration, Program } from 'estree-jsx';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { ComponentElement, Complaint } from './mdx-tree.ts';
import { componentsIn, failOn, placeOf } from './mdx-tree.ts';

/**
 * Names a note's expressions may use: the engine, the number formats, the facts, the trained weights, and the wrapper below. Whoever
 * renders a note hands them in as properties of the same names.
 */
export const scopeNames = ['engine', 'show', 'fact', 'trained', 'at'] as const;

/**
 * Remark plugin: an expression in prose must be a call of `show`, so that no number reaches a page unformatted; and
 * every expression is wrapped so that an error in it names the note's file and line.
 */
export function remarkExpressions() {
  return (tree: Root, file: VFile): void => {
    const complaints: Complaint[] = [];
    visit(tree, (node) => {
      if (node.type !== 'mdxTextExpression' && node.type !== 'mdxFlowExpression') return;
      const statement = node.data?.estree?.body[0];
      if (statement === undefined) return;
      if (statement.type !== 'ExpressionStatement' || !/^show\s*\./.test(node.value.trim())) {
        complaints.push({ reason: `write numbers with show.…, not {${node.value.trim()}}`, node });
      } else {
        statement.expression = placed(statement.expression, placeOf(file, node));
      }
    });
    for (const element of componentsIn(tree)) placeAttributes(element, placeOf(file, element));
    failOn(file, complaints);
  };
}

function placeAttributes(element: ComponentElement, place: string): void {
  for (const attribute of element.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'object') continue;
    const statement = attribute.value?.data?.estree?.body[0];
    if (statement?.type === 'ExpressionStatement') statement.expression = placed(statement.expression, place);
  }
}

/** `expression` as `at('file:line', () => expression)`. */
function placed(expression: Expression, place: string): Expression {
  return {
    type: 'CallExpression',
    optional: false,
    callee: { type: 'Identifier', name: 'at' },
    arguments: [
      { type: 'Literal', value: place },
      { type: 'ArrowFunctionExpression', expression: true, params: [], body: expression },
    ],
  };
}

/** Recma plugin: makes the scope's names plain identifiers inside a note, `show.integer(…)` for `props.show.integer(…)`. */
export function recmaNoteScope() {
  return (program: Program): void => {
    const content = program.body.find(
      (node): node is FunctionDeclaration =>
        node.type === 'FunctionDeclaration' && node.id.name === '_createMdxContent',
    );
    content?.body.body.unshift({
      type: 'VariableDeclaration',
      kind: 'const',
      declarations: [
        {
          type: 'VariableDeclarator',
          id: {
            type: 'ObjectPattern',
            properties: scopeNames.map((name) => ({
              type: 'Property',
              kind: 'init',
              method: false,
              shorthand: true,
              computed: false,
              key: { type: 'Identifier', name },
              value: { type: 'Identifier', name },
            })),
          },
          init: { type: 'Identifier', name: 'props' },
        },
      ],
    });
  };
}
