import { describe, expect, it } from 'vitest';
import type { FloatFormat } from '../../../src/engine/index.ts';
import { fieldsOf, fromBits, limitsOf, neighboursOf } from '../../../src/engine/index.ts';

describe('fieldsOf', () => {
  it('takes 1, a subnormal number, zero, infinity and NaN of float16 apart', () => {
    expect(fieldsOf('float16', 1)).toEqual({
      kind: 'normal',
      value: 1,
      sign: 0,
      exponentField: 15,
      mantissaField: 0,
      code: 0x3c00,
    });
    expect(fieldsOf('float16', -(2 ** -24))).toEqual({
      kind: 'subnormal',
      value: -(2 ** -24),
      sign: 1,
      exponentField: 0,
      mantissaField: 1,
      code: 0x8001,
    });
    expect(fieldsOf('float16', -0).code).toBe(0x8000);
    expect(fieldsOf('float16', 1e6)).toMatchObject({ kind: 'infinity', code: 0x7c00 });
    expect(fieldsOf('float16', NaN)).toMatchObject({ kind: 'nan', code: 0x7fff });
  });

  it('has the largest float8_e4m3fn just below its NaN', () => {
    expect(fieldsOf('float8_e4m3fn', 448).code).toBe(0b0_1111_110);
    expect(fieldsOf('float8_e4m3fn', 480).code).toBe(0b0_1111_111);
  });

  it('has the bits of a float32 (DataView)', () => {
    const view = new DataView(new ArrayBuffer(4));
    for (const value of [0.1, -3.5e-40, 1.5e38, 16_777_216]) {
      view.setFloat32(0, value);
      expect(fieldsOf('float32', value).code).toBe(view.getUint32(0));
    }
  });
});

describe('fromBits', () => {
  it('is undone by fieldsOf for every code that is not NaN', () => {
    const formats: FloatFormat[] = [
      'float16',
      'bfloat16',
      'float8_e5m2',
      'float8_e4m3fn',
      'float6_e3m2',
      'float6_e2m3',
      'float4_e2m1',
    ];
    for (const format of formats) {
      const { valueBits } = limitsOf(format);
      const wrong = Array.from({ length: 2 ** valueBits }, (_, code) => code).filter((code) => {
        const value = fromBits(format, code);
        return !Number.isNaN(value) && fieldsOf(format, value).code !== code;
      });
      expect(wrong).toEqual([]);
    }
  });

  it('lists the eight magnitudes of float4_e2m1 (OCP MX v1.0, §5.3.3)', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((code) => fromBits('float4_e2m1', code))).toEqual([
      0, 0.5, 1, 1.5, 2, 3, 4, 6,
    ]);
  });

  it('counts the codes lost to NaN: 2 in float8_e4m3fn, 6 in float8_e5m2, none in float6 and float4', () => {
    const nans = (format: FloatFormat): number =>
      Array.from({ length: 2 ** limitsOf(format).valueBits }, (_, code) => fromBits(format, code)).filter(
        Number.isNaN,
      ).length;
    expect([nans('float8_e4m3fn'), nans('float8_e5m2'), nans('float6_e3m2'), nans('float4_e2m1')]).toEqual([
      2, 6, 0, 0,
    ]);
  });

  it('refuses a code with too many bits', () => {
    expect(() => fromBits('float8_e5m2', 256)).toThrow('code must be below 2^8 for float8_e5m2, not 256');
  });
});

describe('neighboursOf', () => {
  it('steps by half as much below a power of two', () => {
    expect(neighboursOf('bfloat16', 1)).toEqual({ below: 1 - 2 ** -8, above: 1 + 2 ** -7 });
    expect(neighboursOf('bfloat16', -1)).toEqual({ below: -1 - 2 ** -7, above: -1 + 2 ** -8 });
  });

  it('crosses from subnormal to normal numbers and through zero without a jump', () => {
    expect(neighboursOf('float16', 2 ** -14)).toEqual({
      below: 2 ** -14 - 2 ** -24,
      above: 2 ** -14 + 2 ** -24,
    });
    expect(neighboursOf('float16', 0)).toEqual({ below: -(2 ** -24), above: 2 ** -24 });
    expect(neighboursOf('float16', 2 ** -24)).toEqual({ below: 0, above: 2 ** -23 });
  });

  it('has nothing beyond the largest number', () => {
    expect(neighboursOf('float8_e4m3fn', 448)).toEqual({ below: 416, above: undefined });
    expect(neighboursOf('float8_e5m2', -57_344)).toEqual({ below: undefined, above: -49_152 });
    expect(() => neighboursOf('float16', 1e6)).toThrow(RangeError);
  });
});
