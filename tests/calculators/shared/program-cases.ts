import { eagerGraphResult } from '../../../src/calculators/eager-graph/result.ts';
import * as graph from '../../../src/calculators/eager-graph/state.ts';
import { frameworkRows } from '../../../src/calculators/frameworks/rows.ts';
import * as frameworks from '../../../src/calculators/frameworks/state.ts';
import { frameworkColumns, loadFrameworks, loadReferences } from '../../../src/collections/index.ts';
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

const rows = frameworkRows(loadFrameworks(), loadReferences(), 'en');
const tableFields = frameworks.fieldsFor(rows, frameworkColumns);

/** A table refuses nothing: what it does not offer filters nothing. */
export const frameworksCase = calculatorCase({
  name: 'frameworks',
  slug: 'frameworks',
  anchor: 'tab-frameworks',
  prefix: frameworks.prefix,
  fields: tableFields,
  read: (typed) => {
    const view = frameworks.viewFrom(typed, tableFields, frameworkColumns);
    return { checked: {}, result: frameworks.sortRows(frameworks.filterRows(rows, view), view, 'en') };
  },
  numbers: (shown, show) => [show.integer(shown.length)],
});
