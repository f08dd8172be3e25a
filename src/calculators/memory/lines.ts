import type { Bindings, Formula, SymbolName } from '../../engine/index.ts';
import {
  bitsPerByte,
  evaluate,
  keyValueCacheFormula,
  keyValueElementsFormula,
  memoryFormulas,
  stateBindings,
} from '../../engine/index.ts';
import type { ArithmeticLine } from '../shared/ArithmeticSteps.tsx';
import type { MemoryProfile } from './profile.ts';
import type { FieldName, MemoryRun } from './state.ts';

/** The symbols in the formulas that each field sets. */
export const placesOf: Readonly<Record<FieldName, readonly SymbolName[]>> = {
  network: ['P', 'A_peak', 'L', 'h_kv', 'd_h'],
  side: ['A_peak'],
  tokens: ['A_peak', 'T'],
  batch: ['N'],
  mode: ['A_peak', 'B_w', 'B_g', 'B_o'],
  dtype: ['b', 'B_w'],
  recipe: ['B_w', 'B_g', 'B_o'],
  deviceGib: ['B_dev'],
};

/** The formulas worked out, and the numbers the sentence under them needs. */
export interface MemoryResult {
  readonly lines: readonly ArithmeticLine[];
  readonly stateBytes: number;
  readonly totalBytes: number;
  /** 0 when not one sample fits. */
  readonly largestBatch: number;
}

/** Weights and state, activations, a decoder's cache, their sum, and the largest batch the device holds. */
export function memoryResult(
  run: MemoryRun,
  profile: MemoryProfile,
  units: { readonly bytes: string; readonly samples: string },
): MemoryResult {
  const { mode, recipe, batch, bits, deviceBytes } = run;
  const { cache, parameters, modes } = profile;
  const keeps = mode === 'inference' && cache.layers > 0;
  const heads = { L: cache.layers, h_kv: cache.keyValueHeads, d_h: cache.headFeatures, T: run.inputSize };
  const stateFormula = mode === 'inference' ? memoryFormulas.weights : memoryFormulas.trainingState;
  const state = worked(stateFormula, {
    P: parameters,
    ...(mode === 'inference' || recipe === undefined ? { B_w: bits / bitsPerByte } : stateBindings(recipe)),
  });
  const A_peak = modes[mode].peakElements;
  const activations = worked(memoryFormulas.activations, { N: batch, A_peak, b: bits });
  const kept = worked(keyValueCacheFormula, { ...heads, N: batch, b: bits });
  const total = worked(keeps ? memoryFormulas.totalWithCache : memoryFormulas.total, {
    B_state: state.value,
    B_act: activations.value,
    B_kv: kept.value,
  });
  const largest = worked(keeps ? memoryFormulas.largestBatchWithCache : memoryFormulas.largestBatch, {
    B_dev: deviceBytes,
    B_state: state.value,
    A_peak,
    A_kv: evaluate(keyValueElementsFormula.expression, heads),
    b: bits,
  });
  const inBytes = ({ formula, values }: Worked): ArithmeticLine => ({
    formula,
    values,
    quantity: 'bytes',
    unit: units.bytes,
  });
  const fits = largest.value >= 1;
  return {
    lines: [
      inBytes(state),
      inBytes(activations),
      ...(keeps ? [inBytes(kept)] : []),
      inBytes(total),
      ...(fits ? [{ formula: largest.formula, values: largest.values, unit: units.samples }] : []),
    ],
    stateBytes: state.value,
    totalBytes: total.value,
    largestBatch: Math.max(0, largest.value),
  };
}

interface Worked {
  readonly formula: Formula;
  readonly values: Bindings;
  readonly value: number;
}

function worked(formula: Formula, values: Bindings): Worked {
  return { formula, values, value: evaluate(formula.expression, values) };
}
