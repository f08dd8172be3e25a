import type { Shape } from '../../engine/index.ts';
import type { FieldError } from '../shared/fields.ts';

/** Values with their shape, output channels first. */
export interface WeightTensor {
  readonly shape: Shape;
  readonly values: Float32Array;
}

/** Larger weights are a typing mistake; and this bound keeps every sum of squares finite. */
export const largestPasted = 1e6;

/**
 * Numbers between spaces, commas or semicolons; one channel a line when the lines are equally long, otherwise one
 * channel in all. Brackets around lists are passed over.
 * @example readPasted('1 2\n3 4') // shape [2, 2]
 */
export function readPasted(text: string): WeightTensor | { readonly error: FieldError } {
  const lines = text
    .normalize('NFKC')
    .replaceAll('−', '-')
    .replaceAll(/[[\](){}]/g, ' ')
    .split('\n')
    .map((line) => line.split(/[\s,;、]+/).filter((part) => part !== ''))
    .filter((parts) => parts.length > 0);
  const parts = lines.flat();
  if (parts.length === 0) return { error: { key: 'empty' } };
  if (!parts.every((part) => decimal.test(part))) return { error: { key: 'notWhole' } };
  const values = Float32Array.from(parts, Number);
  if (values.some((value) => Math.abs(value) > largestPasted)) {
    return { error: { key: 'tooLarge', limit: largestPasted } };
  }
  const [first] = lines;
  const isMatrix = lines.every((line) => line.length === first?.length);
  return { shape: isMatrix ? [lines.length, parts.length / lines.length] : [1, parts.length], values };
}

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
