import type { FloatFormat } from '../../engine/index.ts';
import { fieldsOf, fromBits, limitsOf } from '../../engine/index.ts';
import type { FieldError } from '../shared/fields.ts';

/** What was typed: a number, or the code of one. */
export interface ReadNumber {
  /** The number as typed, before any format rounds it; NaN and infinities where they were typed. */
  readonly value: number;
  /** Its code in the format: sign, exponent and mantissa as one whole number. */
  readonly code: number;
}

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const bits = /^(0x[\da-f]+|0b[01]+)$/i;

/** Numbers that are written as words. */
const named: Readonly<Record<string, number>> = {
  nan: NaN,
  inf: Infinity,
  infinity: Infinity,
  '∞': Infinity,
};

/**
 * Reads a number for a format: decimal, `inf`, `nan`, or its code as `0x…` or `0b…`.
 * @example readNumber('float16', '0x3c00') // { value: 1, code: 0x3c00 }
 */
export function readNumber(format: FloatFormat, typed: string): ReadNumber | { readonly error: FieldError } {
  const text = typed
    .normalize('NFKC')
    .replaceAll('−', '-')
    .replaceAll(/[,_\s]/g, '')
    .toLowerCase();
  if (text === '') return { error: { key: 'empty' } };
  if (bits.test(text)) return readCode(format, Number(text));
  const value = decimal.test(text) ? Number(text) : wordAsNumber(text);
  const isTooLong = decimal.test(text) && !Number.isFinite(value);
  const hasCode = value !== undefined && (!Number.isNaN(value) || limitsOf(format).hasNaN);
  if (value === undefined || isTooLong || !hasCode) return { error: { key: 'notWhole' } };
  return { value, code: fieldsOf(format, value).code };
}

function readCode(format: FloatFormat, code: number): ReadNumber | { readonly error: FieldError } {
  const most = 2 ** limitsOf(format).valueBits - 1;
  if (code > most) return { error: { key: 'tooLarge', limit: most } };
  return { value: fromBits(format, code), code };
}

function wordAsNumber(text: string): number | undefined {
  const [, sign = '', word = ''] = /^([+-]?)(.*)$/.exec(text) ?? [];
  const magnitude = Object.hasOwn(named, word) ? named[word] : undefined;
  return magnitude === undefined || sign !== '-' ? magnitude : -magnitude;
}

/**
 * What to type for the number of a code: its shortest decimal, or the code itself where that says more (NaN has many
 * codes) or is the only way.
 * @example typedOf('float16', 0x7e01) // '0x7e01'
 */
export function typedOf(format: FloatFormat, code: number): string {
  const value = fromBits(format, code);
  if (Number.isNaN(value)) return hexOf(format, code);
  return Object.is(value, -0) ? '-0' : String(value).replace('Infinity', 'inf');
}

/** A code in hexadecimal, with a digit for every four bits begun. */
export function hexOf(format: FloatFormat, code: number): string {
  const digits = Math.ceil(limitsOf(format).valueBits / 4);
  return `0x${code.toString(16).padStart(digits, '0')}`;
}
