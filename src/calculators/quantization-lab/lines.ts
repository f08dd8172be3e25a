import type { PartwiseQuantization } from '../../engine/index.ts';
import { affineBindings, affineFormulas, at, codesOf } from '../../engine/index.ts';
import type { ArithmeticLine } from '../shared/ArithmeticSteps.tsx';
import { rangeFor } from './ranges.ts';
import type { LabCase } from './state.ts';

/** Enough to tell neighbouring 8-bit codes' values apart. */
const significantDigits = 5;

/** Weights of the first part, which the lines are worked out for. */
export function firstPart({ tensor, part, granularity }: LabCase): Float32Array {
  if (part === 'tensor') return tensor.values;
  const channelElements = tensor.values.length / at(tensor.shape, 0);
  const elements = typeof granularity === 'object' ? granularity.groupElements : channelElements;
  return tensor.values.subarray(0, Math.min(elements, channelElements));
}

/**
 * Scale and zero point of the first part, and one of its weights to a code and back: the largest that the range does
 * not clip, so that no code in the lines is a clamped one.
 */
export function linesFor(lab: LabCase, { codes }: PartwiseQuantization): ArithmeticLine[] {
  const { rule } = lab;
  const weights = firstPart(lab);
  const range = rangeFor(lab.range, rule)(weights);
  const bindings = affineBindings(range, rule);
  const { lowest, highest } = codesOf(rule);
  let largest: number | undefined;
  weights.forEach((weight, index) => {
    const code = codes[index] ?? lowest;
    if (code === lowest || code === highest) return;
    if (largest === undefined || Math.abs(weight) > Math.abs(weights[largest] ?? 0)) largest = index;
  });
  const scale = rule.symmetric ? affineFormulas.symmetricScale : affineFormulas.scale;
  const settled = { values: bindings, significantDigits };
  const chosen: ArithmeticLine[] = [
    { formula: scale, ...settled },
    ...(rule.symmetric ? [] : [{ formula: affineFormulas.zeroPoint, ...settled }]),
  ];
  if (largest === undefined) return chosen;
  const values = { ...bindings, x: weights[largest] ?? 0, q: codes[largest] ?? 0 };
  return [
    ...chosen,
    { formula: affineFormulas.code, values, significantDigits },
    { formula: affineFormulas.restored, values, significantDigits },
  ];
}
