import type { FloatFields, FloatFormat } from '../../engine/index.ts';
import { fieldsOf, floatLayouts, fromBits, neighboursOf } from '../../engine/index.ts';
import type { Checked, Fields } from '../shared/fields.ts';
import { checkField, choiceIn } from '../shared/fields.ts';
import { readNumber } from './read-number.ts';

/** Prefix of this calculator's query parameters. */
export const prefix = 'number';

const formats = Object.keys(floatLayouts).filter((name): name is FloatFormat => name in floatLayouts);

/** The standard case is 0.1 in float16, which has no exact code for it. */
export const fields = {
  format: { kind: 'choice', standard: 'float16', choices: formats },
  value: { kind: 'decimal', standard: 0.1, least: -Infinity, most: Infinity },
} as const satisfies Fields;

/** A number taken apart in one format. */
export interface NumberCase {
  readonly format: FloatFormat;
  /** As typed, before rounding. */
  readonly value: number;
  readonly fields: FloatFields;
  /** Finite numbers of the format next to it; none beside infinities and NaN. */
  readonly neighbours: { readonly below: number | undefined; readonly above: number | undefined };
}

/** The fields as read, and the number when both are right. */
export interface NumberFormatsState {
  readonly checked: Readonly<Record<string, Checked>>;
  readonly number?: NumberCase;
}

/** Never throws. */
export function readNumberFormats(typed: Readonly<Record<string, string>>): NumberFormatsState {
  const format = formatIn(checkField(fields.format, typed.format ?? ''));
  // A number is read for a format; while none is chosen, what is right in the standard one is right.
  const read = readNumber(format ?? 'float16', typed.value ?? '');
  const checked = {
    format: checkField(fields.format, typed.format ?? ''),
    value: 'error' in read ? read : { value: read.value },
  };
  if (format === undefined || 'error' in read) return { checked };
  const value = fromBits(format, read.code);
  return {
    checked,
    number: {
      format,
      value: read.value,
      fields: { ...fieldsOf(format, value), ...splitCode(format, read.code) },
      neighbours: Number.isFinite(value)
        ? neighboursOf(format, value)
        : { below: undefined, above: undefined },
    },
  };
}

/** The fields of a code as they are, which for NaN `fieldsOf` would make those of one NaN of many. */
function splitCode(
  format: FloatFormat,
  code: number,
): Pick<FloatFields, 'sign' | 'exponentField' | 'mantissaField' | 'code'> {
  const { exponentBits, mantissaBits } = floatLayouts[format];
  return {
    sign: code >= 2 ** (exponentBits + mantissaBits) ? 1 : 0,
    exponentField: Math.floor(code / 2 ** mantissaBits) % 2 ** exponentBits,
    mantissaField: code % 2 ** mantissaBits,
    code,
  };
}

function formatIn(checked: Checked): FloatFormat | undefined {
  if ('error' in checked) return undefined;
  const name = choiceIn({ format: checked }, 'format');
  return formats.find((format) => format === name);
}

/** A code with one bit turned over; bit 0 is the lowest. */
export function withBitTurned(code: number, bit: number): number {
  const place = 2 ** bit;
  return Math.floor(code / place) % 2 === 1 ? code - place : code + place;
}
