import { describe, expect, it } from 'vitest';
import type { Formula, Row } from '../../../src/engine/index.ts';
import { architectures, evaluate, summarize } from '../../../src/engine/index.ts';

/** Rows whose formula gives another number than the function, or that have a cost and no formula for it. */
function disagreements(row: Row): string[] {
  const { operator, role } = row.node;
  const bindings = operator.bindings(...row.inputShapes);
  const differs = (formula: Formula | undefined, value: number): boolean =>
    (formula === undefined ? 0 : evaluate(formula.expression, bindings)) !== value;
  return [
    // A stored tensor is its own shape; it needs no formula.
    ...(row.kind !== 'parameter' && differs(operator.formulas.parameters, operator.parameters)
      ? [`${row.path} parameters`]
      : []),
    ...(role === 'run' && differs(operator.formulas.macs, row.macs) ? [`${row.path} MACs`] : []),
  ];
}

describe('formulas of every operator of every architecture', () => {
  it.each(Object.entries(architectures))('give what %s counts', (_, architecture) => {
    expect(summarize(architecture.build()).rows.flatMap(disagreements)).toEqual([]);
  });
});
