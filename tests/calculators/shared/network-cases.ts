import { memoryResult } from '../../../src/calculators/memory/lines.ts';
import type { MemoryProfile } from '../../../src/calculators/memory/profile.ts';
import { memoryProfile } from '../../../src/calculators/memory/profile.ts';
import * as memory from '../../../src/calculators/memory/state.ts';
import { countedNetworks } from '../../../src/calculators/model-size/counted-networks.ts';
import { bytesIn, linesFor } from '../../../src/calculators/model-size/lines.ts';
import * as size from '../../../src/calculators/model-size/state.ts';
import { words as sizeWords } from '../../../src/calculators/model-size/words.ts';
import { knownCounts } from '../../../src/calculators/reconciler/known-counts.ts';
import { sidesOf } from '../../../src/calculators/reconciler/sides.ts';
import * as reconciler from '../../../src/calculators/reconciler/state.ts';
import type { Way } from '../../../src/calculators/reconciler/table.ts';
import { wayOf } from '../../../src/calculators/reconciler/table.ts';
import { knownDevices } from '../../../src/calculators/roofline/known-devices.ts';
import { networkLayers } from '../../../src/calculators/roofline/layers.ts';
import { countsExactly, rooflineResult } from '../../../src/calculators/roofline/result.ts';
import * as roofline from '../../../src/calculators/roofline/state.ts';
import { refusalOf } from '../../../src/calculators/shared/refusal.ts';
import type { SizedNetwork } from '../../../src/calculators/shared/sized-networks.ts';
import { networkKey } from '../../../src/calculators/shared/sized-networks.ts';
import type { OnDemand } from '../../../src/calculators/shared/use-on-demand.ts';
import { trainingStateBytes } from '../../../src/engine/index.ts';
import { calculatorCase } from './calculator-case.ts';

/** What the calculator would have fetched for a run by now; a network that cannot run at that size has failed. */
function fetched<Value>(run: SizedNetwork, standard: Value, load: (key: string) => Value): OnDemand<Value> {
  const key = networkKey(run);
  try {
    return { latest: { key, value: load(key) } };
  } catch (reason) {
    return { latest: { key: '', value: standard }, failed: { key, reason } };
  }
}

/** Remembers what was worked out: random states ask for the same networks again. */
function remembered<Value>(load: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const value = known.get(key) ?? load(key);
    known.set(key, value);
    return value;
  };
}

const loadProfile = remembered(memoryProfile);
const units = { bytes: 'B', samples: '' };

/** The words do not matter to the bytes; the profile does. */
export const memoryCase = calculatorCase({
  name: 'memory',
  slug: 'memory',
  anchor: 'ex-memory',
  change: ['side', '256'],
  prefix: memory.prefix,
  fields: memory.fields,
  read: (typed) => {
    const { checked, run } = memory.readMemory(typed);
    if (run === undefined) return { checked, result: undefined };
    const demand = fetched<MemoryProfile>(run, loadProfile('resnet50@224'), loadProfile);
    const exact = ({ modes }: MemoryProfile): boolean =>
      memory.countsExactly(run, modes[run.mode].peakElements);
    const refusal = refusalOf(run, demand, exact);
    const result = refusal === undefined ? memoryResult(run, demand.latest.value, units) : undefined;
    return { checked: { ...checked, ...refusal?.checked }, result };
  },
  numbers: ({ stateBytes, totalBytes, largestBatch }, show) => [
    show.integer(stateBytes),
    show.integer(totalBytes),
    ...(largestBatch > 0 ? [show.integer(largestBatch)] : []),
  ],
});

const devices = knownDevices();
const loadLayers = remembered(networkLayers);

export const rooflineCase = calculatorCase({
  name: 'roofline',
  slug: 'roofline',
  anchor: 'ex-roofline',
  change: ['batch', '2'],
  prefix: roofline.prefix,
  fields: roofline.fields,
  read: (typed) => {
    const { checked, run } = roofline.readRoofline(typed, devices);
    if (run === undefined) return { checked, result: undefined };
    const demand = fetched(run, [], loadLayers);
    const refusal = refusalOf(run, demand, (layers) => countsExactly(run, layers));
    const result = refusal === undefined ? rooflineResult(run, demand.latest.value) : undefined;
    return { checked: { ...checked, ...refusal?.checked }, result };
  },
  numbers: ({ seconds, computeSeconds, layers }, show) => [
    show.seconds(seconds),
    show.seconds(computeSeconds),
    ...layers
      .map((layer) => layer.seconds)
      .sort((left, right) => right - left)
      .slice(0, 10)
      .map((longest) => show.seconds(longest)),
  ],
});

const networks = countedNetworks();

export const modelSizeCase = calculatorCase({
  name: 'model-size',
  slug: 'model-size',
  anchor: 'ex-model-size',
  change: ['parameters', '60000000'],
  prefix: size.prefix,
  fields: size.fields,
  start: { network: size.typedCount },
  read: (typed) => {
    const { checked, model } = size.readModelSize(typed, networks);
    return { checked, result: model };
  },
  numbers: (model, show) => [
    show.integer(bytesIn(linesFor(model, sizeWords.en))),
    ...(model.file === undefined || model.file.container === 'onnx' ? [] : [show.integer(model.file.bytes)]),
    show.integer(trainingStateBytes(model.counts.parameters, model.recipe).totalBytes),
  ],
});

const counts = knownCounts('en');
const ways = new Map<string, Way>();

export const reconcilerCase = calculatorCase({
  name: 'reconciler',
  slug: 'counting-tools',
  anchor: 'ex-reconciler',
  prefix: reconciler.prefix,
  fields: reconciler.fields,
  read: (typed) => {
    const { checked, pair } = reconciler.readReconciler(typed, counts);
    if (pair === undefined) return { checked, result: undefined };
    const key = reconciler.pairKey(pair);
    const result = ways.get(key) ?? wayOf(sidesOf(pair));
    ways.set(key, result);
    return { checked, result };
  },
  numbers: ({ start, rows }, show) => [
    show.integer(start),
    ...rows.flatMap(({ amount, reached }) => [
      `${amount > 0 ? '+' : ''}${show.integer(amount)}`,
      show.integer(reached),
    ]),
  ],
});
