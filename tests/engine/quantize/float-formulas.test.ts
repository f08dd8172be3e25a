import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FloatFormat } from '../../../src/engine/index.ts';
import {
  evaluate,
  fieldsOf,
  floatBindings,
  floatFormulas,
  floatLayouts,
  formulaTex,
  fromBits,
  limitsOf,
} from '../../../src/engine/index.ts';

const formats = Object.keys(floatLayouts).filter((name): name is FloatFormat => name in floatLayouts);

describe('floatFormulas', () => {
  it.each(formats)('give back every finite number of %s that fromBits reads', (format) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** limitsOf(format).valueBits - 1 }), (code) => {
        const value = fromBits(format, code);
        if (!Number.isFinite(value)) return;
        const fields = fieldsOf(format, value);
        const formula = fields.kind === 'normal' ? floatFormulas.normal : floatFormulas.subnormal;
        expect(evaluate(formula.expression, floatBindings(format, fields))).toBe(value);
      }),
    );
  });

  it('read 0.1 in float16 as 2^(11 − 15) · (1 + 614 / 2^10)', () => {
    const fields = fieldsOf('float16', 0.1);
    expect(floatBindings('float16', fields)).toEqual({
      s_bit: 0,
      e_field: 11,
      e_bias: 15,
      m_field: 614,
      b_m: 10,
    });
    expect(evaluate(floatFormulas.normal.expression, floatBindings('float16', fields))).toBe(0.0999755859375);
  });

  it('are typeset with the sign as 1 or −1', () => {
    expect(formulaTex(floatFormulas.subnormal)).toContain('\\left(1 - 2 \\, s_{\\mathrm{bit}}\\right)');
  });
});
