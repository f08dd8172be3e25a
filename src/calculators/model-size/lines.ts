import type { Bindings, Formula, SymbolName } from '../../engine/index.ts';
import {
  affineFormulas,
  bitsPerByte,
  blockBytes,
  blockLayouts,
  byteFormulas,
  ceil,
  evaluate,
  memoryFormulas,
  stateBindings,
} from '../../engine/index.ts';
import type { ArithmeticLine } from '../shared/ArithmeticSteps.tsx';
import type { FieldName, StoredModel } from './state.ts';

/** The symbols in the formulas that each field sets. */
export const placesOf: Readonly<Record<FieldName, readonly SymbolName[]>> = {
  network: ['P', 'P_buf', 'n_int', 'B', 'B_cont'],
  parameters: ['P'],
  format: ['b', 'B_block'],
  group: ['G'],
  scale: ['b_scale'],
  zeroPoint: ['b_zero'],
  container: ['B_cont'],
  recipe: ['B_w', 'B_g', 'B_o'],
};

/** Enough digits for the bits of every block type, whose denominators are powers of two. */
const digits = 6;

/** What bits and bytes are called. */
interface ByteUnits {
  readonly bits: string;
  readonly bytes: string;
}

/** The formulas worked out, the last one for the bytes of the tensors. */
export function linesFor(model: StoredModel, units: ByteUnits): readonly ArithmeticLine[] {
  const { storage, counts } = model;
  const { parameters: P, buffers: P_buf, int64Values: n_int } = counts;
  switch (storage.kind) {
    case 'floating': {
      const formula = P_buf + n_int > 0 ? byteFormulas.checkpoint : byteFormulas.weights;
      return [bytesLine(formula, { P, P_buf, n_int, b: storage.bits }, units.bytes)];
    }
    case 'plain':
      return [bytesLine(byteFormulas.weights, { P, b: storage.bits }, units.bytes)];
    case 'grouped': {
      const { bits, groupElements, scaleBits, zeroPointBits } = storage;
      const values = { b: bits, b_scale: scaleBits, b_zero: zeroPointBits, G: groupElements };
      return bitsThenBytes(affineFormulas.groupBits, values, P, units);
    }
    case 'block': {
      const values = { B_block: blockBytes(storage.type), G: blockLayouts[storage.type].blockElements };
      return bitsThenBytes(byteFormulas.blockBits, values, P, units);
    }
  }
}

/** The file: its tensors and what the container adds. An ONNX file holds other tensors, its norms folded, so it has none. */
export function fileLines(model: StoredModel, tensorBytes: number, unit: string): readonly ArithmeticLine[] {
  const { file } = model;
  if (file === undefined || file.container === 'onnx') return [];
  const values = { B: tensorBytes, B_cont: file.bytes - tensorBytes };
  return [{ formula: byteFormulas.file, values, quantity: 'bytes', unit }];
}

/** Weights, gradients and optimizer state while the model is trained. */
export function trainingLine({ counts, recipe }: StoredModel, unit: string): ArithmeticLine {
  const values = { P: counts.parameters, ...stateBindings(recipe) };
  return { formula: memoryFormulas.trainingState, values, quantity: 'bytes', unit };
}

/** Bits of one weight, its share of scales and zero points included. */
export function bitsPerWeight({ storage }: StoredModel): number {
  switch (storage.kind) {
    case 'floating':
    case 'plain':
      return storage.bits;
    case 'grouped':
      return storage.bits + (storage.scaleBits + storage.zeroPointBits) / storage.groupElements;
    case 'block':
      return (bitsPerByte * blockBytes(storage.type)) / blockLayouts[storage.type].blockElements;
  }
}

/** Bytes of the stored tensors, whole. */
export function bytesIn(lines: readonly ArithmeticLine[]): number {
  const last = lines.at(-1);
  if (last === undefined) throw new RangeError('lines must not be empty');
  return evaluate(last.formula.expression, last.values);
}

function bitsThenBytes(
  bitsFormula: Formula,
  values: Bindings,
  P: number,
  units: ByteUnits,
): ArithmeticLine[] {
  const b_weight = evaluate(bitsFormula.expression, values);
  return [
    { formula: bitsFormula, values, unit: units.bits, digits },
    bytesLine(byteFormulas.groupedWeights, { P, b_weight }, units.bytes),
  ];
}

/** A file ends with a whole byte, so one that is begun counts. */
function bytesLine(formula: Formula, values: Bindings, unit: string): ArithmeticLine {
  const isWhole = Number.isInteger(evaluate(formula.expression, values));
  const whole = isWhole ? formula : { ...formula, expression: ceil(formula.expression) };
  return { formula: whole, values, quantity: 'bytes', unit, digits };
}
