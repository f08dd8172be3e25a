import { networkMemories } from '../../../src/calculators/batch-schedule/memories.ts';
import * as schedule from '../../../src/calculators/batch-schedule/state.ts';
import { eagerGraphResult, stageResults } from '../../../src/calculators/eager-graph/result.ts';
import * as graph from '../../../src/calculators/eager-graph/state.ts';
import { numberText } from '../../../src/calculators/number-formats/number-text.ts';
import { roundings } from '../../../src/calculators/number-formats/roundings.ts';
import * as numbers from '../../../src/calculators/number-formats/state.ts';
import { rangeFor } from '../../../src/calculators/quantization-lab/ranges.ts';
import { compareSchemes } from '../../../src/calculators/quantization-lab/schemes.ts';
import * as lab from '../../../src/calculators/quantization-lab/state.ts';
import * as run from '../../../src/calculators/training-run/state.ts';
import { loadStoredLayers, trainedLayer } from '../../../src/collections/index.ts';
import { quantizationError, quantizeParts } from '../../../src/engine/index.ts';
import type { CalculatorCase } from './calculator-case.ts';
import { calculatorCase } from './calculator-case.ts';

const memories = networkMemories();
const stored = loadStoredLayers().get('basic-pitch-onset');
if (stored === undefined) throw new Error('content/weights has no basic-pitch-onset.json');
const layer = trainedLayer(stored);

/** The calculators of numbers, and of training. */
export const numberCases: readonly CalculatorCase[] = [
  calculatorCase({
    name: 'number-formats',
    slug: 'number-formats',
    anchor: 'ex-calculator',
    change: ['value', '0.11'],
    prefix: numbers.prefix,
    fields: numbers.fields,
    read: (typed) => {
      const { checked, number } = numbers.readNumberFormats(typed);
      return { checked, result: number };
    },
    numbers: ({ value }, show) =>
      roundings(value).map(({ stored: kept }) => (kept === undefined ? '–' : numberText(kept, show))),
  }),
  calculatorCase({
    name: 'quantization-lab',
    slug: 'quantization',
    anchor: 'ex-lab',
    change: ['bits', '7'],
    prefix: lab.prefix,
    fields: lab.fields,
    read: (typed) => {
      const { checked, lab: result } = lab.readLab(typed, layer);
      return { checked, result };
    },
    numbers: ({ tensor, rule, granularity, range }, show) => {
      const { restored } = quantizeParts(
        tensor.values,
        tensor.shape,
        granularity,
        rule,
        rangeFor(range, rule),
      );
      const { largestError } = quantizationError(tensor.values, restored);
      return [
        show.significant(largestError, 3),
        ...compareSchemes(tensor, rule.bits).map(({ error }) => show.significant(error.meanSquaredError, 3)),
      ];
    },
  }),
  calculatorCase({
    name: 'batch-schedule',
    slug: 'dynamic-batch',
    anchor: 'ex-schedule',
    change: ['samples', '60000'],
    prefix: schedule.prefix,
    fields: schedule.fields,
    read: (typed) => {
      const { checked, plan } = schedule.readSchedule(typed, memories);
      return { checked, result: plan };
    },
    numbers: ({ run: planned, fixed }, show) => [
      show.integer(planned.updates),
      show.integer(fixed.updates),
      ...planned.stages.flatMap(({ batch, updates }) => [show.integer(batch), show.integer(updates)]),
    ],
  }),
  calculatorCase({
    name: 'eager-graph',
    slug: 'computation-graphs',
    anchor: 'ex-graph',
    change: ['otherRows', '4'],
    prefix: graph.prefix,
    fields: graph.fields,
    read: (typed) => {
      const { checked, calls } = graph.readEagerGraph(typed);
      return { checked, result: calls };
    },
    numbers: ({ first, other }, show) =>
      stageResults(eagerGraphResult(first, other)).flatMap(({ cost }) => [
        show.integer(cost.launches),
        show.integer(cost.flops),
        show.integer(cost.bytesMoved),
      ]),
  }),
  calculatorCase({
    name: 'training-run',
    slug: 'dynamic-batch',
    anchor: 'ex-run',
    change: ['seeds', '4'],
    prefix: run.prefix,
    fields: run.fields,
    read: (typed) => {
      const { checked, settings } = run.readRun(typed);
      return { checked, result: settings };
    },
    // What is typed decides the next run; the result stays that of the last one until the reader starts it.
    numbers: () => [],
  }),
];
