import type { Bindings, Formula } from '../formula/index.ts';
import { difference, power, quotient, sum, times } from '../formula/index.ts';
import type { FloatFields } from './float-bits.ts';
import type { FloatFormat } from './float-formats.ts';
import { limitsOf } from './float-formats.ts';

/** 1 for sign bit 0, −1 for sign bit 1. */
const sign = difference(1, times(2, 's_bit'));
const fraction = quotient('m_field', power(2, 'b_m'));

/**
 * What the three fields of a floating-point number stand for. The exponent field 0 is read by `subnormal`, which zero
 * is one of; the codes of infinities and NaN are read by neither. `floatBindings` gives the values of the symbols.
 * Source: IEEE 754-2019, §3.4.
 */
export const floatFormulas = {
  /** x̂ = (1 − 2s) · 2^(e − bias) · (1 + m / 2^b_m). */
  normal: {
    result: 'x_hat',
    expression: times(sign, power(2, difference('e_field', 'e_bias')), sum(1, fraction)),
  },
  /** x̂ = (1 − 2s) · 2^(1 − bias) · m / 2^b_m: no implied 1, and the exponent of the smallest normal numbers. */
  subnormal: {
    result: 'x_hat',
    expression: times(sign, power(2, difference(1, 'e_bias')), fraction),
  },
} as const satisfies Record<string, Formula>;

/**
 * Values of the symbols of `floatFormulas` for a number taken apart.
 * @example floatBindings('float16', fieldsOf('float16', 1)) // s_bit 0, e_field 15, e_bias 15, m_field 0, b_m 10
 */
export function floatBindings(format: FloatFormat, fields: FloatFields): Bindings {
  const { exponentBias, mantissaBits } = limitsOf(format);
  return {
    s_bit: fields.sign,
    e_field: fields.exponentField,
    e_bias: exponentBias,
    m_field: fields.mantissaField,
    b_m: mantissaBits,
  };
}
