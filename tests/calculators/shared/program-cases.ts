import { eagerGraphResult } from '../../../src/calculators/eager-graph/result.ts';
import * as graph from '../../../src/calculators/eager-graph/state.ts';
import { calculatorCase } from './calculator-case.ts';

export const eagerGraphCase = calculatorCase({
  name: 'eager-graph',
  slug: 'computation-graphs',
  anchor: 'ex-graph',
  prefix: graph.prefix,
  fields: graph.fields,
  read: (typed) => {
    const { checked, calls } = graph.readEagerGraph(typed);
    return { checked, result: calls && eagerGraphResult(calls.first, calls.other) };
  },
  numbers: ({ stages, difference }, show) => [
    ...stages.map(({ cost }) => show.integer(cost.bytesMoved)),
    ...stages.map(({ plan }) => show.integer(plan.arenaBytes)),
    show.significant(difference, 3),
  ],
});
