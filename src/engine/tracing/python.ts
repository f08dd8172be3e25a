import { at } from '../checks.ts';
import type { KernelName } from './kernels.ts';
import type { Program, Statement, Term } from './program.ts';

/** One line of a program's text, with the statement it is of; `else:` and the head are of none. */
export interface ProgramLine {
  readonly text: string;
  readonly statement?: Statement;
}

/** Signs between two operands, and how tightly they bind. */
const signs: Readonly<Partial<Record<KernelName, readonly [sign: string, binds: number]>>> = {
  greater: ['>', 1],
  add: ['+', 2],
  multiply: ['*', 3],
  divide: ['/', 3],
  matmul: ['@', 3],
};

/**
 * A program as Python, line by line: what is run is what is shown.
 * @example programLines(program)[0].text // 'def f(x, steps):'
 */
export function programLines(program: Program): readonly ProgramLine[] {
  const parameters = [...program.inputs, ...program.numbers].join(', ');
  return [{ text: `def ${program.name}(${parameters}):` }, ...block(program.body, 1)];
}

function block(statements: readonly Statement[], depth: number): readonly ProgramLine[] {
  const indent = '    '.repeat(depth);
  return statements.flatMap((statement): readonly ProgramLine[] => {
    const line = (text: string): ProgramLine => ({ text: indent + text, statement });
    switch (statement.does) {
      case 'assign':
        return [line(`${statement.to} = ${termText(statement.value)}`)];
      case 'return':
        return [line(`return ${termText(statement.value)}`)];
      case 'repeat':
        return [line(`for _ in range(${statement.count}):`), ...block(statement.body, depth + 1)];
      case 'branch':
        return [
          line(`if ${termText(statement.test)}:`),
          ...block(statement.then, depth + 1),
          { text: `${indent}else:` },
          ...block(statement.otherwise, depth + 1),
        ];
    }
  });
}

/**
 * A term as Python.
 * @example termText({ is: 'rows', of: 'x' }) // 'len(x)'
 */
export function termText(term: Term, outside = 0): string {
  switch (term.is) {
    case 'name':
      return term.name;
    case 'number':
      return String(term.value);
    case 'rows':
      return `len(${term.of})`;
    case 'call': {
      const [, binds = 0] = signs[term.kernel] ?? [];
      // A right operand of the same rank needs brackets, a left one does not: a / (b * c).
      const operands = term.of.map((each, index) => termText(each, binds + index));
      const text = callText(term.kernel, operands);
      return binds > 0 && binds < outside ? `(${text})` : text;
    }
  }
}

/**
 * One operation on operands that are written already.
 * @example callText('sumRows', ['h']) // 'h.sum(0)'
 */
export function callText(kernel: KernelName, operands: readonly string[]): string {
  const [sign] = signs[kernel] ?? [];
  if (sign !== undefined) return operands.join(` ${sign} `);
  const first = at(operands, 0);
  if (kernel === 'sum') return `${first}.sum()`;
  return kernel === 'sumRows' ? `${first}.sum(0)` : `${kernel}(${operands.join(', ')})`;
}
